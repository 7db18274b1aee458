package org.newsbag.provenance;

import java.text.Normalizer;

/**
 * Spelling made comparable: compatibility forms, case, vowel marks, hamza carriers, tatweel, bidi marks, digit shapes and the dotted and
 * dotless i all fall together; every run of white space or punctuation becomes one space. Names are compared by this key and nothing else.
 */
final class Fold {
    private Fold() {}

    /** The key of a name: folded words parted by single spaces, none at the ends. */
    static String key(CharSequence text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || isInvisible(c)) append(out, c);
            else if (Character.getType(c) == Character.NON_SPACING_MARK) continue;
            else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') end--;
        return out.substring(0, end);
    }

    /** How many characters of the text, from a place on, fold to exactly this key; -1 where they fold to something else. */
    static int prefix(String text, int from, int to, String key) {
        var out = new StringBuilder(key.length() + 4);
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            append(out, c);
            if (out.length() < key.length()) continue;
            while (i < to && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) i++;
            return out.toString().equals(key) ? i - from : -1;
        }
        return -1;
    }

    /** Marks that show nothing: bidi controls, joiners, tatweel, byte order marks. */
    static boolean isInvisible(int c) {
        return c == 0x0640 || c == 0xFEFF || Character.getType(c) == Character.FORMAT;
    }

    private static void append(StringBuilder out, int c) {
        if (c < 0x80) out.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
        else if (c >= 0x0621 && c <= 0x064A) out.append(arabic((char) c));
        else if (c >= 0x0430 && c <= 0x044F && c != 0x0439) out.append((char) c);
        else if (c >= 0x0410 && c <= 0x042F && c != 0x0419) out.append((char) (c + 32));
        else if (c >= 0x4E00 && c <= 0x9FFF) out.append((char) c);
        else if (!isInvisible(c)) slowly(out, c);
        int last = out.length() - 1;
        if (last >= 0 && out.charAt(last) == 0) out.setLength(last);
    }

    private static void slowly(StringBuilder out, int c) {
        int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
        if (digit >= 0) {
            out.append((char) ('0' + digit));
            return;
        }
        var parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); i++) {
            char p = parts.charAt(i);
            if (Character.getType(p) == Character.NON_SPACING_MARK || isInvisible(p)) continue;
            char folded = arabic(Character.toLowerCase(p));
            if (folded != 0) out.append(folded == 'ı' ? 'i' : folded == 'ø' ? 'o' : folded == 'ł' ? 'l' : folded);
        }
    }

    /** Zero for what is dropped. */
    private static char arabic(char c) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی', 'ئ', 'ې' -> 'ي';
            case 'ة', 'ہ', 'ۀ', 'ە' -> 'ه';
            case 'ؤ' -> 'و';
            case 'ک' -> 'ك';
            case 'گ' -> 'گ';
            case 'ـ', 'ء' -> 0;
            default -> c;
        };
    }
}
