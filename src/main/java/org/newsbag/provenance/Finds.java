package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules have found so far in one document. */
final class Finds {
    private final String text;
    private final Confidences confidences;
    private final List<Evidence> evidence = new ArrayList<>();
    private int counted;
    private int counterAt;

    Finds(String text, Confidences confidences) {
        this.text = text;
        this.confidences = confidences;
    }

    /** Notes what stands in the text between two characters. */
    void add(Field field, int start, int end, String rule) {
        add(field, text.substring(start, end), start, end, rule, Optional.empty(), false);
    }

    /** Notes it as possible only, whatever its rule is worth. */
    void addDoubtful(Field field, int start, int end, String rule) {
        add(field, text.substring(start, end), start, end, rule, Optional.empty(), true);
    }

    void add(Field field, String value, int start, int end, String rule, Optional<String> authority, boolean doubtful) {
        double confidence = confidences.of(rule, field);
        if (doubtful) confidence = Math.min(confidence, 0.4);
        var span = new Span(points(start), points(start) + text.codePointCount(start, end), before(start), after(end));
        put(new Evidence(
                field,
                value,
                confidence >= Confidences.FLOOR ? Status.ASSERTED : Status.CANDIDATE,
                confidence,
                "text",
                text.substring(start, end),
                Optional.of(span),
                rule,
                authority));
    }

    void put(Evidence row) {
        evidence.add(row);
    }

    boolean has(Field field) {
        return evidence.stream().anyMatch(e -> e.field() == field && e.status() == Status.ASSERTED);
    }

    /** Whether metadata led to the headline in the text, however sure it is. */
    boolean hasStated() {
        return evidence.stream().anyMatch(row -> row.rule().equals(StatedTitles.RULE));
    }

    /** Whether the text itself holds this headline, by which metadata led to it. */
    boolean hasStated(String headline) {
        var key = Fold.key(headline);
        return evidence.stream()
                .anyMatch(row -> row.rule().equals(StatedTitles.RULE)
                        && Fold.key(row.value()).equals(key));
    }

    List<Evidence> all() {
        return List.copyOf(evidence);
    }

    /** Counts on from the last place asked for, so that a long text is walked once. */
    private int points(int at) {
        counted = at >= counterAt ? counted + text.codePointCount(counterAt, at) : text.codePointCount(0, at);
        counterAt = at;
        return counted;
    }

    private String before(int start) {
        int from = Math.max(0, start - 32);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) from++;
        return text.substring(from, start);
    }

    private String after(int end) {
        int to = Math.min(text.length(), end + 32);
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) to--;
        return text.substring(end, to);
    }
}
