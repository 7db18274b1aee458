package org.newsbag.bag;

import java.util.Optional;

/** {@code Payload-Oxum}: octets and number of the payload's files (RFC 8493, section 2.2.2). */
public record PayloadOxum(long octets, long streams) {
    /** Reads {@code octets.streams}, decimal digits only; empty where the text is not of that form. */
    public static Optional<PayloadOxum> parse(String text) {
        int dot = text.indexOf('.');
        var octets = number(text, 0, dot);
        var streams = number(text, dot + 1, text.length());
        return dot < 0 || octets < 0 || streams < 0 ? Optional.empty() : Optional.of(new PayloadOxum(octets, streams));
    }

    private static long number(String text, int from, int to) {
        if (from >= to) return -1;
        for (int i = from; i < to; i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return -1;
        try {
            return Long.parseLong(text, from, to, 10);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // beyond what a long holds, which no bag is
        }
    }

    @Override
    public String toString() {
        return octets + "." + streams;
    }
}
