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

    private final CreditSegments segments;
    private final CreditShapes shapes;

    CreditGrammar(SegmentReader lists) {
        this.segments = new CreditSegments(lists);
        this.shapes = new CreditShapes(new Names(lists.lexicon()));
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
            if (open && i + 1 < tokens.size() && segments.isAnd(tokens, i, SOURCE)) i++;
            if (i == tokens.size()) break;
            var read = segments.at(text, tokens, i);
            if (read == null) break;
            int next = read.end();
            var after = EnumSet.noneOf(Token.Kind.class);
            while (next < tokens.size()
                    && (!tokens.get(next).isWord()
                            || segments.isAnd(tokens, next, read.segment())
                            || segments.isFrom(text, tokens, next))) {
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
            pieces.add(new Piece(segment, after, bracketed, next, CreditSegments.words(tokens, i, read.end())));
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
