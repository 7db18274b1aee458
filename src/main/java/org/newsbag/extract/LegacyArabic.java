package org.newsbag.extract;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Tells windows-1256 and ISO-8859-6 from other charsets and from each other by the Arabic article: about one Arabic word in four begins with
 * alef lam, a pair of bytes that begins no word in the Latin, Cyrillic, Greek and Hebrew charsets of one byte.
 */
final class LegacyArabic {
    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final Charset ISO_8859_6 = Charset.forName("ISO-8859-6");
    private static final int ALEF = 0xC7;
    private static final int LAM_1256 = 0xE1;
    private static final int LAM_8859_6 = 0xE4;
    private static final int WORDS_AN_ARTICLE = 12;

    private LegacyArabic() {}

    static boolean isArabic(Charset charset) {
        return charset.equals(WINDOWS_1256) || charset.equals(ISO_8859_6);
    }

    static Optional<Charset> guess(byte[] bytes, int length) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < length; i++) {
            boolean high = (bytes[i] & 0xFF) >= 0xC0;
            if (high && !inWord) words++;
            inWord = high;
        }
        var better = better(bytes, length);
        int articles = articles(bytes, length, better.equals(ISO_8859_6) ? LAM_8859_6 : LAM_1256);
        return articles > 0 && articles * WORDS_AN_ARTICLE >= words && isPlausible(bytes, length, better)
                ? Optional.of(better)
                : Optional.empty();
    }

    /** Which of the two it is, if it is one of them; windows-1256 in doubt. */
    static Charset better(byte[] bytes, int length) {
        boolean iso = articles(bytes, length, LAM_8859_6) > articles(bytes, length, LAM_1256);
        return iso && isPlausible(bytes, length, ISO_8859_6) ? ISO_8859_6 : WINDOWS_1256;
    }

    private static int articles(byte[] bytes, int length, int lam) {
        int count = 0;
        for (int i = 0; i + 1 < length; i++)
            if ((bytes[i] & 0xFF) == ALEF && (bytes[i + 1] & 0xFF) == lam && (i == 0 || (bytes[i - 1] & 0xFF) < 0xC0))
                count++;
        return count;
    }

    /** Nearly all letters beyond ASCII are Arabic ones, and no byte is without a meaning. */
    private static boolean isPlausible(byte[] bytes, int length, Charset charset) {
        var text = new String(bytes, 0, length, charset);
        int arabic = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) continue;
            if (c == '\uFFFD' || c < 0xA0) return false;
            if (Character.UnicodeBlock.of(c) == Character.UnicodeBlock.ARABIC) arabic++;
            else if (Character.isLetter(c)) other++;
        }
        return other * 10 < arabic;
    }
}
