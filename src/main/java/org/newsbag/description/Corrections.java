package org.newsbag.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;
import org.newsbag.provenance.Correction;
import org.newsbag.provenance.Field;

/**
 * A person's corrections by the path of the file they are about: from a table that {@link DescriptionTable} wrote, or from records
 * in JSON. A cell left as it was changes nothing; a cell emptied says that the document has no such thing; a column or key that is
 * not there says nothing.
 */
public final class Corrections {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, Correction> byPath;
    private final Set<String> unused;

    private Corrections(Map<String, Correction> byPath) {
        this.byPath = byPath;
        this.unused = new LinkedHashSet<>(byPath.keySet());
    }

    public static Corrections none() {
        return new Corrections(Map.of());
    }

    /** Reads {@code .json} as records, anything else as a table. Throws {@link MalformedTable} where it is neither. */
    public static Corrections read(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        if (text.startsWith(BYTE_ORDER_MARK)) text = text.substring(1);
        var name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".json")
                        || name.toLowerCase(Locale.ROOT).endsWith(".jsonl")
                ? new Corrections(readJson(name, text))
                : new Corrections(readTable(name, text));
    }

    /** The correction for a file under any of the names it may be known by. */
    public synchronized Optional<Correction> of(String... names) {
        for (var name : names) {
            var correction = byPath.get(name);
            if (correction != null) {
                unused.remove(name);
                return Optional.of(correction);
            }
        }
        return Optional.empty();
    }

    /** The paths that no file has asked for, in the order of the table. */
    public synchronized List<String> unused() {
        return List.copyOf(unused);
    }

    private static Map<String, Correction> readTable(String name, String text) throws IOException {
        int lineEnd = text.indexOf('\n');
        var header = lineEnd < 0 ? text : text.substring(0, lineEnd);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(
                        header.indexOf(';') >= 0 && header.indexOf(',') < 0
                                ? ';'
                                : header.indexOf('\t') >= 0 ? '\t' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .get();
        var corrections = new LinkedHashMap<String, Correction>();
        try (var parser = CSVParser.parse(text, format)) {
            if (!parser.getHeaderMap().containsKey(DescriptionTable.PATH))
                throw new MalformedTable(name + ": expected a header line with a column \"path\", found \""
                        + header.strip() + "\". Start from the table that newsbag describe --format csv prints.");
            for (var row : parser) {
                var path = DescriptionTable.rearm(row.get(DescriptionTable.PATH));
                if (path.isBlank()) continue;
                var place = name + ", row " + (row.getRecordNumber() + 1);
                if (corrections.putIfAbsent(path, new Correction(place, values(row))) != null)
                    throw new MalformedTable(place + ": a second row for " + path + ". Keep one.");
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new MalformedTable(name + ": not a table in CSV: " + e.getMessage());
        }
        return corrections;
    }

    private static Map<Field, List<String>> values(CSVRecord row) {
        var values = new LinkedHashMap<Field, List<String>>();
        DescriptionTable.COLUMNS.forEach((column, field) -> {
            if (row.isSet(column)) values.put(field, split(DescriptionTable.rearm(row.get(column))));
        });
        return values;
    }

    private static List<String> split(String cell) {
        return Arrays.stream(cell.split(";\\s+"))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }

    private static Map<String, Correction> readJson(String name, String text) {
        var corrections = new LinkedHashMap<String, Correction>();
        try {
            for (var record : records(text, name)) {
                var path = record.string("newsbag:path").or(() -> record.string("@id"));
                if (path.isEmpty())
                    throw new MalformedTable(
                            name
                                    + ": a record without \"newsbag:path\" or \"@id\", so that nobody knows which file it is about.");
                if (path.get().equals("./")) continue;
                corrections.put(path.get(), new Correction(name, RecordReader.values(record)));
            }
        } catch (MalformedJson e) {
            throw new MalformedTable(name + ": not JSON: " + e.getMessage());
        }
        return corrections;
    }

    /** One document with a graph, an array of records, or one record a line. */
    private static List<JsonObject> records(String text, String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".jsonl"))
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(Json::parse)
                    .map(JsonObject.class::cast)
                    .toList();
        var document = Json.parse(text);
        if (document instanceof JsonObject object && object.get("@graph").isPresent()) return object.objects("@graph");
        return JsonObject.builder()
                .put("records", document instanceof List<?> list ? list : List.of(document))
                .build()
                .objects("records");
    }
}
