package org.newsbag.profile;

import static org.newsbag.finding.FindingCode.PROFILE_PART_MISSING;
import static org.newsbag.profile.StandardForm.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** Turns the dialect of APTrust and DART, which lists tags of all tag files in one array, into the standard form. */
final class DartForm {
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("manifestsRequired", MANIFESTS + REQUIRED),
            Map.entry("tagManifestsRequired", TAG_MANIFESTS + REQUIRED),
            Map.entry("tagFilesRequired", TAG_FILES + REQUIRED),
            Map.entry("tagFilesAllowed", TAG_FILES + ALLOWED),
            Map.entry("manifestsAllowed", MANIFESTS + ALLOWED),
            Map.entry("tagManifestsAllowed", TAG_MANIFESTS + ALLOWED),
            Map.entry("allowFetchTxt", ALLOW_FETCH),
            Map.entry("serialization", SERIALIZATION),
            Map.entry("acceptSerialization", ACCEPT_SERIALIZATION),
            Map.entry("acceptBagItVersion", ACCEPT_VERSION));
    /** What this dialect means by a bag that may be serialized, without saying how. */
    private static final List<String> ANY_ARCHIVE =
            List.of("application/tar", "application/gzip", "application/zip", "application/zstd", "application/x-xz");

    private static final Map<String, String> INFO_KEYS = Map.of(
            "bagItProfileIdentifier", IDENTIFIER,
            "sourceOrganization", "Source-Organization",
            "externalDescription", "External-Description",
            "version", "Version",
            "contactName", "Contact-Name",
            "contactPhone", "Contact-Phone",
            "contactEmail", "Contact-Email");

    private final ProfilePart whole;
    private final Map<String, Map<String, JsonObject>> tags = new LinkedHashMap<>();

    private DartForm(ProfilePart whole) {
        this.whole = whole;
    }

    static JsonObject toStandard(ProfilePart whole) {
        return new DartForm(whole).toStandard();
    }

    private JsonObject toStandard() {
        if (present("tags").isPresent()) for (var tag : whole.parts("tags")) add(tag);
        var json = JsonObject.builder().put(INFO, info());
        json.put(BAG_INFO, object(tags.getOrDefault("bag-info.txt", Map.of())));
        new TreeMap<>(PARTS).forEach((key, part) -> json.put(part, present(key)));
        boolean isSerialized = present("serialization")
                .filter(word -> !word.equals("forbidden"))
                .isPresent();
        if (isSerialized && present("acceptSerialization").isEmpty()) json.put(ACCEPT_SERIALIZATION, ANY_ARCHIVE);
        var others = JsonObject.builder();
        tags.forEach((file, rules) -> {
            if (!file.equals("bag-info.txt") && !file.equals("bagit.txt")) others.put(file, object(rules));
        });
        var other = others.build();
        if (!other.keys().isEmpty()) json.put(OTHER_INFO, List.of(other));
        return json.build();
    }

    private JsonObject info() {
        var part = whole.part("bagItProfileInfo");
        var info = JsonObject.builder();
        new TreeMap<>(INFO_KEYS).forEach((key, label) -> info.put(label, part.flatMap(p -> p.text(key))));
        boolean described = part.flatMap(p -> p.text("externalDescription")).isPresent();
        if (!described)
            info.put("External-Description", whole.text("description").or(() -> whole.text("name")));
        return info.build();
    }

    /** A part as it stands; null, an empty text and an empty list of what is allowed say nothing in this dialect. */
    private Optional<Object> present(String key) {
        return whole.object()
                .get(key)
                .filter(value -> value != Json.NULL
                        && !value.equals("")
                        && !(value.equals(List.of())
                                && (key.endsWith("Allowed") || key.equals("acceptSerialization"))));
    }

    private void add(ProfilePart tag) {
        var file = tag.text("tagFile");
        var label = tag.text("tagName");
        if (file.isEmpty() || label.isEmpty()) {
            tag.tell(
                    PROFILE_PART_MISSING,
                    label.isEmpty() ? "tagName" : "tagFile",
                    "Expected tagFile and tagName, each a text in quotes, in every entry of tags.");
            return;
        }
        var rule = JsonObject.builder().put("required", tag.flag("required", false));
        tag.object()
                .get("values")
                .filter(values -> values != Json.NULL)
                .ifPresent(v -> rule.put("values", Optional.of(v)));
        tag.object()
                .get("help")
                .filter(help -> !help.equals("") && help != Json.NULL)
                .ifPresent(h -> rule.put("description", Optional.of(h)));
        tags.computeIfAbsent(file.get(), f -> new LinkedHashMap<>()).putIfAbsent(label.get(), rule.build());
    }

    private static JsonObject object(Map<String, JsonObject> members) {
        var json = JsonObject.builder();
        members.forEach(json::put);
        return json.build();
    }
}
