package org.newsbag.store;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** A whole file decompressed from its beginning, all members and frames of it; a bomb throws {@link DamagedArchive}. */
final class Decompression extends BlockInput {
    /** What an XZ file may ask for, in KiB: twice what {@code xz -9} asks. */
    private static final int XZ_MEMORY = 1 << 17;

    private final ArchiveFile.Slice stored;
    private final InputStream expanded;
    private long count;

    private Decompression(ArchiveFile.Slice stored, InputStream expanded) {
        this.stored = stored;
        this.expanded = expanded;
    }

    /** @throws IOException from the library where already the first bytes are wrong */
    static Decompression of(ArchiveFile file, Serialization form) throws IOException {
        var stored = file.slice(0, Long.MAX_VALUE);
        return new Decompression(
                stored,
                switch (form) {
                    case TAR_GZ -> new GzipMembers(stored);
                    case TAR_ZST -> new ZstdCompressorInputStream(stored);
                    case TAR_XZ -> xz(stored);
                    case NONE, TAR, ZIP ->
                        throw new IllegalArgumentException("not compressed as a whole: " + form.id());
                });
    }

    static InputStream xz(InputStream stored) throws IOException {
        return XZCompressorInputStream.builder()
                .setInputStream(stored)
                .setDecompressConcatenated(true)
                .setMemoryLimitKiB(XZ_MEMORY)
                .get();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = expanded.read(target, offset, length);
        if (n > 0) count += n;
        if (Expansion.isBomb(stored.position(), count)) throw Expansion.bomb(stored.position(), count);
        return n;
    }

    @Override
    public void close() throws IOException {
        expanded.close();
    }
}
