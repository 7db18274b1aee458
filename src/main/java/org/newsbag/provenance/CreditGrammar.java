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

    /** A segment with the marks after it. */
    private record Piece(Segment segment, Set<Token.Kind> after, boolean bracketed, int next, int words) {}

    private final SegmentReader segments;
    private final Lexicon lexicon;
    private final Names names;

    CreditGrammar(SegmentReader segments) {
        this.segments = segments;
        this.lexicon = segments.lexicon();
        this.names = new Names(lexicon);
    }

    /** The credit that a line holds or begins with. A first line is more likely a headline: there nothing unknown is let pass. */
    Optional<Credit> read(String text, Line line, boolean first) {
        var tokens = Token.of(text, line.start(), Math.min(line.end(), line.start() + REACH));
        if (tokens.isEmpty()) return Optional.empty();
        var pieces = pieces(text, tokens);
        boolean whole = !line.cut()
                && line.length() <= LONGEST_LINE
                && !pieces.isEmpty()
                && pieces.get(pieces.size() - 1).next == tokens.size();
        if (whole && isLine(text, pieces, first)) return Optional.of(credit(text, tokens, pieces, Credit.Shape.LINE));
        var opening = opening(text, pieces);
        if (opening.isEmpty()) return Optional.empty();
        var shape = runIn(text, opening, line, pieces.size() > opening.size() || !whole);
        return Optional.ofNullable(shape).map(s -> credit(text, tokens, opening, s));
    }

    private List<Piece> pieces(String text, List<Token> tokens) {
        var pieces = new ArrayList<Piece>();
        int i = 0;
        boolean open = false;
        while (i < tokens.size() && pieces.size() < 8) {
            while (i < tokens.size() && !tokens.get(i).isWord()) open |= isOpener(tokens.get(i++));
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
            boolean bracketed = open && (after.contains(Token.Kind.CLOSE) || after.contains(Token.Kind.QUOTE));
            pieces.add(new Piece(read.segment(), after, bracketed, next, words(tokens, i, read.end())));
            open = next > 0 && next <= tokens.size() && isOpener(tokens.get(next - 1));
            i = next;
        }
        return pieces;
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
        var labelled = labelled(text, tokens, i);
        if (labelled != null) return labelled;
        var read = segments.at(tokens, i).orElse(null);
        if (read != null && (isBoundary(tokens, read.end()) || isFollowedByMember(text, tokens, read))) return read;
        var glued = glued(text, tokens.get(i), i);
        if (glued != null) return glued;
        int end = i;
        while (end < tokens.size()
                && !endsRun(tokens, end)
                && !(end > i && (isPlaceBeforeColon(tokens, end) || isFrom(text, tokens, end)))) end++;
        if (words(tokens, i, end) > 12) return null;
        var persons = names.persons(tokens, i, end, text);
        boolean known = !persons.isEmpty() && persons.stream().allMatch(Names.Person::known);
        if (!known && words(tokens, i, end) > 5) return null;
        var role = known
                ? Segment.Role.PERSON
                : hasOutletWord(tokens, i, end) ? Segment.Role.OUTLET : Segment.Role.UNKNOWN;
        if (role != Segment.Role.PERSON && hasFunctionWord(tokens, i, end)) return null;
        return new SegmentReader.Read(
                new Segment(role, tokens.get(i).start(), tokens.get(end - 1).end(), "", true, Optional.empty()), end);
    }

    /** A reporter with the label inside a credit: {@code PLACE - by NAME}. */
    private SegmentReader.Read labelled(String text, List<Token> tokens, int i) {
        if (i == 0 || !lexicon.is("byline", tokens.get(i).key())) return null;
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
            case WORD, APOSTROPHE -> false;
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
        if (!lexicon.is("from", tokens.get(i).key()) || i + 1 >= tokens.size()) return false;
        var read = segments.at(tokens, i + 1).orElse(null);
        if (read != null && read.segment().role() == Segment.Role.DATE) return true;
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

    /** A whole line is a credit when it holds members enough to be nothing else. */
    private boolean isLine(String text, List<Piece> pieces, boolean first) {
        int places = count(pieces, Segment.Role.PLACE);
        int unknown = count(pieces, Segment.Role.UNKNOWN);
        int persons = count(pieces, Segment.Role.PERSON);
        int sources = (int) pieces.stream().filter(p -> p.segment.isSource()).count();
        int sure = (int) pieces.stream()
                .filter(p -> p.segment.isSource() && !p.segment.ordinary())
                .count();
        boolean dated = count(pieces, Segment.Role.DATE) > 0;
        if (unknown > 1 || first && unknown > 0) return false;
        if (places > 0 && (sources > 0 || persons > 0 && (!first || isDashed(pieces.get(0)))))
            return unknown == 0 || sources > 0;
        if (places > 0 && dated) return unknown == 0;
        if (places > 0) return unknown == 1 && isSlot(text, pieces);
        if (persons > 0) return sources > 0 && unknown == 0;
        if (unknown > 0) return sure > 0 && pieces.size() == 2 && pieces.get(0).words <= 3 && isDashed(pieces.get(0));
        return sure > 0 && (!first || pieces.size() > 1 || pieces.get(0).bracketed);
    }

    /** A place and a short unknown name, with a dash between them; a colon or a bracket will do for what can be a person's name. */
    private boolean isSlot(String text, List<Piece> pieces) {
        if (pieces.size() != 2) return false;
        for (var piece : pieces)
            if (piece.segment.role() == Segment.Role.UNKNOWN) {
                int c = text.codePointAt(piece.segment.start());
                if (piece.words > 4 || Character.isLowerCase(c) || Character.isDigit(c)) return false;
                return isDashed(pieces.get(0)) || isName(text, piece);
            }
        return false;
    }

    private boolean isName(String text, Piece piece) {
        var tokens = Token.of(text, piece.segment.start(), piece.segment.end());
        return !names.persons(tokens, 0, tokens.size(), text).isEmpty();
    }

    private static boolean isDashed(Piece piece) {
        return piece.after.contains(Token.Kind.DASH) || piece.after.contains(Token.Kind.SLASH);
    }

    private static int count(List<Piece> pieces, Segment.Role role) {
        return (int) pieces.stream().filter(p -> p.segment.role() == role).count();
    }

    /** The members before the last mark that can stand before prose. */
    private List<Piece> opening(String text, List<Piece> pieces) {
        int end = 0;
        while (end < pieces.size() && pieces.get(end).segment.role() != Segment.Role.UNKNOWN) end++;
        if (isReporter(text, pieces, end) || isNameBeforeColon(text, pieces, end)) {
            var named = new ArrayList<>(pieces.subList(0, end));
            var piece = pieces.get(end);
            named.add(new Piece(piece.segment.as(Segment.Role.PERSON), piece.after, false, piece.next, piece.words));
            return named;
        }
        while (end > 0 && !closes(pieces, end)) end--;
        return pieces.subList(0, end);
    }

    /** {@code PLACE - First Last: prose}. */
    private boolean isNameBeforeColon(String text, List<Piece> pieces, int at) {
        if (at != 1 || pieces.size() < 2 || pieces.get(0).segment.role() != Segment.Role.PLACE) return false;
        var piece = pieces.get(1);
        return isDashed(pieces.get(0))
                && piece.words <= 3
                && piece.after.equals(Set.of(Token.Kind.COLON))
                && isName(text, piece);
    }

    /** {@code PLACE, DATE - AGENCY, First Last. Prose}. */
    private boolean isReporter(String text, List<Piece> pieces, int at) {
        if (at < 2 || at >= pieces.size()) return false;
        var before = pieces.get(at - 1);
        var piece = pieces.get(at);
        if (before.segment.role() != Segment.Role.AGENCY || !before.after.equals(Set.of(Token.Kind.COMMA)))
            return false;
        if (piece.words > 3 || !piece.after.equals(Set.of(Token.Kind.DOT))) return false;
        var tokens = Token.of(text, piece.segment.start(), piece.segment.end());
        return tokens.stream().allMatch(t -> Character.isUpperCase(text.codePointAt(t.start())))
                && !names.persons(tokens, 0, tokens.size(), text).isEmpty();
    }

    private static boolean closes(List<Piece> pieces, int end) {
        var last = pieces.get(end - 1);
        if (last.after.contains(Token.Kind.DASH) || last.after.contains(Token.Kind.COLON)) return true;
        if (last.segment.role() != Segment.Role.AGENCY && last.segment.role() != Segment.Role.GENERIC) return false;
        if (end < 2) return false;
        return last.bracketed
                || last.after.contains(Token.Kind.DOT)
                || last.after.contains(Token.Kind.SLASH)
                || last.after.isEmpty() && last.segment.role() == Segment.Role.GENERIC;
    }

    /** Null where the opening is no dateline. */
    private static Credit.Shape runIn(String text, List<Piece> opening, Line line, boolean prose) {
        int places = count(opening, Segment.Role.PLACE);
        var last = opening.get(opening.size() - 1);
        boolean source = opening.stream().anyMatch(p -> p.segment.isSource());
        boolean dated = count(opening, Segment.Role.DATE) > 0;
        boolean person = count(opening, Segment.Role.PERSON) > 0;
        if (!prose) return null;
        if (places == 0) {
            boolean lone = opening.stream()
                    .anyMatch(p -> p.bracketed
                            && (p.segment.role() == Segment.Role.AGENCY || p.segment.role() == Segment.Role.OUTLET));
            return lone && last.after.contains(Token.Kind.DASH) && !person ? Credit.Shape.RUN_IN : null;
        }
        if (source || dated) return Credit.Shape.RUN_IN;
        if (person) return last.after.contains(Token.Kind.COLON) ? Credit.Shape.RUN_IN : null;
        boolean joined = opening.subList(0, opening.size() - 1).stream().noneMatch(CreditGrammar::isDashed);
        if (line.length() < 60 || !joined || last.bracketed) return null;
        if (goesOn(text, last.segment.end(), line.end())) return null;
        boolean closed = last.after.contains(Token.Kind.DASH) || isCapitals(text, opening.get(0).segment);
        return closed ? Credit.Shape.BARE : null;
    }

    /** A small letter behind the dash: the sentence began before it. */
    private static boolean goesOn(String text, int from, int to) {
        int i = from;
        while (i < to && !Character.isLetter(text.charAt(i))) i++;
        return i < to && Character.isLowerCase(text.charAt(i));
    }

    private static boolean isCapitals(String text, Segment segment) {
        var name = text.substring(segment.start(), segment.end());
        return name.codePoints().anyMatch(Character::isUpperCase)
                && name.codePoints().noneMatch(Character::isLowerCase);
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
