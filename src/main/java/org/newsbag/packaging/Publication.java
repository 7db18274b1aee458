package org.newsbag.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.newsbag.durable.Durability;
import org.newsbag.durable.FinalName;
import org.newsbag.durable.OrderedWork;
import org.newsbag.durable.Staging;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Progress;
import org.newsbag.packaging.Assembly.Assembled;
import org.newsbag.store.BagArchive;
import org.newsbag.store.Serialization;

/** Brings a staged bag under its final name in one step, after it has been forced to disk and read back. */
final class Publication {
    private final Staging staging;
    private final OrderedWork work;
    private final Progress progress;

    Publication(Staging staging, OrderedWork work, Progress progress) {
        this.staging = staging;
        this.work = work;
        this.progress = progress;
    }

    void folder(Assembled assembled, Algorithm algorithm, Path target) throws IOException, InterruptedException {
        Durability.forceTree(staging.bag(), assembled.files(), work, () -> verify(assembled, algorithm));
        FinalName.ofFolder(staging.bag(), target);
    }

    void archive(Assembled assembled, Algorithm algorithm, Path target, String root, Serialization form, Instant time)
            throws IOException, InterruptedException {
        verify(assembled, algorithm);
        progress.begin("Serializing", 1, 0);
        BagArchive.write(staging.bag(), root, staging.archive(), form, time);
        Durability.force(staging.archive());
        progress.end();
        progress.begin("Reading back", 1, 0);
        var difference = BagArchive.firstDifference(staging.bag(), root, staging.archive(), form);
        progress.end();
        if (difference.isPresent())
            throw new IOException(
                    "the archive was read back with a difference: " + difference.get() + ". Check the disk");
        FinalName.ofFile(staging.archive(), target);
    }

    private void verify(Assembled assembled, Algorithm algorithm) throws IOException, InterruptedException {
        progress.begin("Reading back", assembled.files(), assembled.oxum().octets());
        try {
            new Verification(staging.bag(), algorithm, work.jobs(), progress).run(assembled.tagManifests());
        } finally {
            progress.end();
        }
    }
}
