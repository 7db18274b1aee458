package org.newsbag.store;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of one entry: exactly as many bytes as were declared, or a {@link DamagedArchive}. */
final class CheckedContent extends FilterInputStream {
    private final String name;
    private final long declared;
    private final Closeable closing;
    private long count;

    /** @param closing what closing this stream closes, which may be nothing */
    CheckedContent(InputStream in, String name, long declared, Closeable closing) {
        super(in);
        this.name = name;
        this.declared = declared;
        this.closing = closing;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) return 0;
        int n;
        try {
            n = in.read(target, offset, length);
        } catch (IOException | RuntimeException e) { // a library meets bytes from strangers
            throw ReadFault.sort(e, name + ", at byte " + count + " of " + declared);
        }
        if (n > 0) count += n;
        if (count > declared || n < 0 && count < declared)
            throw new DamagedArchive(
                    name + ": expected " + declared + " bytes, found " + (n < 0 ? "only " + count : "more"));
        return n;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long left = wanted;
        var buffer = new byte[(int) Math.max(0, Math.min(wanted, 1 << 13))];
        while (left > 0) {
            int n = read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) break;
            left -= n;
        }
        return wanted - left;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }
}
