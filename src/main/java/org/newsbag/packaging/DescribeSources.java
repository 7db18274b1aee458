package org.newsbag.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsbag.description.DescribedFile;
import org.newsbag.durable.OrderedWork;
import org.newsbag.durable.Staging;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Progress;
import org.newsbag.inventory.Inventory;
import org.newsbag.inventory.SourceFile;

/** The work "describe": the records that create would write, without a bag. */
public final class DescribeSources {
    private final Progress progress;

    /** What takes the described files, in the order of their names, one at a time and on any thread. */
    public interface Sink {
        void accept(DescribedFile file) throws IOException;
    }

    public DescribeSources(Progress progress) {
        this.progress = progress;
    }

    /**
     * Describes what can be read; what cannot is an error among the findings.
     *
     * @throws IOException where a source itself cannot be looked at, or the sink fails
     */
    public Tally run(DescribeRequest request, Findings findings, Sink sink) throws IOException, InterruptedException {
        var inventory = Inventory.of(request.sources(), findings);
        var tally = new Tally();
        var temporary = Files.createTempDirectory("newsbag-");
        progress.begin("Describing", inventory.files().size(), inventory.bytes());
        try (var work = new OrderedWork(request.jobs());
                var describer = Describer.open(
                        Optional.of(request.limits()),
                        request.lists(),
                        request.corrections(),
                        request.jobs(),
                        temporary)) {
            var reading = new SourceReading(List.of(Algorithm.SHA_256), progress);
            work.run(
                    inventory.files().iterator(),
                    source -> described(source, reading, describer, findings),
                    described -> {
                        if (described.isEmpty()) return;
                        tally.add(described.get());
                        sink.accept(described.get());
                    });
        } finally {
            progress.end();
            Staging.deleteTree(temporary);
        }
        return tally;
    }

    private static Optional<DescribedFile> described(
            SourceFile source, SourceReading reading, Describer describer, Findings findings)
            throws IOException, InterruptedException {
        try {
            var read = reading.digest(source);
            Path location = source.location();
            return Optional.of(describer.describe(
                    source.givenPath(),
                    source,
                    read.size(),
                    read.checksums(),
                    describer.extract(source, location),
                    Optional.empty(),
                    Optional.empty()));
        } catch (SourceProblem e) {
            findings.add(e.finding());
            return Optional.empty();
        }
    }
}
