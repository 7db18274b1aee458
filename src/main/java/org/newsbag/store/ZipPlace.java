package org.newsbag.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * Where and how a zip keeps one entry.
 *
 * @param header the place of its local header in the file
 * @param stored the length of its content there, in bytes
 * @param sum CRC-32 of its content
 */
record ZipPlace(long header, long stored, ZipMethod method, long sum, byte[] name) {
    private static final int HEADER = 30;
    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};

    /** @param before how many bytes stand before the archive's own first byte */
    static ZipPlace of(ZipRecord entry, long before) {
        return new ZipPlace(
                entry.header() < 0 ? -1 : before + entry.header(),
                entry.stored(),
                entry.knownMethod(),
                entry.sum(),
                entry.name());
    }

    /** Behind its last byte, or before that where the local header is longer than it must be. */
    long end() {
        long end = header + HEADER + name.length + stored;
        return header < 0 || stored < 0 || end < 0 ? Long.MAX_VALUE : end;
    }

    boolean isSupported() {
        return switch (method) {
            case STORED, DEFLATED, ENHANCED_DEFLATED, BZIP2, ZSTD, ZSTD_DEPRECATED, XZ -> true;
            default -> false;
        };
    }

    InputStream open(ArchiveFile file, StoredEntry entry, Inflaters inflaters) throws IOException {
        var at = content(file, entry.path());
        var stream = file.slice(at, stored);
        var inflater = method == ZipMethod.DEFLATED ? inflaters.take() : null;
        try {
            InputStream expanded = switch (method) {
                case STORED -> stream;
                // One byte more than there is: some versions of zlib want to see it before they end.
                case DEFLATED -> new InflaterInputStream(file.slice(at, stored + 1), inflater, buffer());
                case ENHANCED_DEFLATED -> new Deflate64CompressorInputStream(stream);
                case BZIP2 -> new BZip2CompressorInputStream(stream);
                case ZSTD, ZSTD_DEPRECATED -> new ZstdCompressorInputStream(stream);
                case XZ -> Decompression.xz(stream);
                default -> throw new IllegalArgumentException("not readable: " + entry);
            };
            var summed = new CheckedInputStream(expanded, new CRC32());
            var closing = inflater == null ? expanded : inflaters.giverBack(inflater);
            return new CheckedContent(new SummedContent(summed, sum), entry.path(), entry.size(), closing);
        } catch (IOException e) {
            throw ReadFault.sort(e, entry.path());
        }
    }

    /** No larger than what there is to read: most files of most bags are small. */
    private int buffer() {
        return (int) Math.min(1 << 13, stored + 1);
    }

    /** The local header says again what the directory said; a zip that says two things is read differently by different programs. */
    private long content(ArchiveFile file, String path) throws IOException {
        var local = new byte[HEADER + name.length];
        if (file.read(local, 0, local.length, header) < local.length || !Arrays.equals(local, 0, 4, SIGNATURE, 0, 4))
            throw new DamagedArchive(path + ": expected a zip entry at byte " + header + ", found none");
        int nameLength = LittleEndian.two(local, 26);
        if (nameLength != name.length || !Arrays.equals(local, HEADER, local.length, name, 0, name.length))
            throw new DamagedArchive(
                    path + ": its name in the zip's directory and its name at byte " + header + " are not the same");
        return header + HEADER + nameLength + LittleEndian.two(local, 28);
    }

    /** Compares the sum at the end. */
    private static final class SummedContent extends BlockInput {
        private final CheckedInputStream in;
        private final long expected;

        SummedContent(CheckedInputStream in, long expected) {
            this.in = in;
            this.expected = expected;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = in.read(target, offset, length);
            if (n < 0 && in.getChecksum().getValue() != expected)
                throw new DamagedArchive(String.format(
                        java.util.Locale.ROOT,
                        "CRC-32 expected %08x, found %08x",
                        expected,
                        in.getChecksum().getValue()));
            return n;
        }
    }
}
