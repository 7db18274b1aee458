package org.newsbag.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.newsbag.bag.ManifestLine;
import org.newsbag.bag.ManifestReader;
import org.newsbag.bag.ManifestWriter;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.fixity.Progress;

/** Reads a written bag back from its own manifests and compares every file with the digest of what was meant to be written. */
final class Verification {
    private static final int BLOCK = 1 << 18;

    private final Path bag;
    private final Algorithm algorithm;
    private final OrderedWork work;
    private final Progress progress;
    private final ThreadLocal<Digester> digesters;
    private final ThreadLocal<ByteBuffer> blocks = ThreadLocal.withInitial(() -> ByteBuffer.allocate(BLOCK));

    Verification(Path bag, Algorithm algorithm, OrderedWork work, Progress progress) {
        this.bag = bag;
        this.algorithm = algorithm;
        this.work = work;
        this.progress = progress;
        digesters = ThreadLocal.withInitial(() -> Digester.of(List.of(algorithm)));
    }

    /**
     * Verifies the payload manifest, all that it lists, the tag manifest, and all that it lists.
     *
     * @param tagManifests the checksums that the tag manifests had when they were written, by file name
     * @throws IOException where a byte differs or cannot be read: the disk did not keep what it was given
     */
    void run(Map<String, Map<Algorithm, Checksum>> tagManifests) throws IOException, InterruptedException {
        var tagManifest = ManifestWriter.tagFileName(algorithm);
        check(bag.resolve(tagManifest), tagManifests.get(tagManifest).get(algorithm));
        checkAll(bag.resolve(tagManifest));
        checkAll(bag.resolve(ManifestWriter.payloadFileName(algorithm)));
    }

    private void checkAll(Path manifest) throws IOException, InterruptedException {
        try (var lines = ManifestReader.open(manifest, algorithm)) {
            work.run(lines.iterator(), this::check, checked -> {});
        }
    }

    private ManifestLine check(ManifestLine line) throws IOException {
        check(bag.resolve(line.path().value()), line.checksum());
        progress.advance(1, 0);
        return line;
    }

    private void check(Path file, Checksum expected) throws IOException {
        var digester = digesters.get();
        digester.reset();
        var block = blocks.get();
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            while (in.read(block.clear()) >= 0) {
                digester.update(block.array(), 0, block.position());
                progress.advance(0, block.position());
            }
        }
        var found = digester.finish().get(algorithm);
        if (!found.equals(expected))
            throw new IOException("read back with other bytes than were written: " + bag.relativize(file) + ": "
                    + algorithm + " expected " + expected.hex() + ", found " + found.hex() + ". Check the disk");
    }
}
