package org.newsbag.fixity;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Sources that are awkward to read. */
final class Sources {
    private Sources() {}

    /** Gives a few bytes at a time, and does not always know its size. */
    record Short(byte[] bytes, int seed) implements ByteSource {
        @Override
        public InputStream open() {
            var random = new Random(seed);
            return new ByteArrayInputStream(bytes) {
                @Override
                public int read(byte[] into, int offset, int length) {
                    return super.read(into, offset, Math.min(length, 1 + random.nextInt(3000)));
                }
            };
        }

        @Override
        public long size() {
            return seed % 3 == 0 ? -1 : bytes.length;
        }
    }

    record Broken(byte[] bytes, int after) implements ByteSource {
        @Override
        public InputStream open() {
            return new FilterInputStream(new ByteArrayInputStream(bytes, 0, after)) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int read = super.read(into, offset, length);
                    if (read < 0) throw new IOException("bad sector");
                    return read;
                }
            };
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /** Counts its streams that are open. */
    record Counted(byte[] bytes, AtomicInteger streams) implements ByteSource {
        @Override
        public InputStream open() {
            streams.incrementAndGet();
            return new ByteArrayInputStream(bytes) {
                @Override
                public void close() {
                    streams.decrementAndGet();
                }
            };
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
