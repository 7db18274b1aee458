package org.newsbag.provenance;

import java.util.List;
import java.util.Optional;

/** Finds the headline among the lines that stand before the first credit or the first paragraph. */
final class Headlines {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 220;
    private static final int LONGEST_IDEOGRAPHIC = 70;

    private final Lexicon lexicon;

    Headlines(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Notes headline and kicker.
     *
     * @param above the lines before the first credit, paragraph or label, page furniture left out
     * @param credited whether a credit follows them
     * @param body the first paragraph, where there is one
     * @return why there is no headline; empty where there is one
     */
    Optional<String> read(String text, List<Line> above, boolean credited, Optional<Line> body, Finds finds) {
        if (above.isEmpty())
            return Optional.of(body.isPresent() ? "the text starts with prose" : "the text starts with a credit");
        int at = 0;
        while (at + 1 < above.size()
                && at < 3
                && isOpenEnded(text, above.get(at))
                && isTitle(text, above.get(at + 1), true)) at++;
        while (at + 1 < above.size()
                && at < 3
                && isSection(text, above.get(at))
                && isTitle(text, above.get(at + 1), true)) at++;
        var line = above.get(at);
        if (!isTitle(text, line, credited)) return Optional.of("the first line is not plainly a headline");
        if (!credited && !standsOver(text, line, at, above, body))
            return Optional.of("the first line is not plainly a headline");
        for (int i = 0; i < at; i++)
            if (isOpenEnded(text, above.get(i))) {
                finds.add(Field.KICKER, above.get(i).start(), above.get(i).end(), "kicker.open-line/1");
                break;
            }
        finds.add(
                Field.HEADLINE, line.start(), line.end(), credited ? "headline.over-credit/1" : "headline.over-text/1");
        return Optional.empty();
    }

    /** Without a credit, a headline stands apart from a longer paragraph that follows it. */
    private static boolean standsOver(String text, Line line, int at, List<Line> above, Optional<Line> body) {
        if (body.isEmpty()) return false;
        var paragraph = body.get();
        boolean more = text.length() - paragraph.end() > 120;
        if (paragraph.length() < (more ? 70 : 120) || !more && paragraph.length() < line.length() * 3 / 2) return false;
        if (above.size() - at > 4) return false;
        int c = text.codePointAt(paragraph.start());
        var next = at + 1 < above.size() ? above.get(at + 1) : paragraph;
        return next.apart()
                || !Character.isLowerCase(c)
                        && (next.length() > line.length() * 3 / 2 || more && isSentence(text, next))
                || at + 1 < above.size();
    }

    private static boolean isSentence(String text, Line line) {
        return ".!?؟。".indexOf(text.charAt(line.end() - 1)) >= 0;
    }

    private boolean isTitle(String text, Line line, boolean credited) {
        if (line.cut() || line.length() < SHORTEST || line.length() > LONGEST) return false;
        boolean ends = text.charAt(line.end() - 1) == '。';
        if ((ends || line.length() > LONGEST_IDEOGRAPHIC) && isIdeographic(line.in(text))) return false;
        int first = text.codePointAt(line.start());
        if (line.in(text).regionMatches(true, 0, "copyright", 0, 9) || first == '©') return false;
        if ("#=-|>+~`<".indexOf(first) >= 0 || Character.isLowerCase(first)) return false;
        var tokens = Token.of(text, line.start(), line.end());
        long words = tokens.stream().filter(Token::isWord).count();
        if (words < (credited ? 2 : 3) && !isIdeographic(line.in(text)) || words > 32) return false;
        var last = tokens.get(tokens.size() - 1);
        if (last.kind() == Token.Kind.COLON || last.kind() == Token.Kind.COMMA) return false;
        if (last.kind() == Token.Kind.DOT && !credited) return false;
        return !line.in(text).contains("://") && !isNoise(text, line);
    }

    /** A script without spaces between words. */
    private static boolean isIdeographic(String line) {
        return line.codePoints().filter(Character::isIdeographic).count() >= SHORTEST;
    }

    /** Ends as if the next line went on: dots, a colon, a dash. */
    private static boolean isOpenEnded(String text, Line line) {
        if (line.length() > 60) return false;
        char last = text.charAt(line.end() - 1);
        return line.in(text).endsWith("..") || last == '…' || last == ':' || last == '—' || last == '–' || last == '-';
    }

    /** One word, or the words that editors set above urgent news. */
    private boolean isSection(String text, Line line) {
        if (line.length() > 40) return false;
        boolean word = line.in(text).chars().noneMatch(Token::isSpace)
                && Token.of(text, line.start(), line.end()).stream().allMatch(Token::isWord);
        return word || lexicon.is("kicker-words", Fold.key(line.in(text)));
    }

    /** Numbers, addresses, identifiers. */
    static boolean isNoise(String text, Line line) {
        var s = line.in(text);
        int letters = 0;
        int others = 0;
        for (int i = 0; i < s.length(); i++)
            if (Character.isLetter(s.charAt(i))) letters++;
            else if (!Character.isWhitespace(s.charAt(i))) others++;
        return letters < others || s.matches("(?i)[0-9a-f]{8}-[0-9a-f-]{20,}") || s.matches("(?i)(https?|www)[:.]\\S+");
    }
}
