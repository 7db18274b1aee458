package org.newsbag.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicInteger;

/** Some bytes of a stream that several threads digest; the last of them to be done may give it back. */
final class Block {
    private final byte[] bytes;
    private final AtomicInteger users = new AtomicInteger();
    private int length;
    private boolean last;

    Block(int capacity) {
        bytes = new byte[capacity];
    }

    int room() {
        return bytes.length - length;
    }

    void append(byte[] from, int offset, int count) {
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    /** Appends what one read gives, and returns that. */
    int append(InputStream in) throws IOException {
        int read = in.read(bytes, length, room());
        if (read > 0) length += read;
        return read;
    }

    /** Nothing comes after this block. */
    void end() {
        last = true;
    }

    boolean last() {
        return last;
    }

    void share(int count) {
        users.set(count);
    }

    void digest(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    /** Says that one user is done; true for the last of them, and then the block is empty again. */
    boolean release() {
        if (users.decrementAndGet() > 0) return false;
        length = 0;
        last = false;
        return true;
    }
}
