package org.newsbag.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of an archive's entry, and the place that it has in the bag, if it has one.
 *
 * @param raw as it stands in the archive
 * @param place the same without {@code ./}, doubled or final slashes; empty for the archive's own top (such as {@code ./})
 * @param refusal why no file may be put there; empty where one may
 */
record MemberName(String raw, String place, Optional<String> refusal) {
    /** No path is longer on any system that newsbag knows of; it bounds what a stranger can make us hold and compare. */
    static final int LONGEST = 1 << 16;

    static MemberName of(String raw) {
        if (raw.length() > LONGEST) {
            var start = raw.substring(0, 100);
            return new MemberName(start + "...", start, Optional.of("is longer than " + LONGEST + " characters"));
        }
        var segments = new ArrayList<String>();
        boolean leaves = false;
        for (var segment : raw.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".")) continue;
            leaves |= segment.equals("..");
            if (segment.indexOf('\\') >= 0)
                leaves |= List.of(segment.split("\\\\", -1)).contains("..");
            segments.add(segment);
        }
        var place = String.join("/", segments);
        return new MemberName(raw, place.equals(raw) ? raw : place, refusal(raw, leaves));
    }

    private static Optional<String> refusal(String raw, boolean leaves) {
        if (raw.isEmpty()) return Optional.of("is empty");
        if (raw.startsWith("/") || raw.startsWith("\\")) return Optional.of("is absolute");
        if (leaves) return Optional.of("holds the segment \"..\"");
        if (hasDrive(raw)) return Optional.of("begins with the letter of a drive");
        if (raw.indexOf('\0') >= 0) return Optional.of("holds the character NUL");
        return Optional.empty();
    }

    private static boolean hasDrive(String raw) {
        return raw.length() > 1 && raw.charAt(1) == ':' && (raw.charAt(0) | 32) >= 'a' && (raw.charAt(0) | 32) <= 'z';
    }

    /** A text of a stranger's for a message: not longer than a line, without control characters. */
    static String shown(String text) {
        var start = text.length() > 200 ? text.substring(0, 200) + "..." : text;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /** The first segment of the place. */
    static String top(String place) {
        int slash = place.indexOf('/');
        return slash < 0 ? place : place.substring(0, slash);
    }
}
