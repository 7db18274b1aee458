package org.newsbag.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * UTF-16 without a byte order mark. Every text has spaces, line ends or digits, which in UTF-16 are a zero byte beside an ASCII byte, and
 * no other charset of text has zero bytes.
 */
final class Utf16 {
    private static final double TOLERATED = 0.02;

    private Utf16() {}

    static Optional<Charset> guess(byte[] bytes, int length) {
        int even = length & ~1;
        if (even < 4 || !hasZero(bytes, even)) return Optional.empty();
        var little = new Reading(bytes, even, 1);
        var big = new Reading(bytes, even, 0);
        var better = little.ascii > big.ascii ? little : big;
        if (better.ascii == 0 || better.wrong > TOLERATED * (even / 2)) return Optional.empty();
        return Optional.of(better == little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static boolean hasZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) if (bytes[i] == 0) return true;
        return false;
    }

    /** Counts what the bytes would be in one of the two orders. */
    private static final class Reading {
        int ascii;
        int wrong;

        Reading(byte[] bytes, int length, int high) {
            for (int i = 0; i < length; i += 2) {
                char c = (char) ((bytes[i + high] & 0xFF) << 8 | bytes[i + 1 - high] & 0xFF);
                if (c == '\n' || c == '\r' || c == '\t' || c >= ' ' && c < 0x7F) ascii++;
                else if (Character.isISOControl(c) || !Character.isDefined(c) || isPrivate(c)) wrong++;
            }
        }

        private static boolean isPrivate(char c) {
            return c >= '\uE000' && c <= '\uF8FF' || c == '\uFFFE' || c == '\uFFFF';
        }
    }
}
