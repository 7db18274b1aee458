package org.newsbag.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What all members of a gzip file hold, one behind the other. What follows the last one is told by an exception, but only once all bytes before it were given: the library's
 * own way through the members keeps some back.
 */
final class GzipMembers extends BlockInput {
    private final BufferedInputStream stored;
    private InputStream member;

    GzipMembers(InputStream stored) throws IOException {
        this.stored = new BufferedInputStream(stored, 1 << 16);
        member = member();
    }

    private InputStream member() throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(stored)
                .setDecompressConcatenated(false)
                .get();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = member.read(target, offset, length);
        while (n < 0) {
            stored.mark(2);
            int first = stored.read();
            if (first < 0) return -1;
            int second = stored.read();
            stored.reset();
            if (first != 0x1F || second != 0x8B) throw new IOException(ReadFault.GARBAGE + " .gz stream");
            member = member();
            n = member.read(target, offset, length);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
