package org.newsbag.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.extract.Outcome.CRASHED;
import static org.newsbag.extract.Outcome.EMPTY;
import static org.newsbag.extract.Outcome.ENCRYPTED;
import static org.newsbag.extract.Outcome.EXTRACTED;
import static org.newsbag.extract.Outcome.FAILED;
import static org.newsbag.extract.Outcome.OUT_OF_MEMORY;
import static org.newsbag.extract.Outcome.TIMED_OUT;
import static org.newsbag.extract.Outcome.TRUNCATED;
import static org.newsbag.extract.Outcome.UNSUPPORTED;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.description.Corrections;
import org.newsbag.extract.Limits;
import org.newsbag.extract.Outcome;
import org.newsbag.extract.SampleFiles;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Progress;
import org.newsbag.json.Json;
import org.newsbag.packaging.CreateResult.Created;
import org.newsbag.provenance.OwnLists;
import org.newsbag.store.Serialization;

/** A source full of files that no parser survives still becomes a whole bag, which says what happened to each. */
class HostileSourceTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), 128, 50_000, 50, 1 << 20);

    @TempDir
    Path folder;

    @Test
    void the_bag_is_made_and_says_what_happened_to_each_file() throws Exception {
        var expected = source();
        var findings = new Findings();
        var result = new CreateBag(Clock.systemUTC(), "newsbag test", Progress.SILENT).run(request(), findings);

        var created = (Created) result;
        assertThat(findings.list()).isEmpty();
        assertThat(outcomes(created.bag())).containsExactlyEntriesOf(expected);
        assertThat(created.tally().untold())
                .extracting(Tally.Untold::path)
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .filter(e -> e.getValue() != EXTRACTED)
                        .map(Map.Entry::getKey)
                        .toList());
        isValid(created.bag());
        assertThat(folder.resolve("output")).isDirectoryContaining("glob:**/bag");
        try (var left = Files.list(folder.resolve("output"))) {
            assertThat(left).containsExactly(created.bag());
        }
    }

    private Map<String, Outcome> source() throws IOException {
        var source = Files.createDirectories(folder.resolve("source"));
        var expected = new TreeMap<String, Outcome>();
        var article = SampleFiles.ENGLISH;
        put(
                source,
                expected,
                "hang.xml",
                mock("<hang millis=\"600000\" heavy=\"true\" pulse_millis=\"100\"/>"),
                TIMED_OUT);
        put(source, expected, "memory.xml", mock("<oom/>"), OUT_OF_MEMORY);
        put(source, expected, "exit.xml", mock("<system_exit/>"), CRASHED);
        put(source, expected, "throw.xml", mock("<throw class=\"java.lang.IllegalStateException\">no</throw>"), FAILED);
        put(source, expected, "locked.pdf", SampleFiles.pdf(article, "secret"), ENCRYPTED);
        put(source, expected, "bytes.bin", new byte[] {0, 1, 2, 3, (byte) 0xFE, 0, 7}, UNSUPPORTED);
        put(source, expected, "nothing.txt", new byte[0], EMPTY);
        put(source, expected, "long.txt", "one word more ".repeat(100_000).getBytes(StandardCharsets.UTF_8), TRUNCATED);
        put(source, expected, "good.pdf", SampleFiles.pdf(article), EXTRACTED);
        put(source, expected, "good.txt", SampleFiles.utf8(article), EXTRACTED);
        return expected;
    }

    private static void put(Path source, Map<String, Outcome> expected, String name, byte[] bytes, Outcome outcome)
            throws IOException {
        SampleFiles.write(source, name, bytes);
        expected.put(name, outcome);
    }

    private static byte[] mock(String commands) {
        return SampleFiles.utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><mock>" + commands + "</mock>");
    }

    private CreateRequest request() {
        return new CreateRequest(
                List.of(folder.resolve("source")),
                folder.resolve("output"),
                Optional.of("bag"),
                List.of(Algorithm.SHA_256, Algorithm.SHA_512),
                List.of(),
                Corrections.none(),
                Serialization.NONE,
                Optional.of(LIMITS),
                OwnLists.NONE,
                "http://rightsstatements.org/vocab/CNE/1.0/",
                false,
                2);
    }

    private static Map<String, Outcome> outcomes(Path bag) throws IOException {
        var found = new TreeMap<String, Outcome>();
        try (var in = Files.newInputStream(bag.resolve("metadata/dublin-core.json"))) {
            for (var record : Json.readObject(in).objects("@graph"))
                record.object("newsbag:extraction").ifPresent(extraction -> {
                    var id = extraction.string("outcome").orElseThrow();
                    for (var outcome : Outcome.values())
                        if (outcome.id().equals(id))
                            found.put(record.string("newsbag:path").orElseThrow(), outcome);
                });
        }
        return found;
    }

    /** The second opinion of the Library of Congress's library. */
    private static void isValid(Path bag) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try (var verifier = new BagVerifier(threads)) {
            verifier.isValid(new BagReader().read(bag), false);
        } finally {
            threads.shutdownNow();
        }
    }
}
