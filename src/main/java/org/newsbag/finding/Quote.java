package org.newsbag.finding;

import java.util.Locale;

/** A stranger's words in a message: never more of them than a person reads, because findings are kept by the thousand and a line may be endless. */
public final class Quote {
    /** In UTF-16 units. */
    static final int LONGEST = 500;

    private Quote() {}

    /** The text in quotes, or its beginning. */
    public static String of(String text) {
        return '"' + beginning(text) + '"';
    }

    /** The text, or its beginning and three dots. */
    public static String beginning(String text) {
        if (text.length() <= LONGEST) return text;
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "...";
    }

    /**
     * The text with every character written out that would move the cursor, break the line, turn the direction of what follows, or look like a
     * space and be none.
     */
    public static String visible(String text) {
        int at = 0;
        while (at < text.length() && !isUnsafe(text.charAt(at))) at++;
        if (at == text.length()) return text;
        var visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isUnsafe(c)) visible.append(String.format(Locale.ROOT, "\\u%04X", c));
            else visible.appendCodePoint(c);
        });
        return visible.toString();
    }

    private static boolean isUnsafe(int c) {
        return Character.isISOControl(c)
                || c == 0x00A0
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
