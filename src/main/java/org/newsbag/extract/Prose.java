package org.newsbag.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the first bytes of a file that is named as text say without any pattern of a format being tried: trying them all is most of the work
 * for a short article. Formats of text announce themselves in ASCII: by a word at the beginning, by markup, or by header lines.
 */
final class Prose {
    /** Whatever kind of text it is, mail, a page, a program, its beginning tells. */
    private static final int WINDOW = 1024;

    private Prose() {}

    /** Whether this is UTF-8 whose first letter or digit is beyond ASCII, without markup and without header lines. */
    static boolean isCertain(byte[] head) {
        var window = window(head);
        if (!isOnlyText(window) || hasMarkup(window)) return false;
        var text = CharBuffer.allocate(window.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(window), text, false);
        if (result.isError()) return false;
        text.flip();
        int first = 0;
        while (first < text.length() && !Character.isLetterOrDigit(text.charAt(first))) first++;
        return first < text.length() && text.charAt(first) > 0x7f;
    }

    static byte[] window(byte[] head) {
        return head.length > WINDOW ? Arrays.copyOf(head, WINDOW) : head;
    }

    /** No control character but those of lines and pages. */
    static boolean isOnlyText(byte[] head) {
        for (byte b : head) if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') return false;
        return true;
    }

    private static boolean hasMarkup(byte[] head) {
        for (int i = 0; i < head.length; i++)
            if (head[i] == '<' || head[i] == '%' || head[i] == '@' || isHeaderLine(head, i)) return true;
        return false;
    }

    /** Whether a line begins here as that of a mail does, with a name and a colon. */
    private static boolean isHeaderLine(byte[] head, int at) {
        if (at > 0 && head[at - 1] != '\n' && head[at - 1] != '\r') return false;
        int end = at;
        while (end < head.length && (head[end] == '-' || head[end] > 0 && Character.isLetter(head[end]))) end++;
        return end > at && end < head.length && head[end] == ':';
    }
}
