package org.newsbag.profile;

import static org.newsbag.profile.StandardForm.*;

import java.util.List;
import org.newsbag.json.JsonObject;

/** Writes a profile in the standard form of BagIt Profiles 1.4, with the defaults spelt out. */
final class StandardWriter {
    private StandardWriter() {}

    static JsonObject write(Profile profile) {
        var json = JsonObject.builder().put(INFO, info(profile.info())).put(BAG_INFO, tags(profile.bagInfo()));
        algorithms(json, profile.manifests(), MANIFESTS);
        algorithms(json, profile.tagManifests(), TAG_MANIFESTS);
        paths(json, profile.tagFiles(), TAG_FILES);
        paths(json, profile.payloadFiles(), PAYLOAD_FILES);
        json.put(ALLOW_FETCH, profile.fetchAllowed())
                .put(FETCH_REQUIRED, profile.fetchRequired())
                .put(DATA_EMPTY, profile.dataEmpty());
        var serialization = profile.serialization();
        boolean open = serialization.word() == SerializationRule.Word.OPTIONAL
                && serialization.accepted().isEmpty();
        if (!open) json.put(SERIALIZATION, serialization.word().text());
        if (!serialization.accepted().isEmpty()) json.put(ACCEPT_SERIALIZATION, serialization.accepted());
        if (!profile.bagItVersions().isEmpty()) json.put(ACCEPT_VERSION, profile.bagItVersions());
        if (!profile.otherTagFiles().isEmpty()) json.put(OTHER_INFO, List.of(others(profile.otherTagFiles())));
        return json.build();
    }

    private static JsonObject info(ProfileInfo info) {
        return JsonObject.builder()
                .put(IDENTIFIER, info.identifier())
                .put(SPECIFICATION, "1.4.0")
                .put("Source-Organization", info.organization())
                .put("External-Description", info.description())
                .put("Version", info.version())
                .put("Contact-Name", info.contactName())
                .put("Contact-Phone", info.contactPhone())
                .put("Contact-Email", info.contactEmail())
                .build();
    }

    private static JsonObject tags(List<TagRule> rules) {
        var json = JsonObject.builder();
        for (var rule : rules) {
            var tag = JsonObject.builder().put("required", rule.required());
            if (!rule.values().isEmpty()) tag.put("values", rule.values());
            tag.put("repeatable", rule.repeatable()).put("description", rule.description());
            json.put(rule.label(), tag.build());
        }
        return json.build();
    }

    private static JsonObject others(List<TagFileRule> files) {
        var json = JsonObject.builder();
        for (var file : files) json.put(file.file(), tags(file.tags()));
        return json.build();
    }

    private static void algorithms(JsonObject.Builder json, AlgorithmRule rule, String kind) {
        json.put(kind + REQUIRED, rule.required());
        rule.allowed().ifPresent(names -> json.put(kind + ALLOWED, names));
    }

    private static void paths(JsonObject.Builder json, PathRule rule, String kind) {
        json.put(kind + REQUIRED, rule.required()).put(kind + ALLOWED, rule.allowed());
    }
}
