package org.newsbag.profile;

import static org.newsbag.finding.FindingCode.*;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsbag.fixity.Algorithm;
import org.newsbag.profile.SerializationRule.Word;

/** Reads a profile in the form of the specification (BagIt Profiles 1.1 to 1.4). */
final class StandardForm {
    static final String INFO = "BagIt-Profile-Info";
    static final String IDENTIFIER = "BagIt-Profile-Identifier";
    static final String SPECIFICATION = "BagIt-Profile-Version";
    static final String BAG_INFO = "Bag-Info";
    static final String MANIFESTS = "Manifests";
    static final String TAG_MANIFESTS = "Tag-Manifests";
    static final String TAG_FILES = "Tag-Files";
    static final String PAYLOAD_FILES = "Payload-Files";
    static final String REQUIRED = "-Required";
    static final String ALLOWED = "-Allowed";
    static final String ALLOW_FETCH = "Allow-Fetch.txt";
    static final String FETCH_REQUIRED = "Fetch.txt-Required";
    static final String DATA_EMPTY = "Data-Empty";
    static final String SERIALIZATION = "Serialization";
    static final String ACCEPT_SERIALIZATION = "Accept-Serialization";
    static final String ACCEPT_VERSION = "Accept-BagIt-Version";
    /** An extension that Fedora's tools read too: the labels of other tag files. */
    static final String OTHER_INFO = "Other-Info";

    private static final Set<String> INFO_KEYS = Set.of(
            IDENTIFIER,
            SPECIFICATION,
            "Source-Organization",
            "External-Description",
            "Version",
            "Contact-Name",
            "Contact-Phone",
            "Contact-Email");

    /** The parts of a profile, and in which minor version of the specification each came. */
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry(INFO, 0),
            Map.entry(BAG_INFO, 0),
            Map.entry(MANIFESTS + REQUIRED, 0),
            Map.entry(ALLOW_FETCH, 0),
            Map.entry(SERIALIZATION, 0),
            Map.entry(ACCEPT_SERIALIZATION, 0),
            Map.entry(ACCEPT_VERSION, 0),
            Map.entry(TAG_MANIFESTS + REQUIRED, 1),
            Map.entry(TAG_FILES + REQUIRED, 1),
            Map.entry(TAG_FILES + ALLOWED, 2),
            Map.entry(MANIFESTS + ALLOWED, 3),
            Map.entry(TAG_MANIFESTS + ALLOWED, 3),
            Map.entry(PAYLOAD_FILES + REQUIRED, 4),
            Map.entry(PAYLOAD_FILES + ALLOWED, 4),
            Map.entry(FETCH_REQUIRED, 4),
            Map.entry(DATA_EMPTY, 4),
            Map.entry(OTHER_INFO, 0));

    private final boolean strict;

    /** @param strict whether the parts that the specification requires must be there; other dialects lack some */
    StandardForm(boolean strict) {
        this.strict = strict;
    }

    /** Whether a key is one of a profile's. */
    static boolean isPart(String key) {
        return PARTS.containsKey(key);
    }

    /** The profile as far as it can be read; what is wrong is told through the part. */
    Profile read(ProfilePart whole) {
        whole.expectKnown(PARTS.keySet());
        var info = info(whole);
        if (strict) tellNewerParts(whole, info.specification());
        var bagInfo = whole.part(BAG_INFO).map(TagForm::tags).orElse(List.of());
        return new Profile(
                info,
                bagInfo,
                TagForm.otherTagFiles(whole),
                algorithms(whole, MANIFESTS),
                algorithms(whole, TAG_MANIFESTS),
                paths(whole, TAG_FILES),
                paths(whole, PAYLOAD_FILES),
                whole.flag(ALLOW_FETCH, true),
                whole.flag(FETCH_REQUIRED, false),
                whole.flag(DATA_EMPTY, false),
                serialization(whole),
                versions(whole));
    }

    private ProfileInfo info(ProfilePart whole) {
        var part = whole.part(INFO);
        if (part.isEmpty()) {
            if (strict && !whole.has(INFO))
                whole.tell(
                        PROFILE_PART_MISSING,
                        INFO,
                        "Expected an object with Source-Organization, External-Description, Version and BagIt-Profile-Identifier, found nothing.");
            return none();
        }
        var info = part.get();
        info.expectKnown(INFO_KEYS);
        return new ProfileInfo(
                info.requiredText(IDENTIFIER, strict),
                specification(info),
                info.requiredText("Source-Organization", strict),
                info.requiredText("External-Description", strict),
                info.requiredText("Version", strict),
                info.text("Contact-Name"),
                info.text("Contact-Phone"),
                info.text("Contact-Email"));
    }

    private static ProfileInfo none() {
        Optional<String> empty = Optional.empty();
        return new ProfileInfo(empty, "1.4.0", empty, empty, empty, empty, empty, empty);
    }

    private String specification(ProfilePart info) {
        var version = info.text(SPECIFICATION).map(String::strip);
        if (version.isEmpty()) {
            if (strict && !info.has(SPECIFICATION))
                info.tell(
                        PROFILE_VERSION_ASSUMED,
                        SPECIFICATION,
                        "Expected a version, found nothing; 1.1.0 is assumed, as the specification says.");
            return strict ? "1.1.0" : "1.4.0";
        }
        if (minor(version.get()) < 0)
            info.tell(
                    PROFILE_VERSION_UNKNOWN,
                    SPECIFICATION,
                    "Expected 1.1.0, 1.2.0, 1.3.0 or 1.4.0, found " + ProfilePart.shown(version.get())
                            + "; the profile is read as 1.4.0.");
        return version.get();
    }

    /** 4 for 1.4.0 and 1.4; -1 for what is unknown. */
    private static int minor(String version) {
        for (int minor = 0; minor <= 4; minor++)
            if (version.equals("1." + minor) || version.startsWith("1." + minor + ".")) return minor;
        return -1;
    }

    private static void tellNewerParts(ProfilePart whole, String specification) {
        int minor = minor(specification);
        for (var key : whole.keys())
            if (minor >= 0 && PARTS.getOrDefault(key, 0) > minor)
                whole.tell(
                        PROFILE_PART_NEWER,
                        key,
                        "Expected only parts of BagIt Profiles " + specification + ", found one of 1." + PARTS.get(key)
                                + ".0, which other tools may pass over. Raise BagIt-Profile-Version.");
    }

    private AlgorithmRule algorithms(ProfilePart whole, String kind) {
        var required = whole.texts(kind + REQUIRED);
        var allowed = whole.texts(kind + ALLOWED);
        tellUnknown(whole, kind + REQUIRED, required);
        tellUnknown(whole, kind + ALLOWED, allowed);
        return new AlgorithmRule(required.orElse(List.of()), allowed);
    }

    private static void tellUnknown(ProfilePart whole, String key, Optional<List<String>> names) {
        for (var name : new HashSet<>(names.orElse(List.of())))
            if (!AlgorithmRule.isKnown(name))
                whole.tell(
                        PROFILE_ALGORITHM_UNKNOWN,
                        key,
                        "Expected one of "
                                + Algorithm.ALL.stream().map(Algorithm::name).collect(Collectors.joining(", "))
                                + ", found " + ProfilePart.shown(name) + ", which newsbag cannot calculate.");
    }

    private static PathRule paths(ProfilePart whole, String kind) {
        return new PathRule(
                whole.texts(kind + REQUIRED).orElse(List.of()),
                whole.texts(kind + ALLOWED).orElse(PathRule.FREE.allowed()));
    }

    private static SerializationRule serialization(ProfilePart whole) {
        whole.text(SERIALIZATION); // tells what is no text at all
        var text = whole.object().string(SERIALIZATION);
        var word = text.flatMap(Word::of);
        if (text.isPresent() && word.isEmpty())
            whole.tell(
                    PROFILE_SERIALIZATION_WORD,
                    SERIALIZATION,
                    "Expected forbidden, required or optional, found " + ProfilePart.shown(text.get()) + ".");
        return new SerializationRule(
                word.orElse(Word.OPTIONAL), whole.texts(ACCEPT_SERIALIZATION).orElse(List.of()));
    }

    private List<String> versions(ProfilePart whole) {
        var versions = whole.texts(ACCEPT_VERSION);
        boolean none = whole.object().get(ACCEPT_VERSION).orElse(List.of()).equals(List.of());
        if (strict && none)
            whole.tell(
                    PROFILE_PART_MISSING,
                    ACCEPT_VERSION,
                    "Expected a list with at least one BagIt version, found nothing. Add for example [\"1.0\"].");
        return versions.orElse(List.of());
    }
}
