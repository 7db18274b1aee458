package org.newsbag.provenance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how far the day of issue is known, and which words of the text speak of days. */
final class Days {
    private static final int REACH = 2_500;

    private final Lexicon lexicon;

    Days(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<String> status(String text, List<Line> lines, List<Evidence> evidence, Map<Field, String> reasons) {
        var issued =
                evidence.stream().filter(row -> row.field() == Field.ISSUED).toList();
        var asserted =
                issued.stream().filter(row -> row.status() == Status.ASSERTED).findFirst();
        if (asserted.isPresent()) {
            boolean disputed = issued.stream()
                    .anyMatch(row -> row.confidence() >= Confidences.FLOOR
                            && !agree(row.value(), asserted.get().value()));
            if (disputed) return Optional.of("conflicting");
            return Optional.of(asserted.get().value().contains("X") ? "partial" : "exact");
        }
        if (issued.stream()
                .anyMatch(row ->
                        row.confidence() < Confidences.FLOOR && row.source().equals("text")))
            return Optional.of("conflicting");
        var weekdays = new LinkedHashSet<String>();
        var relative = new LinkedHashSet<String>();
        gather(text, lines, weekdays, relative);
        if (!weekdays.isEmpty()) {
            reasons.put(Field.ISSUED, "the text gives weekdays only: " + quoted(weekdays));
            return Optional.of("weekday-only");
        }
        if (!relative.isEmpty()) reasons.put(Field.ISSUED, "the text gives relative days only: " + quoted(relative));
        return Optional.empty();
    }

    private static boolean agree(String one, String other) {
        return one.equals(other) || one.startsWith("XXXX") && other.endsWith(one.substring(4));
    }

    /** Words outside quotations. */
    private void gather(String text, List<Line> lines, Set<String> weekdays, Set<String> relative) {
        for (var line : lines) {
            if (line.start() > REACH) return;
            boolean quoting = false;
            for (var token : Token.of(text, line.start(), line.end())) {
                if (token.kind() == Token.Kind.QUOTE) quoting = !quoting;
                if (quoting || !token.isWord()) continue;
                var day = lexicon.day(token.key());
                if (day.isEmpty() && token.key().startsWith("و"))
                    day = lexicon.day(token.key().substring(1));
                if (day.isEmpty()) continue;
                var word = text.substring(token.start(), token.end());
                // the key drops a final hamza, and lunch (غداء) is not tomorrow (غدا)
                if (day.get() > 0) weekdays.add(word);
                else if (!word.endsWith("ء")) relative.add(word);
            }
        }
    }

    private static String quoted(Set<String> words) {
        return words.stream().limit(4).map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
    }
}
