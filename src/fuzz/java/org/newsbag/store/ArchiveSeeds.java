package org.newsbag.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Small archives to begin with: sound ones, and some of each strange kind. */
final class ArchiveSeeds {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private ArchiveSeeds() {}

    static Stream<byte[]> tars() {
        return Stream.of(
                bag().end().toBytes(),
                bag().pax("path", "bag/data/\u062E\u0628\u0631")
                        .file("x", "y")
                        .end()
                        .toBytes(),
                bag().entry('L', "L", "", "bag/data/long\0".getBytes(UTF_8))
                        .file("x", "y")
                        .toBytes(),
                bag().entry('x', "x", "", "19 path=bag/data/\u00FF\n".getBytes(ISO_8859_1))
                        .file("x", "y")
                        .toBytes(),
                bag().holes("bag/data/hole", 5000).end().toBytes(),
                bag().pax("size", "3")
                        .pax("GNU.sparse.major", "1")
                        .file("x", "y")
                        .toBytes(),
                sparse().end().toBytes(),
                bag().entry('2', "bag/link", "../../up", new byte[0])
                        .entry('1', "bag/hard", "bag/bagit.txt", new byte[0])
                        .entry('3', "bag/device", "", new byte[0])
                        .toBytes(),
                Packing.tar()
                        .file("../a", "a")
                        .file("/b", "b")
                        .file("C:/c", "c")
                        .file("a\\..\\b", "d")
                        .end()
                        .toBytes(),
                Packing.tar()
                        .file("one/a", "a")
                        .file("one/a", "b")
                        .file("two/B", "c")
                        .folder("one/a")
                        .end()
                        .bytes(new byte[] {1, 2, 3})
                        .toBytes());
    }

    private static Packing bag() {
        return Packing.tar().folder("bag/").file("bag/bagit.txt", DECLARATION).file("bag/data/a.txt", "alpha");
    }

    /** A sparse file in the manner of POSIX, version 0.1. */
    private static Packing sparse() {
        var records = "22 GNU.sparse.major=0\n22 GNU.sparse.minor=1\n"
                + "25 GNU.sparse.size=10000\n"
                + "26 GNU.sparse.numblocks=1\n"
                + "23 GNU.sparse.map=50,3\n";
        return Packing.tar().entry('x', "x", "", records.getBytes(UTF_8)).file("bag/data/sparse", "abc");
    }

    static Stream<byte[]> compressedTars() {
        var small = Packing.tar().file("bag/bagit.txt", "x").end().toBytes();
        return Stream.of(Serialization.TAR_GZ, Serialization.TAR_ZST, Serialization.TAR_XZ)
                .flatMap(form -> Stream.of(
                        Packing.compressed(form, small),
                        Packing.compressed(form, small, bag().end().toBytes()),
                        Packing.compressed(form, "no tar".getBytes(UTF_8))));
    }

    static Stream<byte[]> zips() throws IOException {
        return Stream.of(
                zip(ZipMethod.STORED, text -> text),
                zip(ZipMethod.DEFLATED, ArchiveSeeds::deflated),
                zip(ZipMethod.ZSTD, text -> Packing.compressed(Serialization.TAR_ZST, text)),
                zip(ZipMethod.XZ, text -> Packing.compressed(Serialization.TAR_XZ, text)));
    }

    private static byte[] zip(ZipMethod method, UnaryOperator<byte[]> compression) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            put(zip, "bag/", ZipMethod.STORED, UnaryOperator.identity(), "");
            put(zip, "bag/bagit.txt", method, compression, DECLARATION);
            put(zip, "bag/data/\u062E\u0628\u0631", method, compression, "alpha");
        }
        return bytes.toByteArray();
    }

    private static void put(
            ZipArchiveOutputStream zip, String name, ZipMethod method, UnaryOperator<byte[]> compression, String text)
            throws IOException {
        var content = text.getBytes(UTF_8);
        var stored = compression.apply(content);
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipArchiveEntry(name);
        entry.setMethod(method.getCode());
        entry.setSize(content.length);
        entry.setCompressedSize(stored.length);
        entry.setCrc(sum.getValue());
        zip.addRawArchiveEntry(entry, new ByteArrayInputStream(stored));
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        var buffer = new byte[content.length + 100];
        int length = deflater.deflate(buffer);
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }
}
