package org.newsbag.provenance;

import java.util.List;
import java.util.Optional;

/** A line above the text that holds a whole date, perhaps a weekday and a time, perhaps a name before a mark: the day of issue. */
final class DateLines {
    private static final int LONGEST_LINE = 90;

    private final SegmentReader segments;
    private final Names names;

    DateLines(SegmentReader segments) {
        this.segments = segments;
        this.names = new Names(segments.lexicon());
    }

    boolean read(String text, Line line, Finds finds) {
        if (line.cut() || line.length() > LONGEST_LINE) return false;
        var tokens = Token.of(text, line.start(), line.end());
        var persons = List.<Names.Person>of();
        int from = 0;
        while (from < tokens.size() && !tokens.get(from).isWord()) from++;
        int mark = from;
        while (mark < tokens.size() && !isMark(tokens.get(mark))) mark++;
        if (mark < tokens.size() && mark > from) {
            persons = names.persons(tokens, from, mark, text);
            if (!persons.isEmpty()) from = mark + 1;
        }
        for (int i = from; i < tokens.size(); i++) {
            if (!tokens.get(i).isWord()) continue;
            var date = whole(tokens, i);
            if (date.isEmpty()) {
                if (!isFiller(tokens.get(i).key())) return false;
                continue;
            }
            if (!behind(text, tokens, i, date.get(), finds)) return false;
            for (var person : persons)
                finds.add(
                        Field.BYLINE,
                        person.start(),
                        person.end(),
                        person.known() ? "byline.slot/1" : "byline.unknown/1");
            return true;
        }
        return false;
    }

    /** Notes the day, unless words stand behind it: a time, a weekday, or "updated", which may have a day of its own. */
    private boolean behind(String text, List<Token> tokens, int i, DateReader.Found date, Finds finds) {
        var field = Field.ISSUED;
        for (int k = date.end(); k < tokens.size(); k++) {
            if (!tokens.get(k).isWord() || isFiller(tokens.get(k).key())) continue;
            var second = whole(tokens, k);
            if (second.isPresent() && field == Field.MODIFIED) {
                note(Field.MODIFIED, tokens, k, second.get(), finds);
                field = Field.ISSUED;
                k = second.get().end() - 1;
            } else if (segments.lexicon().is("modified", tokens.get(k).key())) field = Field.MODIFIED;
            else return false;
        }
        note(field, tokens, i, date, finds);
        return true;
    }

    private static void note(Field field, List<Token> tokens, int at, DateReader.Found date, Finds finds) {
        finds.add(
                field,
                date.edtf(),
                tokens.get(at).start(),
                tokens.get(date.end() - 1).end(),
                "date.line/1",
                Optional.empty(),
                !date.agrees());
    }

    private Optional<DateReader.Found> whole(List<Token> tokens, int at) {
        return segments.dates().at(tokens, at).filter(found -> !found.edtf().startsWith("X"));
    }

    private static boolean isMark(Token token) {
        return token.kind() == Token.Kind.SLASH || token.kind() == Token.Kind.DASH && token.spaced();
    }

    /** Weekdays, times and their signs. */
    private boolean isFiller(String key) {
        boolean number = key.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && key.length() <= 2
                || segments.lexicon().day(key).isPresent()
                || segments.lexicon().is("time", key);
    }
}
