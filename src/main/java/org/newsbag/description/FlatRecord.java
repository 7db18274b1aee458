package org.newsbag.description;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/**
 * One record of {@code dublin-core.json} as lists of texts, which is all that a table can hold: evidence, candidates and reasons are left out.
 *
 * @param path of the payload file, without {@code data/}
 * @param values under the record's own keys; an agent by its name, a thing by its address
 */
public record FlatRecord(String path, Map<String, List<String>> values) {
    public FlatRecord {
        values = Map.copyOf(values);
    }

    /** Empty for the bag's own record, which describes no file. */
    public static Optional<FlatRecord> of(JsonObject record) {
        var path = record.string("newsbag:path");
        if (path.isEmpty()) return Optional.empty();
        var values = new HashMap<String, List<String>>();
        for (var key : record.keys())
            if (key.startsWith("dcterms:") || key.startsWith("schema:"))
                values.put(
                        key,
                        record.list(key).stream()
                                .map(FlatRecord::text)
                                .filter(text -> !text.isEmpty())
                                .toList());
        record.object("dcterms:spatial")
                .flatMap(place -> place.string("@id"))
                .ifPresent(id -> values.put("place-id", List.of(id)));
        return Optional.of(new FlatRecord(path.get(), values));
    }

    private static String text(Object value) {
        if (value == Json.NULL) return "";
        if (!(value instanceof JsonObject object)) return value.toString();
        return object.string("schema:name")
                .or(() -> object.string("@id"))
                .map(name -> name.startsWith("dcmitype:") ? name.substring("dcmitype:".length()) : name)
                .orElse("");
    }

    /** The values under a key; none where the record has none. */
    public List<String> of(String key) {
        return values.getOrDefault(key, List.of());
    }
}
