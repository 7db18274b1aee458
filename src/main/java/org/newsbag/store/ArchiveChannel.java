package org.newsbag.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** An open file for a library that wants a channel; closing it leaves the file open, and a fault of the machine is told apart. */
final class ArchiveChannel implements SeekableByteChannel {
    private static final int BLOCK = 1 << 13;

    private final ArchiveFile file;
    private final byte[] block = new byte[BLOCK];
    private long blockFrom;
    private int blockLength;
    private long at;

    ArchiveChannel(ArchiveFile file) {
        this.file = file;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!target.hasRemaining()) return 0;
        if (at >= file.size()) return -1;
        if (at < blockFrom || at >= blockFrom + blockLength) {
            blockFrom = at;
            blockLength = Math.max(0, file.read(block, 0, BLOCK, at));
            if (blockLength == 0) return -1;
        }
        int from = (int) (at - blockFrom);
        int n = Math.min(target.remaining(), blockLength - from);
        target.put(block, from, n);
        at += n;
        return n;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public SeekableByteChannel position(long place) {
        if (place < 0) throw new IllegalArgumentException("before the beginning of the file: " + place);
        at = place;
        return this;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // The file belongs to the store.
    }
}
