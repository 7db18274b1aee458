package org.newsbag.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The fields that a zip's entry has beside the usual ones (APPNOTE, section 4.5). What is no whole field is passed over. */
record ZipExtra(byte[] bytes) {
    private static final int HEADER = 4;

    /** The content of the first field of a kind. */
    Optional<ByteBuffer> field(int kind) {
        for (int at = 0; at + HEADER <= bytes.length; at += HEADER + LittleEndian.two(bytes, at + 2)) {
            int length = LittleEndian.two(bytes, at + 2);
            if (LittleEndian.two(bytes, at) == kind && at + HEADER + length <= bytes.length)
                return Optional.of(
                        ByteBuffer.wrap(bytes, at + HEADER, length).slice().order(ByteOrder.LITTLE_ENDIAN));
        }
        return Optional.empty();
    }
}
