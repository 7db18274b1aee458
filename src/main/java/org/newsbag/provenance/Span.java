package org.newsbag.provenance;

/**
 * A stretch of the stored text.
 *
 * @param start the first code point, counted from 0
 * @param end the code point after the last
 * @param prefix up to 32 characters before the stretch
 * @param suffix up to 32 characters after it
 */
public record Span(int start, int end, String prefix, String suffix) {
    public Span {
        if (start < 0 || end < start) throw new IllegalArgumentException("no stretch of text: " + start + " to " + end);
    }
}
