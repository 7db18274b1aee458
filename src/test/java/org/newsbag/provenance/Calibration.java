package org.newsbag.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** Counts for each rule and field how often its value was the labelled one, and writes the counts over those in rules.tsv. */
final class Calibration {
    private static final Map<Field, List<String>> LABELS = Map.of(
            Field.HEADLINE, List.of("headline"),
            Field.OUTLET, List.of("outlet", "outlet_lenient"),
            Field.DATELINE, List.of("dateline_text"),
            Field.DATELINE_PLACE, List.of("dateline_place", "place_core"),
            Field.DATELINE_AGENCY, List.of("dateline_agency"),
            Field.AGENCY, List.of("dateline_agency", "credit_agency"),
            Field.BYLINE, List.of("byline"),
            Field.ISSUED, List.of("date"));

    private Calibration() {}

    static void write(ProvenanceReader reader, Path articles, Path labels, Path rules) throws IOException {
        var right = new TreeMap<String, Integer>();
        var all = new TreeMap<String, Integer>();
        var gold = new HashMap<String, JsonObject>();
        for (var line : Files.readAllLines(labels)) {
            var label = (JsonObject) Json.parse(line);
            gold.put(label.string("id").orElseThrow(), label);
        }
        for (var file : Measure.files(articles)) {
            var label = gold.get(file.getFileName().toString().replaceFirst("\\..*", ""));
            if (label == null) continue;
            for (var row : reader.read(Measure.extraction(file)).evidence()) {
                if (!LABELS.containsKey(row.field())
                        || row.confidence() == 0.4
                        || !row.source().equals("text")) continue;
                var key = row.rule() + "\t" + row.field().id();
                all.merge(key, 1, Integer::sum);
                if (matches(row, label)) right.merge(key, 1, Integer::sum);
            }
        }
        Files.write(rules, rewritten(Files.readAllLines(rules), right, all));
    }

    private static List<String> rewritten(List<String> lines, Map<String, Integer> right, Map<String, Integer> all) {
        var result = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("#")) {
                result.add(line);
                continue;
            }
            var row = line.split("\t", -1);
            var key = row[0] + "\t" + row[1];
            int n = all.getOrDefault(key, 0);
            result.add(
                    n < 4
                            ? key + "\t-\t-\t" + row[4]
                            : key + "\t" + right.getOrDefault(key, 0) + "\t" + n + "\t" + row[4]);
        }
        return result;
    }

    private static boolean matches(Evidence row, JsonObject label) {
        Set<String> wanted = new HashSet<>();
        for (var key : LABELS.get(row.field()))
            for (var value : label.string(key).orElse("").split(";")) wanted.add(Fold.key(value));
        wanted.remove("");
        var key = Fold.key(row.value());
        if (row.field() == Field.DATELINE)
            return wanted.stream()
                    .anyMatch(w -> (w.contains(key) || key.contains(w)) && Math.abs(w.length() - key.length()) <= 3);
        if (row.field() == Field.ISSUED)
            return wanted.stream()
                    .anyMatch(w -> w.equals(key) || key.startsWith("xxxx") && w.endsWith(key.substring(4)));
        return wanted.contains(key);
    }
}
