package org.newsbag.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** A tar written record by record, as no library would write it. */
final class Packing {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Packing tar() {
        return new Packing();
    }

    Packing file(String name, String content) {
        return entry('0', name, "", content.getBytes(UTF_8));
    }

    Packing folder(String name) {
        return entry('5', name, "", new byte[0]);
    }

    Packing entry(char type, String name, String link, byte[] content) {
        return header(type, name.getBytes(UTF_8), link, content.length)
                .bytes(content)
                .padding(content.length);
    }

    /** A header that may claim any size. */
    Packing header(char type, byte[] name, String link, long size) {
        var header = new byte[512];
        put(header, 0, Arrays.copyOf(name, Math.min(name.length, 100)));
        put(header, 100, "0000644\0000000000\0000000000\000".getBytes(ISO_8859_1));
        put(header, 124, String.format(java.util.Locale.ROOT, "%011o", size).getBytes(ISO_8859_1));
        put(header, 136, "00000000000".getBytes(ISO_8859_1));
        put(header, 148, "        ".getBytes(ISO_8859_1));
        header[156] = (byte) type;
        put(header, 157, link.getBytes(UTF_8));
        put(header, 257, "ustar\00000".getBytes(ISO_8859_1));
        return bytes(summed(header));
    }

    /** A sparse file in the old manner of GNU that is one hole. */
    Packing holes(String name, long realSize) {
        var header = Packing.tar().header('S', name.getBytes(UTF_8), "", 0).toBytes();
        var size = String.format(java.util.Locale.ROOT, "%011o", realSize).getBytes(ISO_8859_1);
        put(header, 257, "ustar  \0".getBytes(ISO_8859_1));
        put(header, 386, size);
        put(header, 398, "00000000000".getBytes(ISO_8859_1));
        put(header, 483, size);
        return bytes(summed(header));
    }

    /** A header with its sum put right. */
    static byte[] summed(byte[] header) {
        put(header, 148, "        ".getBytes(ISO_8859_1));
        int sum = 0;
        for (var b : header) sum += b & 0xFF;
        put(header, 148, String.format(java.util.Locale.ROOT, "%06o\0 ", sum).getBytes(ISO_8859_1));
        return header;
    }

    /** An extended header before the next entry. */
    Packing pax(String key, String value) {
        var rest = " " + key + "=" + value + "\n";
        int length = rest.getBytes(UTF_8).length;
        int total = length + String.valueOf(length).length();
        if (String.valueOf(total).length() > String.valueOf(length).length()) total++;
        return entry('x', "PaxHeaders/next", "", (total + rest).getBytes(UTF_8));
    }

    Packing bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Packing padding(long size) {
        return bytes(new byte[(int) ((512 - size % 512) % 512)]);
    }

    /** The two empty records. */
    Packing end() {
        return bytes(new byte[1024]);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    Path to(Path file) throws IOException {
        return Files.write(file, toBytes());
    }

    static byte[] compressed(Serialization form, byte[]... members) {
        var out = new ByteArrayOutputStream();
        try {
            for (var member : members)
                try (var compressor = compressor(form, out)) {
                    compressor.write(member);
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static OutputStream compressor(Serialization form, OutputStream out) throws IOException {
        return switch (form) {
            case TAR_GZ -> new GzipCompressorOutputStream(out);
            case TAR_ZST -> new ZstdCompressorOutputStream(out);
            case TAR_XZ -> new XZCompressorOutputStream(out);
            case NONE, TAR, ZIP -> throw new IllegalArgumentException(form.id());
        };
    }

    private static void put(byte[] target, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }
}
