package org.newsbag.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.commons.csv.DuplicateHeaderMode;
import org.newsbag.finding.Cell;
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
        var text = text(file);
        if (text.startsWith(BYTE_ORDER_MARK)) text = text.substring(1);
        var name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(".json")
                        || name.toLowerCase(Locale.ROOT).endsWith(".jsonl")
                ? new Corrections(readJson(name, text))
                : new Corrections(readTable(name, text));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new MalformedTable(file.getFileName()
                    + " is not UTF-8. Save it as UTF-8; in Excel as \"CSV UTF-8 (Comma delimited)\".");
        }
    }

    public boolean isEmpty() {
        return byPath.isEmpty();
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
                .setDelimiter(delimiter(header))
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
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
                var path = Cell.rearm(row.get(DescriptionTable.PATH));
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
            if (row.isSet(column)) values.put(field, DescriptionTable.split(field, Cell.rearm(row.get(column))));
        });
        return values;
    }

    /** Spreadsheets part columns as their language does: by comma, semicolon or tab. */
    private static char delimiter(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'})
            if (count(header, candidate) > count(header, best)) best = candidate;
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Map<String, Correction> readJson(String name, String text) {
        var corrections = new LinkedHashMap<String, Correction>();
        records(name, text).forEach((place, value) -> {
            if (!(value instanceof JsonObject record))
                throw new MalformedTable(place + ": expected a record in braces.");
            var path =
                    record.string("newsbag:path").or(() -> record.string("@id").map(Corrections::path));
            if (path.isEmpty())
                throw new MalformedTable(
                        place
                                + ": a record without \"newsbag:path\" or \"@id\", so that nobody knows which file it is about.");
            if (path.get().equals("./")) return;
            if (corrections.putIfAbsent(path.get(), new Correction(place, RecordReader.values(record, place))) != null)
                throw new MalformedTable(place + ": a second record for " + path.get() + ". Keep one.");
        });
        return corrections;
    }

    /** The path that an IRI reference names: {@code a%20b.txt} is {@code a b.txt}. */
    private static String path(String iri) {
        try {
            return URLDecoder.decode(iri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return iri;
        }
    }

    /** The records by where they stand: one document with a graph, an array of records, or one record a line. */
    private static Map<String, Object> records(String name, String text) {
        var records = new LinkedHashMap<String, Object>();
        if (name.toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
            var lines = text.split("\\R", -1);
            for (int i = 0; i < lines.length; i++) {
                var place = name + ", line " + (i + 1);
                if (!lines[i].isBlank()) records.put(place, parse(place, lines[i]));
            }
            return records;
        }
        var document = parse(name, text);
        if (document instanceof JsonObject object && object.get("@graph").isPresent()) document = object.list("@graph");
        var items = document instanceof List<?> list ? list : List.of(document);
        for (int i = 0; i < items.size(); i++) records.put(name + ", record " + (i + 1), items.get(i));
        return records;
    }

    private static Object parse(String place, String text) {
        try {
            return Json.parse(text);
        } catch (MalformedJson e) {
            throw new MalformedTable(place + ": not JSON: " + e.getMessage());
        }
    }
}
