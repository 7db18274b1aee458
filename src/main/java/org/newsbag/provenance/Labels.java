package org.newsbag.provenance;

import java.util.List;
import java.util.Optional;

/** Lines that say what they give: {@code By NAME}, {@code Source: AGENCY}, {@code Last updated: DATE}. */
final class Labels {
    private static final int LONGEST_LINE = 140;
    private static final List<String> ROLES =
            List.of("byline", "byline-noun", "anti", "source", "republished", "issued", "modified");

    private record Label(String role, int end, boolean marked) {}

    private final SegmentReader segments;
    private final Lexicon lexicon;
    private final Names names;

    Labels(SegmentReader segments) {
        this.segments = segments;
        this.lexicon = segments.lexicon();
        this.names = new Names(lexicon);
    }

    /** Notes what the line gives; false where it is no labelled line. */
    boolean read(String text, Line line, Finds finds) {
        if (line.length() > LONGEST_LINE || line.cut()) return opening(text, line, finds);
        var tokens = Token.of(text, line.start(), line.end());
        int from = 0;
        while (from < tokens.size() && !tokens.get(from).isWord()) from++;
        var label = label(tokens, from);
        if (label == null) return false;
        if (isStaff(tokens, from)) return true;
        return switch (label.role) {
            case "byline" -> byline(text, tokens, label, label.marked, finds);
            case "byline-noun" -> byline(text, tokens, label, false, finds);
            case "anti" -> label.marked;
            case "source" -> label.marked && source(text, tokens, label, finds);
            case "republished" -> republished(text, tokens, label, finds);
            case "issued" -> date(text, tokens, label, Field.ISSUED, finds);
            case "modified" -> date(text, tokens, label, Field.MODIFIED, finds);
            default -> throw new IllegalStateException(label.role);
        };
    }

    /** {@code (Reporting by A; editing by B)}: the desk's own list of who worked on the text, which is no byline. */
    private boolean isStaff(List<Token> tokens, int from) {
        if (from == 0 || tokens.get(0).kind() != Token.Kind.OPEN) return false;
        return tokens.stream().anyMatch(token -> token.isWord() && lexicon.is("editing", token.key()));
    }

    /** {@code By NAME: prose}: the paragraph stays one, so the answer is false. */
    private boolean opening(String text, Line line, Finds finds) {
        var tokens = Token.of(text, line.start(), line.start() + LONGEST_LINE / 2);
        var label = label(tokens, 0);
        if (label == null || !label.role.equals("byline") || finds.has(Field.BYLINE)) return false;
        int end = label.end;
        while (end < tokens.size() && tokens.get(end).kind() != Token.Kind.COLON) end++;
        if (end >= tokens.size()) {
            if (label.marked) glued(text, tokens, label.end, finds);
            return false;
        }
        for (var person : names.persons(tokens, label.end, end, text))
            finds.add(Field.BYLINE, person.start(), person.end(), "byline.label-run-in/1");
        return false;
    }

    /** {@code By: First Lastprose goes on}: the name ends within a word, where a known name does. */
    private void glued(String text, List<Token> tokens, int from, Finds finds) {
        for (int i = from;
                i < Math.min(tokens.size(), from + 4) && tokens.get(i).isWord();
                i++) {
            var token = tokens.get(i);
            if (i > from && !lexicon.isGiven(token.key())) {
                int length = lexicon.givenPrefix(text, token);
                if (length > 0)
                    finds.add(Field.BYLINE, tokens.get(from).start(), token.start() + length, "byline.label-run-in/1");
                return;
            }
            if (!lexicon.isGiven(token.key())) return;
        }
    }

    /** The token behind a byline label and its mark that begin here; -1 where none does. */
    int behindByline(List<Token> tokens, int from) {
        var label = label(tokens, from);
        boolean byline = label != null && label.marked && label.role.startsWith("byline");
        return byline ? label.end : -1;
    }

    /** A line that is a person's name and nothing else, between the headline and the text or below the text. */
    boolean author(String text, Line line, String rule, Finds finds) {
        if (line.cut() || line.length() > 60 || finds.has(Field.BYLINE)) return false;
        var tokens = name(Token.of(text, line.start(), line.end()));
        int first = 0;
        while (first < tokens.size() - 1
                && (tokens.get(first).kind() == Token.Kind.DOT
                        || lexicon.is("title", tokens.get(first).key()))) first++;
        if (tokens.isEmpty() || !lexicon.isGiven(tokens.get(first).key())) return false;
        var persons = names.persons(tokens, 0, tokens.size(), text);
        if (persons.size() != 1 || tokens.size() - first > 5) return false;
        if (tokens.get(tokens.size() - 1).end() - line.start() > 40) return false;
        if (!line.apart() && !isPlainName(tokens.subList(first, tokens.size()), text)) return false;
        finds.add(Field.BYLINE, persons.get(0).start(), persons.get(0).end(), rule);
        return true;
    }

    /** Two or three words of which the others are names too, or written as names are: a line of prose may begin with a name. */
    private boolean isPlainName(List<Token> tokens, String text) {
        if (tokens.size() > 4) return false;
        for (int i = 1; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (!token.isWord()) continue;
            boolean name = lexicon.isGiven(token.key())
                    || token.key().startsWith("ال")
                    || isUpper(text, token)
                    || tokens.size() == 2;
            if (!name) return false;
        }
        return true;
    }

    /** The words before a description ({@code NAME - writer from Lebanon}), without the marks around them. */
    private List<Token> name(List<Token> tokens) {
        int end = tokens.size();
        for (int i = 1; i + 1 < tokens.size(); i++)
            if (!tokens.get(i).isWord() && lexicon.is("desk", tokens.get(i + 1).key())) {
                end = i;
                break;
            }
        while (end > 0 && !tokens.get(end - 1).isWord()) end--;
        return tokens.subList(0, end);
    }

    private Label label(List<Token> tokens, int from) {
        var key = new StringBuilder();
        Label best = null;
        for (int i = from; i < Math.min(tokens.size(), from + 6); i++) {
            if (!tokens.get(i).isWord()) break;
            if (i > from) key.append(' ');
            key.append(tokens.get(i).key());
            for (var role : ROLES)
                if (lexicon.is(role, key.toString()) && (best == null || best.end <= i)) {
                    int end = i + 1;
                    while (end < tokens.size() && isLabelMark(tokens.get(end))) end++;
                    best = new Label(role, end, end > i + 1);
                    break;
                }
        }
        return best;
    }

    private static boolean isLabelMark(Token token) {
        return switch (token.kind()) {
            case COLON, SLASH, DASH -> true;
            default -> false;
        };
    }

    /** Persons up to the end of the line or a mark; a label that is an ordinary noun needs a mark of its own or a known given name. */
    private boolean byline(String text, List<Token> tokens, Label label, boolean marked, Finds finds) {
        int end = label.end;
        while (end < tokens.size() && !endsName(tokens, end, label.end)) end++;
        var persons = names.persons(tokens, label.end, end, text);
        if (persons.isEmpty())
            persons = names.persons(tokens, label.end, end = firstComma(tokens, label.end, end), text);
        if (persons.isEmpty()) return false;
        boolean known = persons.get(0).known();
        boolean noun = label.role.equals("byline-noun");
        boolean latin = isUpper(text, tokens.get(label.end));
        if (!known && !marked && !latin && !(label.marked && noun)) {
            for (var p : persons) finds.addDoubtful(Field.BYLINE, p.start(), p.end(), "byline.label/1");
            return tokens.size() - label.end <= 4;
        }
        if (noun && !label.marked && !known) return false;
        if (end < tokens.size() && !latin && !isTail(tokens, end)) return false;
        for (var p : persons) finds.add(Field.BYLINE, p.start(), p.end(), "byline.label/1");
        tail(text, tokens, end, finds);
        return true;
    }

    private static int firstComma(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) if (tokens.get(i).kind() == Token.Kind.COMMA) return i;
        return to;
    }

    private static boolean endsName(List<Token> tokens, int i, int from) {
        return switch (tokens.get(i).kind()) {
            case DASH ->
                i > from
                        && (tokens.get(i).spaced()
                                || i + 1 == tokens.size()
                                || tokens.get(i + 1).spaced());
            case COLON, SLASH, DOTS, OPEN, QUOTE -> true;
            case DOT -> i > from && tokens.get(i - 1).key().length() > 2;
            default -> false;
        };
    }

    private static boolean isUpper(String text, Token token) {
        return Character.isUpperCase(text.codePointAt(token.start()));
    }

    /** After the name a few words more, not a sentence. */
    private static boolean isTail(List<Token> tokens, int end) {
        return tokens.size() - end <= 7;
    }

    /** What stands after the name: the outlet, an agency, the place. */
    private void tail(String text, List<Token> tokens, int from, Finds finds) {
        int i = from;
        while (i < tokens.size() && !tokens.get(i).isWord()) i++;
        if (i >= tokens.size()) return;
        var read = segments.at(tokens, i).filter(r -> r.end() == tokens.size()).orElse(null);
        if (read == null) {
            int end = tokens.size();
            while (end > i
                    && (!tokens.get(end - 1).isWord()
                            || isRole(tokens.get(end - 1).key()))) end--;
            boolean named = false;
            for (int k = i; k < end; k++)
                named |= lexicon.is("outlet-word", tokens.get(k).key());
            if (named)
                finds.add(
                        Field.OUTLET, tokens.get(i).start(), tokens.get(end - 1).end(), "outlet.beside-byline/1");
            return;
        }
        var s = read.segment();
        var value = text.substring(s.start(), s.end());
        if (s.role() == Segment.Role.OUTLET)
            finds.add(Field.OUTLET, value, s.start(), s.end(), "outlet.beside-byline/1", s.authority(), false);
        if (s.role() == Segment.Role.AGENCY)
            finds.add(Field.AGENCY, value, s.start(), s.end(), "credit.line/1", s.authority(), false);
    }

    /** "Staff writer" behind the name of a paper. */
    private boolean isRole(String key) {
        return lexicon.is("desk", key) && !lexicon.is("outlet-word", key);
    }

    private boolean source(String text, List<Token> tokens, Label label, Finds finds) {
        if (label.end >= tokens.size() || tokens.size() - label.end > 10) return false;
        int i = label.end;
        while (i < tokens.size() && !tokens.get(i).isWord()) i++;
        var read = i < tokens.size() ? segments.at(tokens, i) : Optional.<SegmentReader.Read>empty();
        if (read.isEmpty() || !read.get().segment().isSource()) {
            if (i < tokens.size())
                finds.addDoubtful(Field.REPUBLISHED_FROM, tokens.get(i).start(), lastWord(tokens), "source.label/1");
            return true;
        }
        var s = read.get().segment();
        if (s.role() == Segment.Role.GENERIC) return true;
        var field = s.role() == Segment.Role.AGENCY ? Field.AGENCY : Field.REPUBLISHED_FROM;
        finds.add(
                field, text.substring(s.start(), s.end()), s.start(), s.end(), "source.label/1", s.authority(), false);
        return true;
    }

    private static int lastWord(List<Token> tokens) {
        int i = tokens.size() - 1;
        while (i > 0 && !tokens.get(i).isWord()) i--;
        return tokens.get(i).end();
    }

    /** A short line "from OUTLET"; a sentence that begins so is none. */
    private boolean republished(String text, List<Token> tokens, Label label, Finds finds) {
        int i = label.end;
        while (i < tokens.size() && !tokens.get(i).isWord()) i++;
        if (i >= tokens.size()) return false;
        while (i + 1 < tokens.size()
                && (lexicon.is("outlet-word", tokens.get(i).key())
                        || !tokens.get(i).isWord())) i++;
        var read = segments.at(tokens, i);
        if (read.isEmpty()
                || !read.get().segment().isSource()
                || read.get().segment().role() == Segment.Role.GENERIC) return false;
        var s = read.get().segment();
        if (read.get().end() < tokens.size() && tokens.get(read.get().end()).isWord()) return false;
        finds.add(
                Field.REPUBLISHED_FROM,
                text.substring(s.start(), s.end()),
                s.start(),
                s.end(),
                "republished.label/1",
                s.authority(),
                false);
        return true;
    }

    private boolean date(String text, List<Token> tokens, Label label, Field field, Finds finds) {
        for (int i = label.end; i < Math.min(tokens.size(), label.end + 12); i++) {
            var date = segments.dates().at(tokens, i);
            if (date.isEmpty()) continue;
            finds.add(
                    field,
                    date.get().edtf(),
                    tokens.get(i).start(),
                    tokens.get(date.get().end() - 1).end(),
                    "date.label/1",
                    Optional.empty(),
                    !date.get().agrees());
            return true;
        }
        return false;
    }
}
