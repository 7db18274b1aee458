package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.newsbag.provenance.CreditGrammar.Piece;

/** Judges whether the segments of a line hold members enough to be a dateline or a credit, and where prose begins behind them. */
final class CreditShapes {
    private static final Set<Token.Kind> ENDS_PLACE =
            EnumSet.of(Token.Kind.COMMA, Token.Kind.COLON, Token.Kind.DASH, Token.Kind.DOT);

    private final Names names;

    CreditShapes(Names names) {
        this.names = names;
    }

    /** A whole line is a credit when it holds members enough to be nothing else. */
    boolean isLine(String text, List<Piece> pieces, boolean first) {
        int places = count(pieces, Segment.Role.PLACE);
        int unknown = count(pieces, Segment.Role.UNKNOWN);
        int persons = count(pieces, Segment.Role.PERSON);
        int sources = (int) pieces.stream().filter(p -> p.segment().isSource()).count();
        int sure = (int) pieces.stream()
                .filter(p -> p.segment().isSource() && !p.segment().ordinary())
                .count();
        boolean dated = count(pieces, Segment.Role.DATE) > 0;
        if (unknown > 1 || first && unknown > 0) return false;
        if (places > 0 && (sources > 0 || persons > 0 && (!first || isDashed(pieces.get(0)))))
            return unknown == 0 || sources > 0;
        if (places > 0 && dated) return unknown == 0;
        if (places > 0) return unknown == 1 && isSlot(text, pieces);
        if (persons > 0) return sources > 0 && unknown == 0;
        if (unknown > 0) return sure > 0 && pieces.size() == 2 && pieces.get(0).words() <= 3 && isDashed(pieces.get(0));
        return sure > 0 && (!first || pieces.size() > 1 || pieces.get(0).bracketed());
    }

    /** A city, perhaps with its country or region behind it. */
    static boolean isPlaceAlone(List<Piece> pieces) {
        if (pieces.size() > 2) return false;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (piece.segment().role() != Segment.Role.PLACE || piece.segment().ordinary() == (i == 0)) return false;
            if (!ENDS_PLACE.containsAll(piece.after())) return false;
        }
        return true;
    }

    /** A place and a short unknown name, with a dash between them; a colon or a bracket will do for what can be a person's name. */
    private boolean isSlot(String text, List<Piece> pieces) {
        if (pieces.size() != 2) return false;
        for (var piece : pieces)
            if (piece.segment().role() == Segment.Role.UNKNOWN) {
                int c = text.codePointAt(piece.segment().start());
                if (piece.words() > 4 || Character.isLowerCase(c) || Character.isDigit(c)) return false;
                return isDashed(pieces.get(0));
            }
        return false;
    }

    private boolean isName(String text, Piece piece) {
        var tokens = Token.of(text, piece.segment().start(), piece.segment().end());
        return !names.persons(tokens, 0, tokens.size(), text).isEmpty();
    }

    private static boolean isDashed(Piece piece) {
        return piece.after().contains(Token.Kind.DASH) || piece.after().contains(Token.Kind.SLASH);
    }

    private static int count(List<Piece> pieces, Segment.Role role) {
        return (int) pieces.stream().filter(p -> p.segment().role() == role).count();
    }

    /** The members before the last mark that can stand before prose. */
    List<Piece> opening(String text, List<Piece> pieces) {
        int end = 0;
        while (end < pieces.size()
                && pieces.get(end).segment().role() != Segment.Role.UNKNOWN
                && !isReporter(text, pieces, end)) end++;
        if (isReporter(text, pieces, end) || isNameBeforeColon(text, pieces, end)) {
            var named = new ArrayList<>(pieces.subList(0, end));
            var piece = pieces.get(end);
            named.add(new Piece(
                    piece.segment().as(Segment.Role.PERSON), piece.after(), false, piece.next(), piece.words()));
            return named;
        }
        while (end > 0 && !closes(pieces, end)) end--;
        return pieces.subList(0, end);
    }

    /** {@code PLACE - First Last: prose}. */
    private boolean isNameBeforeColon(String text, List<Piece> pieces, int at) {
        if (at != 1 || pieces.size() < 2 || pieces.get(0).segment().role() != Segment.Role.PLACE) return false;
        var piece = pieces.get(1);
        return isDashed(pieces.get(0))
                && piece.words() <= 3
                && piece.after().equals(Set.of(Token.Kind.COLON))
                && isName(text, piece);
    }

    /** {@code PLACE, DATE - AGENCY, First Last. Prose}. */
    private boolean isReporter(String text, List<Piece> pieces, int at) {
        if (at < 2 || at >= pieces.size()) return false;
        var before = pieces.get(at - 1);
        var piece = pieces.get(at);
        if (before.segment().role() != Segment.Role.AGENCY || !before.after().equals(Set.of(Token.Kind.COMMA)))
            return false;
        if (piece.words() > 3 || !piece.after().equals(Set.of(Token.Kind.DOT))) return false;
        var tokens = Token.of(text, piece.segment().start(), piece.segment().end());
        return tokens.stream().allMatch(t -> Character.isUpperCase(text.codePointAt(t.start())))
                && !names.persons(tokens, 0, tokens.size(), text).isEmpty();
    }

    private static boolean closes(List<Piece> pieces, int end) {
        var last = pieces.get(end - 1);
        if (last.after().contains(Token.Kind.DASH) || last.after().contains(Token.Kind.COLON)) return true;
        boolean outlet =
                last.segment().role() == Segment.Role.OUTLET && !last.segment().ordinary();
        if (!outlet
                && last.segment().role() != Segment.Role.AGENCY
                && last.segment().role() != Segment.Role.GENERIC) return false;
        if (end < 2) return false;
        return last.bracketed()
                || last.after().contains(Token.Kind.DOT)
                || last.after().contains(Token.Kind.SLASH)
                || last.after().isEmpty() && last.segment().role() == Segment.Role.GENERIC;
    }

    /** Null where the opening is no dateline. */
    static Credit.Shape runIn(String text, List<Piece> opening, Line line, boolean prose) {
        int places = count(opening, Segment.Role.PLACE);
        var last = opening.get(opening.size() - 1);
        boolean source = opening.stream().anyMatch(p -> p.segment().isSource());
        boolean dated = count(opening, Segment.Role.DATE) > 0;
        boolean person = count(opening, Segment.Role.PERSON) > 0;
        if (!prose) return null;
        if (places == 0) {
            boolean lone = opening.stream()
                    .anyMatch(p -> p.bracketed()
                            && (p.segment().role() == Segment.Role.AGENCY
                                    || p.segment().role() == Segment.Role.OUTLET));
            if (person) return null;
            boolean several = opening.size() > 1
                    && opening.stream().allMatch(p -> p.segment().isSource())
                    && last.after().contains(Token.Kind.COLON);
            return several || lone && last.after().contains(Token.Kind.DASH) ? Credit.Shape.RUN_IN : null;
        }
        if (source || dated) return Credit.Shape.RUN_IN;
        if (person) return last.after().contains(Token.Kind.COLON) ? Credit.Shape.RUN_IN : null;
        boolean joined = opening.subList(0, opening.size() - 1).stream().noneMatch(CreditShapes::isDashed);
        if (line.length() < 60 || !joined || last.bracketed()) return null;
        if (opening.get(0).segment().ordinary()) return null;
        if (goesOn(text, last.segment().end(), line.end())) return null;
        boolean closed = last.after().contains(Token.Kind.DASH)
                || isCapitals(text, opening.get(0).segment());
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
}
