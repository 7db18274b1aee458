package org.newsbag.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/** Reads {@code profiles/outlets.json}. A fault is told with the file and the number of the entry. */
final class AuthorityList {
    private static final java.util.Set<String> KEYS =
            java.util.Set.of("label", "aliases", "kind", "ordinary", "homePage", "isni", "wikidata", "note");

    private final Path file;

    private AuthorityList(Path file) {
        this.file = file;
    }

    static List<Authority> read(Path file) throws IOException {
        return new AuthorityList(file).read();
    }

    private List<Authority> read() throws IOException {
        JsonObject document;
        try (var in = Files.newInputStream(file)) {
            document = Json.readObject(in);
        } catch (MalformedJson e) {
            throw new MalformedOutlets(file + ": " + e.getMessage(), e);
        }
        if (document.get("outlets").isEmpty()) throw new MalformedOutlets(file + ": expected a list \"outlets\"", null);
        var all = new ArrayList<Authority>();
        int number = 0;
        for (var item : document.list("outlets")) {
            var place = file + ", outlets[" + number++ + "]";
            if (!(item instanceof JsonObject entry)) throw new MalformedOutlets(place + ": expected an object", null);
            all.add(authority(entry, place));
        }
        return List.copyOf(all);
    }

    private static Authority authority(JsonObject entry, String place) {
        for (var key : entry.keys())
            if (!KEYS.contains(key)) throw new MalformedOutlets(place + ": unknown key \"" + key + "\"", null);
        var label = entry.string("label")
                .filter(text -> !Fold.key(text).isEmpty())
                .orElseThrow(() -> new MalformedOutlets(place + ": expected a \"label\" with letters in it", null));
        var kind = entry.string("kind").orElse("outlet");
        if (!kind.equals("outlet") && !kind.equals("agency"))
            throw new MalformedOutlets(place + ": \"kind\" is outlet or agency, not \"" + kind + "\"", null);
        var names = new ArrayList<String>();
        names.add(label);
        for (var alias : entry.list("aliases")) {
            if (!(alias instanceof String text) || Fold.key(text).isEmpty())
                throw new MalformedOutlets(place + ": \"aliases\" is a list of names, not " + alias, null);
            names.add(text);
        }
        return new Authority(
                label, List.copyOf(names), kind.equals("agency"), ordinary(entry, place), identifier(entry, place));
    }

    private static boolean ordinary(JsonObject entry, String place) {
        var value = entry.get("ordinary").orElse(false);
        if (value instanceof Boolean flag) return flag;
        throw new MalformedOutlets(place + ": \"ordinary\" is true or false, not " + value, null);
    }

    private static Optional<String> identifier(JsonObject entry, String place) {
        var wikidata = entry.string("wikidata");
        if (wikidata.isPresent()) {
            if (!wikidata.get().matches("Q[1-9][0-9]*"))
                throw new MalformedOutlets(
                        place + ": \"wikidata\" looks like Q130879, not \"" + wikidata.get() + "\"", null);
            return wikidata.map(id -> "http://www.wikidata.org/entity/" + id);
        }
        var isni = entry.string("isni").map(id -> id.replace(" ", ""));
        if (isni.isPresent() && !isni.get().matches("[0-9]{15}[0-9X]"))
            throw new MalformedOutlets(place + ": \"isni\" has sixteen digits, not \"" + isni.get() + "\"", null);
        return isni.map(id -> "https://isni.org/isni/" + id);
    }
}
