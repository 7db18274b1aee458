package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or a mark of a line.
 *
 * @param start the first character in the whole text
 * @param end the character after the last
 * @param key a word's folded form; empty for marks
 * @param spaced whether white space stands before it
 */
record Token(Kind kind, int start, int end, String key, boolean spaced) {
    enum Kind {
        WORD,
        DASH,
        COLON,
        COMMA,
        DOT,
        DOTS,
        SLASH,
        OPEN,
        CLOSE,
        QUOTE,
        APOSTROPHE,
        OTHER
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether it is a word that lost the space to the word before it. */
    boolean isGlued(Token before) {
        return isWord() && before.isWord() && before.end == start;
    }

    /** The first character behind the beginning of a word that folds to a key; the word's own first where it does not begin so. */
    int behind(String beginning, String text) {
        return start + Math.max(0, Fold.prefix(text, start, end, beginning));
    }

    /** The tokens of a stretch of text, in order. */
    static List<Token> of(String text, int from, int to) {
        var tokens = new ArrayList<Token>();
        boolean spaced = true;
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            int start = i;
            i += Character.charCount(c);
            if (isSpace(c)) {
                spaced = true;
                continue;
            }
            if (isDashingTatweel(text, start, from, to)) {
                while (i < to && text.charAt(i) == 'ـ') i++;
                tokens.add(new Token(Kind.DASH, start, i, "", spaced));
            } else if (isWordPart(c)) {
                while (i < to
                        && isWordPart(text.codePointAt(i))
                        && !isDashingTatweel(text, i, from, to)
                        && !isGlued(text, i)) i += Character.charCount(text.codePointAt(i));
                var key = Fold.key(text.substring(start, i));
                if (key.isEmpty()) continue;
                tokens.add(new Token(Kind.WORD, start, i, key, spaced));
            } else {
                var kind = kind(c);
                if (kind == Kind.DOT || kind == Kind.DASH) while (i < to && kind(text.codePointAt(i)) == kind) i++;
                if (kind == Kind.DOT && (i - start > 1 || c == '…')) kind = Kind.DOTS;
                tokens.add(new Token(kind, start, i, "", spaced));
            }
            spaced = false;
        }
        return tokens;
    }

    /** A word ends with teh marbuta: a letter behind it is the next word, which lost its space. */
    private static boolean isGlued(String text, int at) {
        return text.charAt(at - 1) == 'ة' && text.charAt(at) >= 'ء' && text.charAt(at) <= 'ي' && text.charAt(at) != 'ـ';
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Fold.isInvisible(c);
    }

    /** A tatweel that does not join two letters is a dash. */
    private static boolean isDashingTatweel(String text, int at, int from, int to) {
        if (text.charAt(at) != 'ـ') return false;
        int before = at - 1;
        int after = at + 1;
        while (before >= from && Fold.isInvisible(text.charAt(before))) before--;
        while (after < to && Fold.isInvisible(text.charAt(after))) after++;
        boolean open = before < from || !isWordPart(text.charAt(before));
        return open || after >= to && at - before > 1 || after < to && !isWordPart(text.charAt(after)) && open;
    }

    private static Kind kind(int c) {
        return switch (c) {
            case '-', '‐', '‑', '‒', '–', '—', '―', '−', '_', '﹘', '－' -> Kind.DASH;
            case ':', '：' -> Kind.COLON;
            case ',', '،', '、', '，', ';', '؛' -> Kind.COMMA;
            case '.', '…', '。', '۔' -> Kind.DOT;
            case '/', '|', '\\', '／' -> Kind.SLASH;
            case '(', '[', '{', '（', '﴾', '【' -> Kind.OPEN;
            case ')', ']', '}', '）', '﴿', '】' -> Kind.CLOSE;
            case '"', '«', '»', '“', '”', '„', '‹', '›' -> Kind.QUOTE;
            case '\'', '’', '‘', 'ʼ', '`' -> Kind.APOSTROPHE;
            default -> Kind.OTHER;
        };
    }
}
