package org.newsbag.provenance;

import java.util.List;
import java.util.Optional;

/**
 * Types the stretch of a credit that begins at a token: a member of a list where it stands as a whole segment, else a run of words up to the next
 * mark, which is a person, an outlet, a desk or unknown.
 */
final class CreditSegments {
    private final SegmentReader segments;
    private final Lexicon lexicon;
    private final Names names;

    CreditSegments(SegmentReader segments) {
        this.segments = segments;
        this.lexicon = segments.lexicon();
        this.names = new Names(lexicon);
    }

    boolean isAnd(List<Token> tokens, int i, Segment last) {
        return last.isSource()
                && lexicon.is("and", tokens.get(i).key())
                && i + 1 < tokens.size()
                && segments.at(tokens, i + 1)
                        .filter(r -> r.segment().isSource())
                        .isPresent();
    }

    static int words(List<Token> tokens, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) if (tokens.get(i).isWord()) words++;
        return words;
    }

    /** The segment that begins here; null where prose does. */
    SegmentReader.Read at(String text, List<Token> tokens, int i) {
        if (lexicon.is("anti", tokens.get(i).key())) return staff(tokens, i);
        if (isBoundary(tokens, i + 1) && lexicon.is("section", tokens.get(i).key())) return null;
        var labelled = labelled(text, tokens, i);
        if (labelled != null) return labelled;
        var read = segments.at(tokens, i).orElse(null);
        if (read != null && (isBoundary(tokens, read.end()) || isFollowedByMember(text, tokens, read))) return read;
        var joined = joinedSource(tokens.get(i));
        if (joined.isPresent() && isBoundary(tokens, i + 1))
            return new SegmentReader.Read(
                    new Segment(
                            joined.get().role(),
                            tokens.get(i).behind("و", text),
                            tokens.get(i).end(),
                            joined.get().label(),
                            false,
                            joined.get().authority()),
                    i + 1);
        var glued = glued(text, tokens.get(i), i);
        return glued != null ? glued : run(text, tokens, i);
    }

    /** Words up to a mark: a person where a known name is in them, an outlet or a desk where a word says so. */
    private SegmentReader.Read run(String text, List<Token> tokens, int i) {
        int end = i;
        while (end < tokens.size()
                && !endsRun(tokens, end)
                && !(end > i && joinedSource(tokens.get(end)).isPresent())
                && !(end > i && (isPlaceBeforeColon(tokens, end) || isFrom(text, tokens, end)))) end++;
        if (words(tokens, i, end) > 12) return null;
        var persons = names.persons(tokens, i, end, text);
        boolean known = !persons.isEmpty() && persons.stream().allMatch(Names.Person::known);
        if (!known && words(tokens, i, end) > 5) return null;
        var role = known ? Segment.Role.PERSON : unlisted(tokens, i, end);
        return role == null
                ? null
                : new SegmentReader.Read(
                        Segment.unlisted(
                                role, tokens.get(i).start(), tokens.get(end - 1).end()),
                        end);
    }

    /** What words in no list may be; null where they are prose. "Our correspondent" names nobody. */
    private Segment.Role unlisted(List<Token> tokens, int from, int to) {
        if (holds("function", tokens, from, to)) return null;
        if (holds("outlet-word", tokens, from, to)) return Segment.Role.OUTLET;
        return holds("desk", tokens, from, to) ? Segment.Role.GENERIC : Segment.Role.UNKNOWN;
    }

    private boolean holds(String role, List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) if (lexicon.is(role, tokens.get(i).key())) return true;
        return false;
    }

    /** A reporter with the label inside a credit: {@code PLACE - by NAME}. */
    private SegmentReader.Read labelled(String text, List<Token> tokens, int i) {
        boolean marked = i + 1 < tokens.size() && tokens.get(i + 1).kind() == Token.Kind.COLON;
        var word = tokens.get(i).key();
        if (i == 0 || !(lexicon.is("byline", word) || marked && lexicon.is("byline-noun", word))) return null;
        int from = i + 1;
        while (from < tokens.size()
                && (tokens.get(from).kind() == Token.Kind.COLON
                        || tokens.get(from).kind() == Token.Kind.SLASH)) from++;
        int end = from;
        while (end < tokens.size() && !endsRun(tokens, end)) end++;
        if (from == end || names.persons(tokens, from, end, text).isEmpty()) return null;
        return new SegmentReader.Read(
                Segment.unlisted(
                        Segment.Role.PERSON,
                        tokens.get(from).start(),
                        tokens.get(end - 1).end()),
                end);
    }

    private static SegmentReader.Read staff(List<Token> tokens, int from) {
        int end = from + 1;
        if (end < tokens.size() && tokens.get(end).kind() == Token.Kind.COLON) end++;
        while (end < tokens.size()
                && (tokens.get(end).isWord() || tokens.get(end).kind() == Token.Kind.APOSTROPHE)) end++;
        return new SegmentReader.Read(
                new Segment(
                        Segment.Role.STAFF,
                        tokens.get(from).start(),
                        tokens.get(end - 1).end(),
                        "",
                        false,
                        Optional.empty()),
                end);
    }

    /** "And agencies", which Arabic writes in one word. */
    private Optional<Lexicon.Body> joinedSource(Token token) {
        if (!token.key().startsWith("و")) return Optional.empty();
        return lexicon.body(token.key().substring(1))
                .filter(body -> body.role() == Segment.Role.GENERIC || body.role() == Segment.Role.AGENCY)
                .filter(body -> !body.ordinary());
    }

    /** "Agencies" that lost the space before the first word of the text. */
    private SegmentReader.Read glued(String text, Token token, int i) {
        for (var word : List.of("وكالات", "رويترز")) {
            if (!token.key().startsWith(word) || token.key().length() < word.length() + 3) continue;
            int length = Fold.prefix(text, token.start(), token.end(), word);
            if (length < 0) continue;
            var body = lexicon.body(word).orElseThrow();
            return new SegmentReader.Read(
                    new Segment(
                            body.role(), token.start(), token.start() + length, body.label(), false, body.authority()),
                    i + 1);
        }
        return null;
    }

    private static boolean isBoundary(List<Token> tokens, int i) {
        return i >= tokens.size() || !tokens.get(i).isWord();
    }

    /** Members may stand side by side: place, date, agency; a place and a person before a colon. */
    private boolean isFollowedByMember(String text, List<Token> tokens, SegmentReader.Read read) {
        var role = read.segment().role();
        int i = read.end();
        if (role == Segment.Role.UNKNOWN) return false;
        if (isAnd(tokens, i, read.segment())) return true;
        var next = segments.at(tokens, i).orElse(null);
        if (next != null
                && next.segment().role() != role
                && (role == Segment.Role.DATE || next.segment().role() == Segment.Role.DATE))
            return isBoundary(tokens, next.end()) || isFollowedByMember(text, tokens, next);
        if (isFrom(text, tokens, i)) return true;
        if (role != Segment.Role.PLACE) return false;
        int end = i;
        while (end < tokens.size() && tokens.get(end).isWord()) end++;
        if (end < tokens.size() && tokens.get(end).kind() != Token.Kind.COLON) return false;
        return lexicon.isGiven(tokens.get(i).key())
                && end - i <= 4
                && names.persons(tokens, i, end, text).stream().anyMatch(Names.Person::known);
    }

    private static boolean endsRun(List<Token> tokens, int i) {
        var token = tokens.get(i);
        return switch (token.kind()) {
            case WORD -> i > 0 && token.isGlued(tokens.get(i - 1));
            case APOSTROPHE -> false;
            case DASH ->
                token.spaced()
                        || i + 1 >= tokens.size()
                        || tokens.get(i + 1).spaced()
                        || isArabic(tokens.get(i - 1).key());
            case DOT -> tokens.get(i - 1).key().length() > 2;
            default -> true;
        };
    }

    /** A word for "from" before a place or a known person that ends the line or stands before a colon, or for "on" before a date. */
    boolean isFrom(String text, List<Token> tokens, int i) {
        boolean from = lexicon.is("from", tokens.get(i).key());
        if (!from && !lexicon.is("on", tokens.get(i).key()) || i + 1 >= tokens.size()) return false;
        var read = segments.at(tokens, i + 1).orElse(null);
        if (read != null && read.segment().role() == Segment.Role.DATE) return true;
        if (!from) return false;
        int end = i + 1;
        if (read != null && read.segment().role() == Segment.Role.PLACE) end = read.end();
        else {
            while (end < tokens.size() && tokens.get(end).isWord()) end++;
            if (end - i > 5 || names.persons(tokens, i + 1, end, text).stream().noneMatch(Names.Person::known))
                return false;
        }
        return end == tokens.size() || tokens.get(end).kind() == Token.Kind.COLON;
    }

    private static boolean isArabic(String key) {
        return !key.isEmpty() && Character.UnicodeScript.of(key.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    private boolean isPlaceBeforeColon(List<Token> tokens, int i) {
        var read = segments.at(tokens, i).orElse(null);
        return read != null
                && read.segment().role() == Segment.Role.PLACE
                && !lexicon.isGiven(tokens.get(i).key())
                && read.end() < tokens.size()
                && tokens.get(read.end()).kind() == Token.Kind.COLON;
    }
}
