package org.newsbag.profile;

import static org.newsbag.finding.FindingCode.PROFILE_KEY_UNKNOWN;
import static org.newsbag.finding.FindingCode.PROFILE_PART_MISSING;
import static org.newsbag.finding.FindingCode.PROFILE_PART_TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Location;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** One object of a profile while it is read: gives values of the right kind, and tells what is of another. */
final class ProfilePart {
    private static final int SHOWN = 80;

    private final String place;
    private final String label;
    private final JsonObject object;
    private final Findings findings;

    private ProfilePart(String place, String label, JsonObject object, Findings findings) {
        this.place = place;
        this.label = label;
        this.object = object;
        this.findings = findings;
    }

    /** @param place the profile's file, as findings name it */
    static ProfilePart whole(String place, JsonObject object, Findings findings) {
        return new ProfilePart(place, "", object, findings);
    }

    JsonObject object() {
        return object;
    }

    Set<String> keys() {
        return object.keys();
    }

    boolean has(String key) {
        return object.get(key).isPresent();
    }

    void tell(FindingCode code, String key, String message) {
        findings.add(code, Location.label(place, label(key)), message);
    }

    void expectKnown(Set<String> known) {
        for (var key : object.keys())
            if (!known.contains(key))
                tell(
                        PROFILE_KEY_UNKNOWN,
                        key,
                        "Expected a part of BagIt Profiles 1.4, found an unknown one, which has no effect. Look whether it is misspelt.");
    }

    /** A text that is not blank. */
    Optional<String> text(String key) {
        var value = object.get(key);
        if (value.isEmpty()) return Optional.empty();
        if (value.get() instanceof String text) return Optional.of(text).filter(t -> !t.isBlank());
        wrong(key, "a text in quotes", value.get());
        return Optional.empty();
    }

    Optional<String> requiredText(String key, boolean required) {
        var text = text(key);
        boolean silent = object.get(key).isPresent() && !(object.get(key).get() instanceof String);
        if (text.isEmpty() && required && !silent)
            tell(PROFILE_PART_MISSING, key, "Expected a text in quotes, found nothing. Add it to the profile.");
        return text;
    }

    boolean flag(String key, boolean otherwise) {
        var value = object.get(key);
        if (value.isEmpty()) return otherwise;
        if (value.get() instanceof Boolean flag) return flag;
        wrong(key, "true or false", value.get());
        return otherwise;
    }

    /** The texts of a list; empty where there is none. */
    Optional<List<String>> texts(String key) {
        var value = object.get(key);
        if (value.isEmpty()) return Optional.empty();
        if (!(value.get() instanceof List<?> items)) {
            wrong(key, "a list of texts in brackets", value.get());
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (var item : items) {
            if (item instanceof String text) texts.add(text);
            else wrong(key, "a list of texts, each in quotes", item);
        }
        return Optional.of(List.copyOf(texts));
    }

    Optional<ProfilePart> part(String key) {
        var value = object.get(key);
        if (value.isEmpty()) return Optional.empty();
        if (value.get() instanceof JsonObject inner) return Optional.of(part(key, inner));
        wrong(key, "an object in braces", value.get());
        return Optional.empty();
    }

    /** The object under a key, or the objects of the list that stands there. */
    List<ProfilePart> parts(String key) {
        if (!(object.get(key).orElse(Json.NULL) instanceof List<?> items))
            return part(key).map(List::of).orElse(List.of());
        var parts = new ArrayList<ProfilePart>();
        for (var item : items) {
            if (item instanceof JsonObject inner) parts.add(part(key, inner));
            else wrong(key, "a list of objects in braces", item);
        }
        return parts;
    }

    private ProfilePart part(String key, JsonObject inner) {
        return new ProfilePart(place, label(key), inner, findings);
    }

    private String label(String key) {
        return label.isEmpty() ? key : label + "/" + key;
    }

    private void wrong(String key, String expected, Object found) {
        tell(PROFILE_PART_TYPE, key, "Expected " + expected + ", found " + shown(found) + ".");
    }

    /** A value in a few words; never the whole of what a stranger wrote. */
    static String shown(Object value) {
        if (value instanceof String text)
            return '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + '"';
        if (value instanceof List<?> items) return "a list of " + items.size();
        if (value instanceof JsonObject) return "an object";
        return value.toString();
    }
}
