package org.newsbag.bag;

/**
 * One metadata element of {@code bag-info.txt} (RFC 8493, section 2.2.2).
 *
 * @param label without colon, line breaks, control characters, outer white space or a byte order mark before it
 * @param value without line breaks and control characters, tabs excepted; outer white space is removed
 */
public record Tag(String label, String value) {
    /** Longer lines are folded where the value has a single space. */
    private static final int LINE_LENGTH = 79;

    /** @throws MalformedTag where the label or the value could be read back as something else */
    public Tag {
        if (label.isEmpty()
                || !label.strip().equals(label)
                || label.indexOf(':') >= 0
                || label.indexOf('\uFEFF') == 0
                || breaksLine(label))
            throw new MalformedTag(
                    "\"" + label
                            + "\" cannot be a label of bag-info.txt: it must not be empty, hold a colon, a line break or a control character, begin with a byte order mark, or begin or end with a space.");
        if (breaksLine(value))
            throw new MalformedTag(
                    "The value of " + label
                            + " holds a line break or another control character, which could forge another line of bag-info.txt. Write it on one line.");
        value = value.strip();
    }

    /** Reads {@code Label: value} as it is typed on a command line. */
    public static Tag parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) throw new MalformedTag("\"" + text + "\" has no colon. Expected \"Label: value\".");
        return new Tag(text.substring(0, colon).strip(), text.substring(colon + 1));
    }

    /** Labels compare without regard to case. */
    public boolean isLabelled(String other) {
        return label.equalsIgnoreCase(other);
    }

    /** The tag as it stands in the file, with LF line ends; long values go on after a line feed and a space. */
    String toLines() {
        var lines = new StringBuilder();
        var line = new StringBuilder(label).append(": ");
        var rest = value;
        while (line.length() + rest.length() > LINE_LENGTH) {
            int fold = foldBefore(rest, LINE_LENGTH - line.length());
            if (fold < 0) break;
            lines.append(line).append(rest, 0, fold).append('\n');
            line.setLength(0);
            line.append(' ');
            rest = rest.substring(fold + 1);
        }
        return lines.append(line).append(rest).append('\n').toString();
    }

    /**
     * The last single space at or before the limit, else the first after it; -1 where there is none. Beside other white space none is single: a
     * reader takes away what stands at the end of a line and at the beginning of the next.
     */
    private static int foldBefore(String text, int limit) {
        int fold = -1;
        for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
            if (i > limit && fold >= 0) break;
            boolean single = i > 0
                    && !Character.isWhitespace(text.charAt(i - 1))
                    && i + 1 < text.length()
                    && !Character.isWhitespace(text.charAt(i + 1));
            if (single) fold = i;
        }
        return fold;
    }

    /** Not only CR and LF: programs in other languages end a line at other characters too (Unicode Standard, section 5.8). */
    private static boolean breaksLine(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t' || c == '\u2028' || c == '\u2029');
    }
}
