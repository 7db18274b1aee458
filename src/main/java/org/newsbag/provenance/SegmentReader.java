package org.newsbag.provenance;

import java.util.List;
import java.util.Optional;

/** Types the stretch of tokens that begins at a token, by the longest name that some list holds. */
final class SegmentReader {
    private static final int LONGEST_NAME = 6;

    /** @param end the token after the segment */
    record Read(Segment segment, int end) {}

    private final Lexicon lexicon;
    private final Gazetteer gazetteer;
    private final DateReader dates;

    SegmentReader(Lexicon lexicon, Gazetteer gazetteer) {
        this.lexicon = lexicon;
        this.gazetteer = gazetteer;
        this.dates = new DateReader(lexicon);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    DateReader dates() {
        return dates;
    }

    /** A date, place, agency, outlet or generic source that begins here; the longest wins, a source before a place of the same length. */
    Optional<Read> at(List<Token> tokens, int from) {
        if (!tokens.get(from).isWord()) return Optional.empty();
        var date = dates.at(tokens, from);
        if (date.isPresent()) {
            int end = date.get().end();
            return Optional.of(new Read(
                    new Segment(
                            Segment.Role.DATE,
                            tokens.get(from).start(),
                            tokens.get(end - 1).end(),
                            date.get().edtf(),
                            !date.get().agrees(),
                            Optional.empty()),
                    end));
        }
        return named(tokens, from);
    }

    /** The bureau of an outlet or agency is that body. */
    private Optional<Read> named(List<Token> tokens, int from) {
        int next = from + 1;
        if (next < tokens.size() && tokens.get(next).kind() == Token.Kind.DOT) next++;
        if (next < tokens.size()
                && lexicon.is("bureau", tokens.get(from).key())
                && tokens.get(next).isWord()) {
            var body = listed(tokens, next).filter(read -> read.segment().isSource());
            if (body.isPresent())
                return body.map(
                        read -> new Read(read.segment().from(tokens.get(from).start()), read.end()));
        }
        if (next < tokens.size()
                && lexicon.is("behalf", tokens.get(from).key())
                && tokens.get(next).isWord()) {
            var body = listed(tokens, next)
                    .filter(read -> read.segment().isSource() && !read.segment().isNobody());
            if (body.isPresent()) return body;
        }
        return listed(tokens, from);
    }

    private Optional<Read> listed(List<Token> tokens, int from) {
        var key = new StringBuilder();
        Read best = null;
        int words = 0;
        for (int i = from; i < tokens.size() && words < LONGEST_NAME; i++) {
            var token = tokens.get(i);
            if (!token.isWord()) {
                if (!joins(tokens, i)) break;
                continue;
            }
            if (words++ > 0) key.append(' ');
            key.append(token.key());
            int end = i + 1 + (isAbbreviated(tokens, i, key.toString()) ? 1 : 0);
            var segment = segment(
                    key.toString(),
                    tokens.get(from).start(),
                    tokens.get(end - 1).end());
            if (segment != null) best = new Read(segment, end);
        }
        return Optional.ofNullable(best).or(() -> address(tokens, from));
    }

    /** {@code example.com} names an outlet. */
    private Optional<Read> address(List<Token> tokens, int from) {
        int i = from;
        while (i + 2 < tokens.size()
                && tokens.get(i + 1).kind() == Token.Kind.DOT
                && !tokens.get(i + 1).spaced()
                && tokens.get(i + 2).isWord()
                && !tokens.get(i + 2).spaced()) i += 2;
        if (i == from || !lexicon.is("domain", tokens.get(i).key())) return Optional.empty();
        return Optional.of(new Read(
                new Segment(
                        Segment.Role.OUTLET,
                        tokens.get(from).start(),
                        tokens.get(i).end(),
                        "",
                        false,
                        Optional.empty()),
                i + 1));
    }

    private Segment segment(String key, int start, int end) {
        var body = lexicon.body(key);
        if (body.isPresent())
            return new Segment(
                    body.get().role(),
                    start,
                    end,
                    body.get().label(),
                    body.get().ordinary(),
                    body.get().authority());
        if (lexicon.is("function", key)) return null;
        return gazetteer
                .find(key)
                .map(place -> new Segment(
                        Segment.Role.PLACE,
                        start,
                        end,
                        "",
                        place.kind() == Place.Kind.REGION || place.kind() == Place.Kind.COUNTRY,
                        place.authority()))
                .orElse(null);
    }

    /** The last dot of "D.C." and "Calif." belongs to the name. */
    private boolean isAbbreviated(List<Token> tokens, int i, String key) {
        if (i + 1 >= tokens.size()
                || tokens.get(i + 1).kind() != Token.Kind.DOT
                || tokens.get(i + 1).spaced()) return false;
        return gazetteer.isAbbreviation(key)
                || i > 1
                        && tokens.get(i).key().length() == 1
                        && tokens.get(i - 1).kind() == Token.Kind.DOT;
    }

    /** Marks that stand inside names: hyphens and apostrophes without spaces, the dots of abbreviations. */
    private static boolean joins(List<Token> tokens, int i) {
        if (i + 1 >= tokens.size() || !tokens.get(i + 1).isWord()) return false;
        var mark = tokens.get(i);
        var next = tokens.get(i + 1);
        int before = tokens.get(i - 1).key().length();
        return switch (mark.kind()) {
            case DASH -> !mark.spaced() && !next.spaced() && mark.end() - mark.start() == 1;
            case APOSTROPHE -> !mark.spaced() && !next.spaced();
            case DOT ->
                before == 1 && next.key().length() == 1
                        || before <= 3 && !mark.spaced() && next.spaced()
                        || !mark.spaced() && !next.spaced();
            default -> false;
        };
    }
}
