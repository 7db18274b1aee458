package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets one value of a field stand where several were found; the others stay beside it as candidates. */
final class Settlement {
    /** Whom to believe first. What is not named comes after the text. */
    private static final List<String> SOURCES = List.of(
            "json-ld", "newswire", "opengraph", "html-meta", "mail", "text", "iptc", "xmp", "epub", "pdf", "office");

    private Settlement() {}

    static List<Evidence> settle(List<Evidence> found) {
        var byField = new EnumMap<Field, List<Evidence>>(Field.class);
        for (var row : found)
            byField.computeIfAbsent(row.field(), f -> new ArrayList<>()).add(row);
        var all = new ArrayList<Evidence>();
        byField.forEach((field, rows) -> all.addAll(field(field, rows)));
        return all;
    }

    /** The order of {@link Provenance#evidence()}. */
    static List<Evidence> sorted(List<Evidence> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(Evidence::field)
                        .thenComparing(Evidence::status)
                        .thenComparing(row -> rank(row.source()))
                        .thenComparing(row -> row.span().map(Span::start).orElse(-1)))
                .toList();
    }

    private static List<Evidence> field(Field field, List<Evidence> rows) {
        var best = rows.stream()
                .filter(row -> row.status() == Status.ASSERTED)
                .min(Comparator.<Evidence>comparingInt(row -> rank(row.source()))
                        .thenComparing(row -> -row.confidence()));
        if (best.isEmpty()) return sorted(unique(rows));
        if (field == Field.ISSUED || field == Field.MODIFIED) best = fuller(best.get(), rows);
        var settled = new ArrayList<Evidence>();
        var values = new HashSet<String>();
        var chosen = best.get();
        for (var row : unique(rows)) {
            boolean stands = row.status() == Status.ASSERTED
                    && (isMany(field)
                            ? row.source().equals(chosen.source()) && values.add(Fold.key(row.value()))
                            : row == chosen);
            settled.add(stands ? row : row.withStatus(Status.CANDIDATE));
        }
        return sorted(settled);
    }

    /** A day without its year gives way to the same day with it. */
    private static Optional<Evidence> fuller(Evidence best, List<Evidence> rows) {
        if (!best.value().startsWith("XXXX")) return Optional.of(best);
        return Optional.of(rows.stream()
                .filter(row -> row.status() == Status.ASSERTED
                        && row.value().endsWith(best.value().substring(4)))
                .filter(row -> !row.value().startsWith("X"))
                .findFirst()
                .orElse(best));
    }

    private static List<Evidence> unique(List<Evidence> rows) {
        return new ArrayList<>(new java.util.LinkedHashSet<>(rows));
    }

    private static boolean isMany(Field field) {
        return switch (field) {
            case BYLINE, DATELINE_PLACE, DATELINE_AGENCY, AGENCY, CITED -> true;
            default -> false;
        };
    }

    private static int rank(String source) {
        int at = SOURCES.indexOf(source);
        return source.equals("person") ? -1 : at < 0 ? SOURCES.size() : at;
    }

    static Map<Field, List<Evidence>> assertedByField(List<Evidence> rows) {
        var all = new EnumMap<Field, List<Evidence>>(Field.class);
        for (var row : rows)
            if (row.status() == Status.ASSERTED)
                all.computeIfAbsent(row.field(), f -> new ArrayList<>()).add(row);
        return all;
    }
}
