package org.newsbag.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.newsbag.bag.ManifestLine;
import org.newsbag.bag.ManifestReader;
import org.newsbag.bag.ManifestWriter;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.ByteSource;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digests;
import org.newsbag.fixity.Job;
import org.newsbag.fixity.Progress;
import org.newsbag.path.RelativePath;

/** Reads a written bag back from its own manifests and compares every file with the digest of what was meant to be written. */
final class Verification {
    private final Path bag;
    private final Algorithm algorithm;
    private final int jobs;
    private final Progress progress;

    Verification(Path bag, Algorithm algorithm, int jobs, Progress progress) {
        this.bag = bag;
        this.algorithm = algorithm;
        this.jobs = jobs;
        this.progress = progress;
    }

    /**
     * Verifies the payload manifest, all that it lists, the tag manifest, and all that it lists.
     *
     * @param tagManifests the checksums that the tag manifests had when they were written, by file name
     * @throws IOException where a byte differs or cannot be read: the disk did not keep what it was given
     */
    void run(Map<String, Map<Algorithm, Checksum>> tagManifests) throws IOException, InterruptedException {
        var tagManifest = ManifestWriter.tagFileName(algorithm);
        var written = new ManifestLine(tagManifests.get(tagManifest).get(algorithm), new RelativePath(tagManifest));
        check(List.of(written).iterator(), 0);
        checkAll(bag.resolve(tagManifest));
        checkAll(bag.resolve(ManifestWriter.payloadFileName(algorithm)));
    }

    private void checkAll(Path manifest) throws IOException, InterruptedException {
        try (var lines = ManifestReader.open(manifest, algorithm)) {
            check(lines.iterator(), 1);
        }
    }

    /** @param counted what each file counts in the progress */
    private void check(Iterator<ManifestLine> lines, int counted) throws IOException, InterruptedException {
        var algorithms = List.of(algorithm);
        var work = new Iterator<Job<ManifestLine>>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public Job<ManifestLine> next() {
                var line = lines.next();
                return new Job<>(line, ByteSource.of(file(line)), algorithms);
            }
        };
        Digests.run(jobs, work, 0, new Comparison(counted));
    }

    private Path file(ManifestLine line) {
        return bag.resolve(line.path().value());
    }

    /** Throws at the first file that is not what it should be. */
    private final class Comparison implements Digests.Sink<ManifestLine> {
        private final int counted;

        Comparison(int counted) {
            this.counted = counted;
        }

        @Override
        public void digested(ManifestLine line, Map<Algorithm, Checksum> checksums, long length) throws IOException {
            var found = checksums.get(algorithm);
            if (!found.equals(line.checksum()))
                throw new IOException("read back with other bytes than were written: " + line.path()
                        + ": " + algorithm + " expected " + line.checksum().hex() + ", found " + found.hex()
                        + ". Check the disk");
            progress.advance(counted, 0);
        }

        @Override
        public void unreadable(ManifestLine line, IOException cause, long at) throws IOException {
            throw cause;
        }

        @Override
        public void read(long bytes) {
            progress.advance(0, bytes);
        }
    }
}
