package org.newsbag.provenance;

import java.util.List;

/**
 * A dateline, or a credit without a place, taken apart.
 *
 * @param shape how it stands in the text
 * @param start the first character in the whole text, an opening bracket included
 * @param end the character after the last, a closing bracket included
 * @param style places, dates and sources as letters with the marks between them: {@code P-A}, {@code P D A}
 */
record Credit(Shape shape, List<Segment> segments, int start, int end, String style) {
    enum Shape {
        /** Alone on its line. */
        LINE,
        /** Before the first sentence of a paragraph. */
        RUN_IN,
        /** A place and a dash before the first sentence. */
        BARE,
        /** A place and nothing else on its line: a dateline only where a paragraph follows. */
        ALONE
    }

    /** Whether its line holds nothing else. */
    boolean isLine() {
        return shape == Shape.LINE || shape == Shape.ALONE;
    }

    boolean has(Segment.Role role) {
        return segments.stream().anyMatch(s -> s.role() == role);
    }
}
