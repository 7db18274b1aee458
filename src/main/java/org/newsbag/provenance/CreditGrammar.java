package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The grammar of datelines and credits: {@code segment (separator segment)*}, up to the end of the line or to a mark after which prose begins.
 * A segment's role comes from the list it is a member of; its position says nothing.
 */
final class CreditGrammar {
    private static final int REACH = 240;
    private static final int LONGEST_LINE = 130;
    private static final String QUOTES = "\"«»“”„‹›";

    private static final Segment SOURCE = new Segment(Segment.Role.GENERIC, 0, 0, "", false, Optional.empty());

    /** A segment with the marks after it. */
    record Piece(Segment segment, Set<Token.Kind> after, boolean bracketed, int next, int words) {}

    private final SegmentReader segments;
    private final Lexicon lexicon;
    private final Names names;
    private final CreditShapes shapes;

    CreditGrammar(SegmentReader segments) {
        this.segments = segments;
        this.lexicon = segments.lexicon();
        this.names = new Names(lexicon);
        this.shapes = new CreditShapes(names);
    }

    /** The credit that a line holds or begins with. A first line is more likely a headline: there nothing unknown is let pass. */
    Optional<Credit> read(String text, Line line, boolean first) {
        var tokens = withoutHandles(text, Token.of(text, line.start(), Math.min(line.end(), line.start() + REACH)));
        if (tokens.isEmpty()) return Optional.empty();
        var pieces = pieces(text, tokens);
        boolean whole = !line.cut()
                && line.length() <= LONGEST_LINE
                && !pieces.isEmpty()
                && pieces.get(pieces.size() - 1).next == tokens.size();
        if (whole && shapes.isLine(text, pieces, first))
            return Optional.of(credit(text, tokens, pieces, Credit.Shape.LINE));
        if (whole && !first && CreditShapes.isPlaceAlone(pieces))
            return Optional.of(credit(text, tokens, pieces, Credit.Shape.ALONE));
        var opening = shapes.opening(text, pieces);
        if (opening.isEmpty() || isQuotation(text, line, opening)) return Optional.empty();
        var shape = CreditShapes.runIn(text, opening, line, pieces.size() > opening.size() || !whole);
        return Optional.ofNullable(shape).map(s -> credit(text, tokens, opening, s));
    }

    /** Addresses of persons in other networks say nothing of the text's own origin. */
    private static List<Token> withoutHandles(String text, List<Token> tokens) {
        if (tokens.stream().noneMatch(token -> text.charAt(token.start()) == '@')) return tokens;
        var kept = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); ) {
            int end = i + 1;
            while (end < tokens.size() && !tokens.get(end).spaced()) end++;
            if (text.substring(tokens.get(i).start(), tokens.get(end - 1).end()).indexOf('@') < 0)
                kept.addAll(tokens.subList(i, end));
            i = end;
        }
        return kept;
    }

    /** Whether the line opens with a quotation mark that is not closed before the prose: somebody quotes a dateline. */
    private static boolean isQuotation(String text, Line line, List<Piece> opening) {
        if (QUOTES.indexOf(text.charAt(line.start())) < 0) return false;
        int end = opening.get(0).segment().end();
        return end >= text.length() || QUOTES.indexOf(text.charAt(end)) < 0;
    }

    private List<Piece> pieces(String text, List<Token> tokens) {
        var pieces = new ArrayList<Piece>();
        int i = 0;
        boolean open = false;
        while (i < tokens.size() && pieces.size() < 8) {
            while (i < tokens.size() && !tokens.get(i).isWord()) open |= isOpener(tokens.get(i++));
            if (open && i + 1 < tokens.size() && isAnd(tokens, i, List.of(), SOURCE)) i++;
            if (i == tokens.size()) break;
            var read = segment(text, tokens, i);
            if (read == null) break;
            int next = read.end();
            var after = EnumSet.noneOf(Token.Kind.class);
            while (next < tokens.size()
                    && (!tokens.get(next).isWord()
                            || isAnd(tokens, next, pieces, read.segment())
                            || isFrom(text, tokens, next))) {
                if (isOpener(tokens.get(next))
                        && !after.isEmpty()
                        && tokens.get(next).kind() == Token.Kind.QUOTE) break;
                if (tokens.get(next).isWord()) after.add(Token.Kind.COMMA);
                else after.add(tokens.get(next).kind());
                next++;
            }
            if (after.isEmpty() && next < tokens.size() && tokens.get(next).isGlued(tokens.get(next - 1)))
                after.add(Token.Kind.COLON); // the space that was lost stood where the prose begins
            boolean bracketed = open && (after.contains(Token.Kind.CLOSE) || after.contains(Token.Kind.QUOTE));
            var segment = isOutletOfPlace(pieces, read.segment(), text)
                    ? read.segment().as(Segment.Role.OUTLET)
                    : read.segment();
            pieces.add(new Piece(segment, after, bracketed, next, words(tokens, i, read.end())));
            open = next > 0 && next <= tokens.size() && isOpener(tokens.get(next - 1));
            i = next;
        }
        return pieces;
    }

    /** {@code CITY: CITY}: the second is the paper that bears the city's name. */
    private static boolean isOutletOfPlace(List<Piece> before, Segment place, String text) {
        if (place.role() != Segment.Role.PLACE) return false;
        var name = Fold.key(text.substring(place.start(), place.end()));
        return before.stream()
                .map(Piece::segment)
                .anyMatch(other -> other.role() == Segment.Role.PLACE
                        && Fold.key(text.substring(other.start(), other.end())).equals(name));
    }

    private static boolean isOpener(Token token) {
        return token.kind() == Token.Kind.OPEN || token.kind() == Token.Kind.QUOTE;
    }

    private boolean isAnd(List<Token> tokens, int i, List<Piece> before, Segment last) {
        return last.isSource()
                && lexicon.is("and", tokens.get(i).key())
                && i + 1 < tokens.size()
                && segments.at(tokens, i + 1)
                        .filter(r -> r.segment().isSource())
                        .isPresent();
    }

    private static int words(List<Token> tokens, int from, int to) {
        int words = 0;
        for (int i = from; i < to; i++) if (tokens.get(i).isWord()) words++;
        return words;
    }

    /** The segment that begins here; null where prose does. */
    private SegmentReader.Read segment(String text, List<Token> tokens, int i) {
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
        if (glued != null) return glued;
        int end = i;
        while (end < tokens.size()
                && !endsRun(tokens, end)
                && !(end > i && joinedSource(tokens.get(end)).isPresent())
                && !(end > i && (isPlaceBeforeColon(tokens, end) || isFrom(text, tokens, end)))) end++;
        if (words(tokens, i, end) > 12) return null;
        var persons = names.persons(tokens, i, end, text);
        boolean known = !persons.isEmpty() && persons.stream().allMatch(Names.Person::known);
        if (!known && words(tokens, i, end) > 5) return null;
        var role = known
                ? Segment.Role.PERSON
                : hasOutletWord(tokens, i, end) ? Segment.Role.OUTLET : Segment.Role.UNKNOWN;
        if (role != Segment.Role.PERSON && hasFunctionWord(tokens, i, end)) return null;
        if (role == Segment.Role.UNKNOWN && isDesk(tokens, i, end))
            return new SegmentReader.Read(
                    new Segment(
                            Segment.Role.GENERIC,
                            tokens.get(i).start(),
                            tokens.get(end - 1).end(),
                            "",
                            true,
                            Optional.empty()),
                    end);
        return new SegmentReader.Read(
                new Segment(role, tokens.get(i).start(), tokens.get(end - 1).end(), "", true, Optional.empty()), end);
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
                new Segment(
                        Segment.Role.PERSON,
                        tokens.get(from).start(),
                        tokens.get(end - 1).end(),
                        "",
                        true,
                        Optional.empty()),
                end);
    }

    private boolean hasOutletWord(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++)
            if (lexicon.is("outlet-word", tokens.get(i).key())) return true;
        return false;
    }

    /** "Our correspondent", "cultural section": somebody of the house, whom it does not name. */
    private boolean isDesk(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) if (lexicon.is("desk", tokens.get(i).key())) return true;
        return false;
    }

    private boolean hasFunctionWord(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) if (lexicon.is("function", tokens.get(i).key())) return true;
        return false;
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
        if (isAnd(tokens, i, List.of(), read.segment())) return true;
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
    private boolean isFrom(String text, List<Token> tokens, int i) {
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

    private static Credit credit(String text, List<Token> tokens, List<Piece> pieces, Credit.Shape shape) {
        var all = new ArrayList<Segment>();
        var style = new StringBuilder();
        int start = pieces.get(0).segment.start();
        int end = pieces.get(pieces.size() - 1).segment.end();
        int last = start;
        for (var piece : pieces) {
            var s = piece.segment;
            style.append(between(text, last, s.start())).append(letter(s.role()));
            last = s.end();
            all.add(s);
        }
        for (var token : tokens) {
            if (token.end() <= start && isOpener(token) && token.end() + 1 >= start) start = token.start();
            boolean closer = token.kind() == Token.Kind.CLOSE || token.kind() == Token.Kind.QUOTE;
            if (closer && token.start() == end) end = token.end();
        }
        int after = Math.min(tokens.get(tokens.size() - 1).end(), last + 2);
        if (shape == Credit.Shape.LINE) style.append(between(text, last, after));
        return new Credit(shape, List.copyOf(all), start, end, style.toString().strip());
    }

    private static String between(String text, int from, int to) {
        return text.substring(from, to).replaceAll("[\\s\\h]+", " ").replaceAll("[‐-―−]", "-");
    }

    private static char letter(Segment.Role role) {
        return switch (role) {
            case PLACE -> 'P';
            case DATE -> 'D';
            case AGENCY, OUTLET, GENERIC -> 'A';
            case PERSON -> 'N';
            case STAFF, UNKNOWN -> '?';
        };
    }
}
