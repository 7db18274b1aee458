package org.newsbag.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code profiles/outlets.json}. */
final class AuthorityList {
    private static final Set<String> KEYS =
            Set.of("label", "aliases", "kind", "ordinary", "homePage", "isni", "wikidata", "note");

    private AuthorityList() {}

    static List<Authority> read(Path file) throws IOException {
        return OwnList.read(file, "outlets", KEYS).stream()
                .map(AuthorityList::authority)
                .toList();
    }

    private static Authority authority(OwnList.Entry entry) {
        var names = entry.names("label");
        var kind = entry.object().string("kind").orElse("outlet");
        if (!kind.equals("outlet") && !kind.equals("agency"))
            throw entry.fault("\"kind\" is outlet or agency, not \"" + kind + "\"");
        return new Authority(names.get(0), names, kind.equals("agency"), ordinary(entry), identifier(entry));
    }

    private static boolean ordinary(OwnList.Entry entry) {
        var value = entry.object().get("ordinary").orElse(false);
        if (value instanceof Boolean flag) return flag;
        throw entry.fault("\"ordinary\" is true or false, not " + value);
    }

    private static Optional<String> identifier(OwnList.Entry entry) {
        var wikidata = entry.object().string("wikidata");
        if (wikidata.isPresent()) {
            if (!wikidata.get().matches("Q[1-9][0-9]*"))
                throw entry.fault("\"wikidata\" looks like Q130879, not \"" + wikidata.get() + "\"");
            return wikidata.map(id -> "http://www.wikidata.org/entity/" + id);
        }
        var isni = entry.object().string("isni").map(id -> id.replace(" ", ""));
        if (isni.isPresent() && !isni.get().matches("[0-9]{15}[0-9X]"))
            throw entry.fault("\"isni\" has sixteen digits, not \"" + isni.get() + "\"");
        return isni.map(id -> "https://isni.org/isni/" + id);
    }
}
