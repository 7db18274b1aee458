package org.newsbag.packaging;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.newsbag.bag.ManifestWriter;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.inventory.Inventory;
import org.newsbag.path.RelativePath;

/**
 * One folder of tag files, at most one for each payload file: {@code metadata/text/} or {@code metadata/technical/}. Their checksums wait
 * in a spool of records of one size, so that a million of them can be listed in order without being held.
 */
final class MetadataFolder implements Closeable {
    private static final int LONGEST_NAME = 255;

    private final Path bag;
    private final String folder;
    private final String extension;
    private final Inventory inventory;
    private final List<Algorithm> algorithms;
    private final Path spool;
    private final DataOutputStream records;
    private long bytes;
    private long files;

    /** A tag file that was written. */
    record Written(String bagPath, long size, Map<Algorithm, Checksum> checksums) {}

    MetadataFolder(
            Path bag, String folder, String extension, Inventory inventory, List<Algorithm> algorithms, Path spool)
            throws IOException {
        this.bag = bag;
        this.folder = folder;
        this.extension = extension;
        this.inventory = inventory;
        this.algorithms = algorithms;
        this.spool = spool;
        records = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spool)));
    }

    /** Writes the tag file of one payload file; safe on any thread. */
    Written write(String payloadName, String text) throws IOException {
        var bagPath = bagPath(payloadName);
        var content = text.getBytes(StandardCharsets.UTF_8);
        var file = bag.resolve(bagPath);
        Files.createDirectories(file.getParent());
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var digester = Digester.of(algorithms);
        digester.update(content, 0, content.length);
        return new Written(bagPath, content.length, digester.finish());
    }

    /** Notes, for the next payload file in order, that it has no tag file here. */
    void recordNone() throws IOException {
        records.writeBoolean(false);
        for (var algorithm : algorithms) records.write(new byte[algorithm.digestLength()]);
    }

    /** Notes the tag file of the next payload file in order. */
    void record(Written written) throws IOException {
        records.writeBoolean(true);
        for (var algorithm : algorithms)
            records.write(written.checksums().get(algorithm).digest());
        bytes += written.size();
        files++;
    }

    /** Lists all tag files of this folder in the order of their paths. */
    void list(ManifestWriter manifest) throws IOException {
        records.close();
        if (files == 0) return;
        try (var in = new RandomAccessFile(spool.toFile(), "r")) {
            int recordLength =
                    1 + algorithms.stream().mapToInt(Algorithm::digestLength).sum();
            var record = new byte[recordLength];
            var order = IntStream.range(0, inventory.files().size())
                    .boxed()
                    .sorted((a, b) -> RelativePath.compareUtf8(bagPath(a), bagPath(b)))
                    .iterator();
            while (order.hasNext()) {
                int index = order.next();
                in.seek((long) index * recordLength);
                in.readFully(record);
                if (record[0] != 0) manifest.add(bagPath(index), checksums(record));
            }
        }
    }

    long bytes() {
        return bytes;
    }

    long files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private Map<Algorithm, Checksum> checksums(byte[] record) throws IOException {
        var checksums = new TreeMap<Algorithm, Checksum>();
        try (var in = new DataInputStream(new ByteArrayInputStream(record, 1, record.length - 1))) {
            for (var algorithm : algorithms)
                checksums.put(algorithm, Checksum.of(algorithm, in.readNBytes(algorithm.digestLength())));
        }
        return checksums;
    }

    private String bagPath(int index) {
        return bagPath(inventory.files().get(index).name());
    }

    /**
     * The payload's name with the extension, unless that name is too long for a file system or is a folder's name already: then a
     * part of its digest stands in it (docs/format.md).
     */
    String bagPath(String payloadName) {
        var natural = payloadName + extension;
        var last = natural.substring(natural.lastIndexOf('/') + 1);
        boolean fits = last.length() * 3 <= LONGEST_NAME || RelativePath.utf8Length(last) <= LONGEST_NAME;
        if (fits && !inventory.hasFolder(natural)) return folder + natural;
        return folder + digestName(payloadName);
    }

    private String digestName(String payloadName) {
        var digest = Checksum.ofText(Algorithm.SHA_256, payloadName).hex().substring(0, 16);
        var parent = payloadName.substring(0, payloadName.lastIndexOf('/') + 1);
        var name = new StringBuilder();
        payloadName
                .substring(parent.length())
                .codePoints()
                .takeWhile(c -> RelativePath.utf8Length(name.toString()) < 150)
                .forEach(name::appendCodePoint);
        return parent + name + "~" + digest + extension;
    }
}
