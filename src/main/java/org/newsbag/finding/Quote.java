package org.newsbag.finding;

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
}
