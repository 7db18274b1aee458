package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the text without its outer white space, never empty.
 *
 * @param start the first character in the whole text
 * @param end the character after the last
 * @param apart whether a blank line, or the beginning, stands before it
 * @param cut whether the window ends before the line does
 */
record Line(int start, int end, boolean apart, boolean cut) {
    int length() {
        return end - start;
    }

    String in(String text) {
        return text.substring(start, end);
    }

    /** The lines of a window of the text. */
    static List<Line> of(String text, int from, int to) {
        var lines = new ArrayList<Line>();
        boolean apart = true;
        for (int i = from; i < to; ) {
            int end = i;
            while (end < to && !isBreak(text.charAt(end))) end++;
            int start = i;
            int last = end;
            while (start < last && isBlank(text.charAt(start))) start++;
            while (last > start && isBlank(text.charAt(last - 1))) last--;
            if (start == last) apart = true;
            else {
                lines.add(new Line(start, last, apart, end == to && to < text.length()));
                apart = false;
            }
            i = end + 1;
        }
        return lines;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\f';
    }

    private static boolean isBlank(char c) {
        return Token.isSpace(c) || Character.getType(c) == Character.FORMAT || c == '*' || Character.isISOControl(c);
    }
}
