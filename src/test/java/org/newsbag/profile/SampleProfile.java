package org.newsbag.profile;

import java.nio.charset.StandardCharsets;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** A sound profile in the standard form, of which a test changes parts. */
final class SampleProfile {
    private static final String SOUND = "{'BagIt-Profile-Info': {'BagIt-Profile-Identifier': '" + SampleBag.IDENTIFIER
            + "', 'BagIt-Profile-Version': '1.4.0', 'Source-Organization': 'An archive', 'External-Description': 'A sample', 'Version': '2'},"
            + " 'Accept-BagIt-Version': ['1.0']}";

    private SampleProfile() {}

    /** The sound profile with these parts put in their places; written with single quotes. */
    static byte[] with(String parts) {
        return changed((JsonObject) Json.parse(SOUND.replace('\'', '"')), (JsonObject)
                Json.parse("{" + parts.replace('\'', '"') + "}"));
    }

    /** The sound profile without one of its parts. */
    static byte[] without(String... path) {
        var whole = (JsonObject) Json.parse(SOUND.replace('\'', '"'));
        return bytes(remove(whole, path, 0));
    }

    static byte[] bytes(JsonObject json) {
        return Json.compact(json).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changed(JsonObject whole, JsonObject parts) {
        var changed = JsonObject.builder();
        for (var key : whole.keys()) changed.put(key, parts.get(key).or(() -> whole.get(key)));
        for (var key : parts.keys()) changed.put(key, parts.get(key));
        return bytes(changed.build());
    }

    private static JsonObject remove(JsonObject whole, String[] path, int depth) {
        var rest = JsonObject.builder();
        for (var key : whole.keys()) {
            if (!key.equals(path[depth])) rest.put(key, whole.get(key));
            else if (depth + 1 < path.length)
                rest.put(key, remove(whole.object(key).orElseThrow(), path, depth + 1));
        }
        return rest.build();
    }
}
