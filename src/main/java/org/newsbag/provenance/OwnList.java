package org.newsbag.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/** A JSON file of a user's: one list of entries. A fault is told with the file and the number of the entry. */
final class OwnList {
    /** One entry, and where it stands. */
    record Entry(JsonObject object, String place) {
        MalformedList fault(String what) {
            return new MalformedList(place + ": " + what, null);
        }

        /** The text under a key, with a letter in it, and the aliases. */
        List<String> names(String key) {
            var names = new ArrayList<String>();
            names.add(object.string(key)
                    .filter(text -> !Fold.key(text).isEmpty())
                    .orElseThrow(() -> fault("expected a \"" + key + "\" with letters in it")));
            for (var alias : object.list("aliases")) {
                if (!(alias instanceof String text) || Fold.key(text).isEmpty())
                    throw fault("\"aliases\" is a list of names, not " + alias);
                names.add(text);
            }
            return List.copyOf(names);
        }
    }

    private OwnList() {}

    /** The entries of the list {@code name}, which have no other keys than these. */
    static List<Entry> read(Path file, String name, Set<String> keys) throws IOException {
        JsonObject document;
        try (var in = Files.newInputStream(file)) {
            document = Json.readObject(in);
        } catch (MalformedJson e) {
            throw new MalformedList(file + ": " + e.getMessage(), e);
        }
        if (document.get(name).filter(List.class::isInstance).isEmpty())
            throw new MalformedList(file + ": expected a list \"" + name + "\"", null);
        var entries = new ArrayList<Entry>();
        for (var item : document.list(name)) {
            var place = file + ", " + name + "[" + entries.size() + "]";
            if (!(item instanceof JsonObject object)) throw new MalformedList(place + ": expected an object", null);
            var entry = new Entry(object, place);
            for (var key : object.keys()) if (!keys.contains(key)) throw entry.fault("unknown key \"" + key + "\"");
            entries.add(entry);
        }
        return entries;
    }
}
