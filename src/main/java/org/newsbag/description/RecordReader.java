package org.newsbag.description;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** @throws MalformedTable where a value is neither a text nor an agent with a name */
    static Map<Field, List<String>> values(JsonObject record, String place) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        KEYS.forEach((key, field) -> read(record, key, field, place, values));
        if (record.get("newsbag:dateline").filter(Json.NULL::equals).isPresent())
            DATELINE_KEYS.values().forEach(field -> values.put(field, List.of()));
        record.object("newsbag:dateline")
                .ifPresent(
                        dateline -> DATELINE_KEYS.forEach((key, field) -> read(dateline, key, field, place, values)));
        return values;
    }

    private static void read(
            JsonObject object, String key, Field field, String place, Map<Field, List<String>> values) {
        if (object.get(key).isEmpty()) return;
        values.put(
                field,
                object.list(key).stream()
                        .filter(value -> value != Json.NULL)
                        .map(value -> text(value, key, place).strip())
                        .filter(value -> !value.isEmpty())
                        .toList());
    }

    private static String text(Object value, String key, String place) {
        if (value instanceof String text) return text;
        if (value instanceof JsonObject agent && agent.string("schema:name").isPresent())
            return agent.string("schema:name").get();
        throw new MalformedTable(place + ": under \"" + key
                + "\" expected a text, null, or an object with \"schema:name\", found " + Json.compact(value) + ".");
    }
}
