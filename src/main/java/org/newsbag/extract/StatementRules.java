package org.newsbag.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.newsbag.extract.Statement.Source;
import org.newsbag.extract.Statement.Subject;

/** The tables statements.tsv (which property states what) and not-stated.tsv (which values nobody stated). */
final class StatementRules {
    private static final Map<Source, List<Rule>> RULES = rules();
    private static final Map<Subject, List<Pattern>> NOT_STATED = notStated();

    private StatementRules() {}

    static List<Statement> of(Source source, SortedMap<String, List<String>> properties) {
        var folded = folded(properties);
        var found = new ArrayList<Statement>();
        for (var rule : RULES.getOrDefault(source, List.of()))
            for (var value : folded.getOrDefault(rule.property(), List.of()))
                if (isStated(rule.subject(), value))
                    found.add(new Statement(rule.subject(), value, source, rule.key()));
        return found;
    }

    /** Whether a value is more than what a program fills in by itself. */
    static boolean isStated(Subject subject, String value) {
        var stripped = value.strip();
        return !stripped.isEmpty()
                && NOT_STATED.getOrDefault(subject, List.of()).stream()
                        .noneMatch(pattern -> pattern.matcher(stripped).matches());
    }

    private static Map<Source, List<Rule>> rules() {
        var rules = new EnumMap<Source, List<Rule>>(Source.class);
        for (var row : table("statements.tsv", 4)) {
            var source = Source.valueOf(row[0]);
            rules.computeIfAbsent(source, key -> new ArrayList<>())
                    .add(new Rule(row[1], Subject.valueOf(row[2]), row[3]));
        }
        return rules;
    }

    private static Map<Subject, List<Pattern>> notStated() {
        var patterns = new EnumMap<Subject, List<Pattern>>(Subject.class);
        for (var row : table("not-stated.tsv", 2))
            patterns.computeIfAbsent(Subject.valueOf(row[0]), key -> new ArrayList<>())
                    .add(Pattern.compile(row[1], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
        return patterns;
    }

    private static List<String[]> table(String name, int columns) {
        try (var in = new BufferedReader(
                new InputStreamReader(StatementRules.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            var rows = new ArrayList<String[]>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("#") || line.isBlank()) continue;
                var row = line.split("\t");
                if (row.length != columns)
                    throw new IllegalStateException(name + ": not " + columns + " columns: " + line);
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The properties with the names of meta tags in lower case, as pages spell them as they like. */
    private static SortedMap<String, List<String>> folded(SortedMap<String, List<String>> properties) {
        var folded = new TreeMap<String, List<String>>();
        properties.forEach((name, values) -> folded.merge(
                name.startsWith(PropertyNames.HTML_META) ? name.toLowerCase(Locale.ROOT) : name,
                values,
                (one, other) -> {
                    var both = new ArrayList<>(one);
                    both.addAll(other);
                    return both;
                }));
        return folded;
    }

    private record Rule(String property, Subject subject, String key) {}
}
