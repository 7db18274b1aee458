package org.newsbag.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One open file, read at any place by any number of threads at once. */
final class ArchiveFile implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private final long size;

    private ArchiveFile(Path path, FileChannel channel, long size) {
        this.path = path;
        this.channel = channel;
        this.size = size;
    }

    static ArchiveFile open(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        return new ArchiveFile(path, channel, channel.size());
    }

    String name() {
        var name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Its length in bytes when it was opened. */
    long size() {
        return size;
    }

    /** Reads up to the length of the buffer, less only at the end of the file; -1 behind it. */
    int read(byte[] buffer, int offset, int length, long position) throws ReadFault {
        try {
            var into = ByteBuffer.wrap(buffer, offset, length);
            while (into.hasRemaining()) {
                int n = channel.read(into, position + into.position() - offset);
                if (n < 0) break;
            }
            int read = into.position() - offset;
            return read == 0 && length > 0 ? -1 : read;
        } catch (IOException e) {
            throw new ReadFault(e);
        }
    }

    /** The bytes from a place to the end of the file or for a length, whichever is nearer. */
    Slice slice(long from, long length) {
        return new Slice(from, from > size ? from : from + Math.min(length, size - from));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A stretch of the file as a stream that knows where it stands and can leap. Not for several threads; each takes its own. */
    final class Slice extends InputStream {
        private static final int BUFFER = 1 << 13;

        private final long end;
        private long at;
        private byte[] buffer = new byte[0];
        private long bufferFrom;
        private int bufferLength;

        private Slice(long from, long end) {
            this.at = from;
            this.end = end;
        }

        /** Where in the file the next byte stands. */
        long position() {
            return at;
        }

        void position(long place) {
            at = place;
        }

        /** How many bytes are left, be they ever so many. */
        long left() {
            return Math.max(0, end - at);
        }

        @Override
        public int read() throws IOException {
            if (!fill()) return -1;
            return buffer[(int) (at++ - bufferFrom)] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (at >= end) return -1;
            int wanted = (int) Math.min(length, end - at);
            int n;
            if (wanted >= BUFFER) n = ArchiveFile.this.read(target, offset, wanted, at);
            else {
                if (!fill()) return -1;
                n = (int) Math.min(wanted, bufferFrom + bufferLength - at);
                System.arraycopy(buffer, (int) (at - bufferFrom), target, offset, n);
            }
            if (n > 0) at += n;
            return n;
        }

        private boolean fill() throws IOException {
            if (at >= end) return false;
            if (at >= bufferFrom && at < bufferFrom + bufferLength) return true;
            if (buffer.length == 0) buffer = new byte[(int) Math.min(BUFFER, end - at)];
            bufferFrom = at;
            bufferLength = Math.max(0, ArchiveFile.this.read(buffer, 0, (int) Math.min(buffer.length, end - at), at));
            return bufferLength > 0;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, left());
        }
    }
}
