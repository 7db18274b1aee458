package org.newsbag.finding;

import java.io.ByteArrayInputStream;

/** Bytes that come one at a time, as from a slow disk or a strange decompressor: what is read must not depend on it. */
public final class TrickledInput extends ByteArrayInputStream {
    public TrickledInput(byte[] bytes) {
        super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1));
    }
}
