package org.newsbag.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.newsbag.finding.Findings;

/** All that a store says of a bag: its entries, its findings, and what came of opening each file. */
record Reading(BagStore.Reach reach, List<StoredEntry> entries, Findings found, Map<String, String> content) {
    static Reading of(Path bag) throws IOException, UnknownForm {
        try (var store = BagStore.open(bag)) {
            var entries = new ArrayList<StoredEntry>();
            var findings = new Findings();
            var reach = store.list(entries::add, findings);
            var content = new TreeMap<String, String>();
            for (var entry : entries) if (entry.isFile()) content.put(entry.path(), opened(store, entry));
            return new Reading(reach, entries, findings, content);
        }
    }

    /** The bytes as text, or the damage in words. */
    private static String opened(BagStore store, StoredEntry entry) throws IOException {
        try (var in = store.open(entry)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (DamagedArchive e) {
            return "damaged: " + e.getMessage();
        }
    }

    List<String> listed() {
        return entries.stream().map(e -> e.kind() + " " + e.path()).sorted().toList();
    }

    List<String> said() {
        return found.list().stream()
                .map(f -> f.code().id() + " " + f.location())
                .toList();
    }

    String message() {
        return found.list().get(0).message();
    }
}
