package org.newsbag.description;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.provenance.Field;

/** Reads back the fields of a {@link DublinCoreRecord} that a person has edited. A key set to null says that there is none. */
final class RecordReader {
    private static final Map<String, Field> KEYS = Map.ofEntries(
            Map.entry("dcterms:title", Field.HEADLINE),
            Map.entry("dcterms:alternative", Field.KICKER),
            Map.entry("dcterms:publisher", Field.OUTLET),
            Map.entry("dcterms:creator", Field.BYLINE),
            Map.entry("dcterms:contributor", Field.AGENCY),
            Map.entry("dcterms:source", Field.REPUBLISHED_FROM),
            Map.entry("dcterms:references", Field.CITED),
            Map.entry("dcterms:issued", Field.ISSUED),
            Map.entry("dcterms:modified", Field.MODIFIED));
    private static final Map<String, Field> DATELINE_KEYS = Map.of(
            "text",
            Field.DATELINE,
            "place",
            Field.DATELINE_PLACE,
            "agency",
            Field.DATELINE_AGENCY,
            "date",
            Field.DATELINE_DATE);

    private RecordReader() {}

    static Map<Field, List<String>> values(JsonObject record) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        KEYS.forEach((key, field) -> read(record, key, field, values));
        record.object("newsbag:dateline")
                .ifPresent(dateline -> DATELINE_KEYS.forEach((key, field) -> read(dateline, key, field, values)));
        return values;
    }

    private static void read(JsonObject object, String key, Field field, Map<Field, List<String>> values) {
        if (object.get(key).isEmpty()) return;
        values.put(
                field,
                object.list(key).stream()
                        .flatMap(RecordReader::name)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Stream<String> name(Object value) {
        if (value == Json.NULL) return Stream.empty();
        return value instanceof JsonObject agent ? agent.string("schema:name").stream() : Stream.of(value.toString());
    }
}
