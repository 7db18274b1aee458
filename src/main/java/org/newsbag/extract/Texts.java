package org.newsbag.extract;

/** What every text that leaves this package has in common. */
final class Texts {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** The text with LF line ends, without NUL and leading byte order mark; an unpaired surrogate becomes U+FFFD. */
    static String clean(String text) {
        int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int first = firstUnclean(text, start);
        if (first == text.length()) return text.substring(start);
        var clean = new StringBuilder(text.length()).append(text, start, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') clean.append('\n');
            } else if (Character.isSurrogate(c)) {
                if (isPair(text, i)) clean.append(c).append(text.charAt(++i));
                else clean.append(REPLACEMENT);
            } else if (c != 0) clean.append(c);
        }
        return clean.toString();
    }

    /**
     * The text of a parser that lays out pages and cells: as {@link #clean}, and without the white space at line ends, without
     * more than one empty line in a row, and without outer empty lines, none of which stand in the document.
     */
    static String tidy(String text) {
        var clean = clean(text);
        var tidy = new StringBuilder(clean.length());
        int empty = 0;
        int begin = 0;
        while (begin < clean.length() && isBlank(clean.charAt(begin))) begin++;
        for (int start = begin; start <= clean.length(); ) {
            int end = clean.indexOf('\n', start);
            if (end < 0) end = clean.length();
            int last = end;
            while (last > start && isBlank(clean.charAt(last - 1))) last--;
            if (last == start) empty++;
            else {
                if (tidy.length() > 0) tidy.append(empty > 0 ? "\n\n" : "\n");
                tidy.append(clean, start, last);
                empty = 0;
            }
            start = end + 1;
        }
        return tidy.toString();
    }

    /** At most so many UTF-16 units, never half a pair. */
    static String cut(String text, int units) {
        if (text.length() <= units) return text;
        return text.substring(0, units > 0 && Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units);
    }

    private static int firstUnclean(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == 0) return i;
            if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) return i;
                i++;
            }
        }
        return text.length();
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\f';
    }
}
