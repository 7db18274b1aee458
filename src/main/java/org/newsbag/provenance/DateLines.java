package org.newsbag.provenance;

import java.util.Optional;

/** A line above the text that holds a whole date, perhaps a weekday and a time, and nothing else: the day of issue. */
final class DateLines {
    private static final int LONGEST_LINE = 60;

    private final SegmentReader segments;

    DateLines(SegmentReader segments) {
        this.segments = segments;
    }

    boolean read(String text, Line line, Finds finds) {
        if (line.cut() || line.length() > LONGEST_LINE) return false;
        var tokens = Token.of(text, line.start(), line.end());
        boolean modified = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isWord()) continue;
            var date =
                    segments.dates().at(tokens, i).filter(found -> !found.edtf().startsWith("X"));
            if (date.isEmpty()) {
                if (!isFiller(tokens.get(i).key())) return false;
                continue;
            }
            for (int k = date.get().end(); k < tokens.size(); k++) {
                if (!tokens.get(k).isWord()) continue;
                var key = tokens.get(k).key();
                boolean label = segments.lexicon().is("modified", key);
                modified |= label;
                if (!label && !isFiller(key)) return false;
            }
            int end = tokens.get(date.get().end() - 1).end();
            finds.add(
                    modified ? Field.MODIFIED : Field.ISSUED,
                    date.get().edtf(),
                    tokens.get(i).start(),
                    end,
                    "date.line/1",
                    Optional.empty(),
                    !date.get().agrees());
            return true;
        }
        return false;
    }

    /** Weekdays, times and their signs. */
    private boolean isFiller(String key) {
        boolean number = key.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && key.length() <= 2
                || segments.lexicon().day(key).isPresent()
                || segments.lexicon().is("time", key);
    }
}
