package org.newsbag.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/**
 * Holds the records that {@code describe --format jsonl} printed for labelled articles against their labels, and writes what it counted: how often
 * each rule was right into {@code rules.tsv}, precision, recall and false positives by field and language into the documentation. {@code make
 * calibrate} runs it.
 */
final class Calibration {
    /** Fewer answers than this say too little: the value set by hand stays. */
    private static final int ENOUGH = 4;
    /** A publisher's statement about itself is believed until this many answers say how often it is right. */
    private static final int ENOUGH_STATED = 20;

    /** A field of the record, and the labels that it may agree with; the first says whether there is such a thing. */
    private record Compared(String name, Field field, List<String> labels) {}

    private static final List<Compared> FIELDS = List.of(
            new Compared("headline", Field.HEADLINE, List.of("headline")),
            new Compared("outlet", Field.OUTLET, List.of("outlet", "outlet_lenient")),
            new Compared("dateline", Field.DATELINE, List.of("dateline_text")),
            new Compared("place", Field.DATELINE_PLACE, List.of("dateline_place", "place_core")),
            new Compared("agency", Field.DATELINE_AGENCY, List.of("dateline_agency")),
            new Compared("byline", Field.BYLINE, List.of("byline")),
            new Compared("date", Field.ISSUED, List.of("date")));

    /** Wire agencies stand in a dateline or in a credit without a place. */
    private static final Compared WIRE =
            new Compared("wire", Field.AGENCY, List.of("dateline_agency", "credit_agency"));

    /** A label of a headline that is at least so long, and part of what was read, was cut short. */
    private static final int CUT = 20;

    private static final String BEGIN = "<!-- scores -->";
    private static final String END = "<!-- end -->";

    private final Map<String, JsonObject> labels = new HashMap<>();
    private final Map<String, int[]> byRule = new TreeMap<>();
    private final Map<String, Map<String, Score>> scores = new LinkedHashMap<>();

    /** What came of one field in one language. */
    private static final class Score {
        int right;
        int wrong;
        int missed;
        int invented;
        int silent;

        String precision() {
            return share(right, right + wrong + invented);
        }

        String recall() {
            return share(right, right + wrong + missed);
        }

        String falsePositives() {
            return share(invented, invented + silent);
        }

        private static String share(int part, int all) {
            return all == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) part / all);
        }
    }

    private Calibration() {}

    /** Labels, records, rules.tsv, the document with the table of scores. */
    public static void main(String[] args) throws IOException {
        var calibration = new Calibration();
        for (var line : Files.readAllLines(Path.of(args[0]))) {
            var label = (JsonObject) Json.parse(line);
            calibration.labels.put(label.string("id").orElseThrow(), label);
        }
        for (var line : Files.readAllLines(Path.of(args[1]))) calibration.count((JsonObject) Json.parse(line));
        var rules = Path.of(args[2]);
        Files.write(rules, calibration.rules(Files.readAllLines(rules)));
        var document = Path.of(args[3]);
        Files.writeString(document, calibration.document(Files.readString(document)));
    }

    private void count(JsonObject record) {
        var name = record.string("@id").orElseThrow().replaceFirst(".*/", "").replaceFirst("\\..*", "");
        var label = labels.get(name);
        if (label == null) return;
        var evidence = record.objects("evidence");
        for (var row : evidence) {
            for (var compared : FIELDS) countRule(row, compared, label);
            countRule(row, WIRE, label);
        }
        for (var language : List.of(label.string("lang").orElse("?"), "all"))
            for (var compared : FIELDS) score(language, compared, label, evidence);
    }

    private void countRule(JsonObject row, Compared compared, JsonObject label) {
        boolean doubted = row.toString().contains("\"confidence\":0.4,")
                || row.string("rule").orElse("").isEmpty();
        if (doubted || !row.string("field").orElse("").equals(compared.field().id())) return;
        var source = row.string("source").orElse("");
        var rule = source.equals("text") ? row.string("rule").orElseThrow() : source + "/1";
        var counts = byRule.computeIfAbsent(rule + "\t" + compared.field().id(), key -> new int[2]);
        counts[1]++;
        if (wanted(compared, label).stream()
                .anyMatch(value -> agrees(compared, value, row.string("value").orElse("")))) counts[0]++;
    }

    private void score(String language, Compared compared, JsonObject label, List<JsonObject> evidence) {
        var score = scores.computeIfAbsent(language, key -> new LinkedHashMap<>())
                .computeIfAbsent(compared.name(), key -> new Score());
        var found = evidence.stream()
                .filter(row ->
                        row.string("field").orElse("").equals(compared.field().id()))
                .filter(row -> row.string("status").orElse("").equals("asserted"))
                .map(row -> row.string("value").orElse(""))
                .toList();
        boolean labelled =
                label.string(compared.labels().get(0)).filter(v -> !v.isEmpty()).isPresent();
        var wanted = wanted(compared, label);
        if (labelled && found.isEmpty()) score.missed++;
        else if (found.isEmpty()) score.silent++;
        else if (found.stream().allMatch(value -> wanted.stream().anyMatch(w -> agrees(compared, w, value)))) {
            if (labelled) score.right++;
        } else if (labelled) score.wrong++;
        else score.invented++;
    }

    private static Set<String> wanted(Compared compared, JsonObject label) {
        var wanted = new HashSet<String>();
        for (var key : compared.labels())
            for (var value : label.string(key).orElse("").split(";")) wanted.add(value.strip());
        wanted.remove("");
        return wanted;
    }

    /** Spelling and marks aside; a day without its year agrees with the same day in any; a verbatim dateline may be three letters longer or shorter, and some labels of headlines were cut short. */
    private static boolean agrees(Compared compared, String label, String value) {
        if (compared.field() == Field.ISSUED)
            return label.equals(value) || value.startsWith("XXXX") && label.endsWith(value.substring(4));
        var wanted = Fold.key(label);
        var key = Fold.key(value);
        if (compared.field() == Field.HEADLINE && wanted.length() >= CUT && key.contains(wanted)) return true;
        if (compared.field() != Field.DATELINE) return wanted.equals(key);
        return (wanted.contains(key) || key.contains(wanted)) && Math.abs(wanted.length() - key.length()) <= 3;
    }

    private List<String> rules(List<String> lines) {
        var result = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("#")) {
                result.add(line);
                continue;
            }
            var row = line.split("\t", -1);
            var counts = byRule.getOrDefault(row[0] + "\t" + row[1], new int[2]);
            boolean enough = counts[1] >= (row[0].contains(".") ? ENOUGH : ENOUGH_STATED);
            result.add(String.join(
                    "\t", row[0], row[1], enough ? "" + counts[0] : "-", enough ? "" + counts[1] : "-", row[4]));
        }
        return result;
    }

    private String document(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, begin);
        if (begin < 0 || end < 0) throw new IllegalArgumentException("no place for the scores: " + BEGIN + " " + END);
        return text.substring(0, begin + BEGIN.length()) + "\n" + table() + text.substring(end);
    }

    private String table() {
        var out = new StringBuilder("| language |");
        for (var compared : FIELDS) out.append(' ').append(compared.name()).append(" |");
        out.append("\n|---").append("|---".repeat(FIELDS.size())).append("|\n");
        var languages = new TreeSet<>(scores.keySet());
        languages.remove("all");
        var order = new ArrayList<>(languages);
        order.add("all");
        for (var language : order) {
            out.append("| ").append(language).append(" |");
            for (var score : scores.getOrDefault(language, Map.of()).values())
                out.append(String.format(
                        Locale.ROOT,
                        " %s / %s / %s (%d) |",
                        score.precision(),
                        score.recall(),
                        score.falsePositives(),
                        score.right + score.wrong + score.missed));
            out.append('\n');
        }
        return out.toString();
    }
}
