package org.newsbag.provenance;

import java.util.List;

/** Reads credits, sources and sign-offs at the end of a text. */
final class Feet {
    private static final int LINES = 12;
    private static final int LONGEST_SIGN_OFF = 40;

    private final SegmentReader segments;
    private final CreditGrammar grammar;
    private final CreditRoles roles;
    private final Labels labels;
    private final Names names;

    Feet(SegmentReader segments, CreditGrammar grammar, CreditRoles roles, Labels labels) {
        this.segments = segments;
        this.grammar = grammar;
        this.roles = roles;
        this.labels = labels;
        this.names = new Names(segments.lexicon());
    }

    /** From the last line upwards to the first paragraph; that paragraph may end with an agency in brackets. */
    void read(String text, List<Line> lines, int notBefore, Finds finds) {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - LINES); i--) {
            var line = lines.get(i);
            if (line.start() < notBefore) return;
            if (segments.lexicon().isBoilerplate(Fold.key(shortened(text, line)))) continue;
            if (labels.read(text, line, finds) || labels.author(text, line, "byline.foot/1", finds)) continue;
            var credit = line.length() <= 60 ? grammar.read(text, line, false) : java.util.Optional.<Credit>empty();
            if (credit.isPresent() && credit.get().shape() == Credit.Shape.LINE)
                roles.note(credit.get(), text, finds, true);
            else {
                boolean signed = signOff(text, line, finds);
                int end = signed ? text.substring(line.start(), line.end()).lastIndexOf('(') : line.length();
                signature(text, line.start(), line.start() + Math.max(0, end), finds);
                if (signed || line.length() > 120) return;
            }
        }
    }

    private static String shortened(String text, Line line) {
        return text.substring(line.start(), Math.min(line.end(), line.start() + 60));
    }

    /** {@code ... the ministry said. (AGENCY)} */
    private boolean signOff(String text, Line line, Finds finds) {
        char last = text.charAt(line.end() - 1);
        if (last != ')' && last != ']' && last != '）') return false;
        int open = line.end() - 1;
        while (open >= line.start() && "([（".indexOf(text.charAt(open)) < 0) open--;
        if (open < line.start() || line.end() - open > LONGEST_SIGN_OFF) return false;
        if (!endsSentence(text, line.start(), open)) return false;
        var tokens = Token.of(text, open + 1, line.end() - 1);
        if (tokens.isEmpty()) return false;
        var found = false;
        for (int i = 0; i < tokens.size(); ) {
            var read = segments.at(tokens, i).orElse(null);
            if (read == null && !tokens.get(i).isWord()) {
                i++;
                continue;
            }
            if (read == null || !read.segment().isSource()) return found;
            var s = read.segment();
            if (s.role() == Segment.Role.AGENCY) {
                finds.add(
                        Field.AGENCY,
                        text.substring(s.start(), s.end()),
                        s.start(),
                        s.end(),
                        "sign-off/1",
                        s.authority(),
                        false);
                found = true;
            } else if (s.role() == Segment.Role.OUTLET && !s.ordinary()) {
                finds.addDoubtful(Field.OUTLET, s.start(), s.end(), "sign-off/1");
                found = true;
            }
            i = read.end();
        }
        return found;
    }

    /** {@code ... the prose ends.NAME}: a person signs behind the last sentence, perhaps with a label before and an address behind. */
    private void signature(String text, int from, int to, Finds finds) {
        if (finds.has(Field.BYLINE)) return;
        int end = behind(text, from, to);
        int word = end;
        while (word > from && !Token.isSpace(text.charAt(word - 1))) word--;
        if (text.substring(word, end).indexOf('@') >= 0) end = behind(text, from, word);
        int start = end;
        while (start > from && ".!?؟。".indexOf(text.charAt(start - 1)) < 0) start--;
        if (start == from || end - start < 5 || end - start > LONGEST_SIGN_OFF) return;
        var tokens = Token.of(text, start, end);
        int name = labels.behindByline(tokens, 0);
        int place = Math.max(0, name);
        while (place < tokens.size() && tokens.get(place).kind() != Token.Kind.SLASH) place++;
        var persons = names.persons(tokens, Math.max(0, name), place, text);
        if (name < 0 && !persons.stream().allMatch(Names.Person::known)) return;
        for (var person : persons) finds.add(Field.BYLINE, person.start(), person.end(), "byline.signature/1");
    }

    private static int behind(String text, int from, int to) {
        int end = to;
        while (end > from && (Token.isSpace(text.charAt(end - 1)) || Fold.isInvisible(text.charAt(end - 1)))) end--;
        return end;
    }

    private boolean isSignature(String text, int from, int to) {
        var tokens = Token.of(text, from, to);
        return !names.persons(tokens, 0, tokens.size(), text).isEmpty();
    }

    private boolean endsSentence(String text, int from, int to) {
        int i = to - 1;
        while (i >= from && Token.isSpace(text.charAt(i))) i--;
        if (i < from || ".!?؟\"”»…。）)".indexOf(text.charAt(i)) >= 0) return true;
        int sentence = i;
        while (sentence > from && ".!?؟。".indexOf(text.charAt(sentence)) < 0) sentence--;
        return sentence > from && i - sentence <= LONGEST_SIGN_OFF && isSignature(text, sentence + 1, to);
    }
}
