package org.newsbag.profile;

import static org.newsbag.finding.FindingCode.*;
import static org.newsbag.finding.Location.label;

import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.profile.ProfileSubject.TagValue;
import org.newsbag.profile.SerializationRule.Word;

/** Holds one bag to one profile, rule by rule; every fault is told, not the first. */
final class ProfileCheck {
    private static final String BAG_INFO = "bag-info.txt";

    /** So many of what is allowed are named in a message. */
    private static final int NAMED = 20;

    private final Profile profile;
    private final ProfileSubject bag;
    private final Findings findings;

    ProfileCheck(Profile profile, ProfileSubject bag, Findings findings) {
        this.profile = profile;
        this.bag = bag;
        this.findings = findings;
    }

    void run() throws IOException {
        bagItVersion();
        bagInfo();
        for (var file : profile.otherTagFiles()) {
            var tags = bag.tags(file.file());
            boolean needed = file.tags().stream().anyMatch(TagRule::required);
            if (tags.isPresent() || needed) tags(file.file(), file.tags(), tags.orElse(List.of()));
        }
        manifests(
                profile.manifests(),
                bag.payloadAlgorithms(),
                "manifest-",
                PROFILE_MANIFEST_MISSING,
                PROFILE_MANIFEST_NOT_ALLOWED);
        manifests(
                profile.tagManifests(),
                bag.tagAlgorithms(),
                "tagmanifest-",
                PROFILE_TAG_MANIFEST_MISSING,
                PROFILE_TAG_MANIFEST_NOT_ALLOWED);
        tagFiles();
        payload();
        fetch();
        serialization();
    }

    private void bagItVersion() {
        var accepted = profile.bagItVersions();
        var found = bag.bagItVersion();
        if (found.isPresent() && !accepted.isEmpty() && !accepted.contains(found.get()))
            findings.add(
                    PROFILE_BAGIT_VERSION,
                    label("bagit.txt", "BagIt-Version"),
                    "Expected " + oneOf(accepted) + ", found " + found.get() + ".");
    }

    private void bagInfo() throws IOException {
        var tags = bag.tags(BAG_INFO);
        if (tags.isEmpty())
            findings.add(
                    PROFILE_TAG_FILE_MISSING,
                    BAG_INFO,
                    "Expected this tag file, which every bag under a profile has, found none.");
        var found = tags.orElse(List.of());
        tags(BAG_INFO, profile.bagInfo(), found);
        var identifier = profile.info().identifier();
        if (identifier.isEmpty() || found.stream().anyMatch(tag -> profile.isDeclaredBy(tag.label(), tag.value())))
            return;
        var others = values(found, Profile.IDENTIFIER);
        findings.add(
                PROFILE_NOT_DECLARED,
                label(BAG_INFO, Profile.IDENTIFIER),
                "Expected " + identifier.get() + ", found " + (others.isEmpty() ? "nothing" : String.join(", ", others))
                        + ".");
    }

    private void tags(String file, List<TagRule> rules, List<TagValue> tags) {
        for (var rule : rules) {
            var place = label(file, rule.label());
            var values = values(tags, rule.label());
            boolean declares = file.equals(BAG_INFO) && rule.isFor(Profile.IDENTIFIER);
            if (values.isEmpty() && rule.required() && !declares)
                findings.add(
                        PROFILE_TAG_MISSING,
                        place,
                        "Expected this label" + (rule.values().isEmpty() ? "" : " with " + oneOf(rule.values()))
                                + ", found none.");
            if (values.size() > 1 && !rule.repeatable())
                findings.add(
                        PROFILE_TAG_REPEATED,
                        place,
                        "Expected this label once at most, found it " + values.size() + " times.");
            for (var value : values) {
                if (!rule.allows(value))
                    findings.add(
                            PROFILE_TAG_VALUE,
                            place,
                            "Expected " + oneOf(rule.values()) + ", found " + ProfilePart.shown(value) + ".");
                else if (value.isBlank() && rule.required())
                    findings.add(PROFILE_TAG_EMPTY, place, "Expected a value, found nothing behind the label.");
            }
        }
    }

    private void manifests(
            AlgorithmRule rule, Collection<String> present, String prefix, FindingCode missing, FindingCode wrong) {
        var found = new TreeSet<String>();
        for (var algorithm : present) found.add(Algorithm.normalize(algorithm));
        for (var algorithm : new TreeSet<>(rule.required()))
            if (!found.contains(algorithm))
                findings.add(
                        missing,
                        prefix + algorithm + ".txt",
                        "Expected this manifest, found "
                                + (found.isEmpty() ? "none" : "manifests of " + String.join(", ", found)) + ".");
        for (var algorithm : found)
            if (!rule.allows(algorithm))
                findings.add(
                        wrong,
                        prefix + algorithm + ".txt",
                        "Expected only manifests of " + list(rule.allowed().orElse(List.of())) + ", found " + algorithm
                                + ".");
    }

    private void tagFiles() throws IOException {
        var rule = profile.tagFiles();
        var missing = new TreeSet<>(rule.required());
        missing.remove(BAG_INFO); // told already
        if (missing.isEmpty() && rule.allowsAll()) return;
        bag.tagFiles(path -> {
            meet(path, missing, List.of());
            if (!Contradictions.isStandardFile(path) && !allows(rule, path))
                findings.add(
                        PROFILE_TAG_FILE_NOT_ALLOWED,
                        path,
                        "Expected only tag files that match " + list(rule.allowed()) + ", found this one.");
        });
        for (var path : missing) findings.add(PROFILE_TAG_FILE_MISSING, path, "Expected this tag file, found none.");
    }

    private void payload() throws IOException {
        if (profile.dataEmpty() && (bag.payloadFileCount() > 1 || bag.payloadBytes() > 0))
            findings.add(
                    PROFILE_DATA_NOT_EMPTY,
                    "data",
                    "Expected no file, or one without a byte, found " + bag.payloadFileCount() + " files of "
                            + bag.payloadBytes() + " bytes.");
        var rule = profile.payloadFiles();
        var missing = new HashSet<>(rule.required());
        if (missing.isEmpty() && rule.allowsAll()) return;
        var folders = missing.stream().filter(path -> path.endsWith("/")).toList();
        bag.payloadFiles(path -> {
            meet(path, missing, folders);
            if (!allows(rule, path))
                findings.add(
                        PROFILE_PAYLOAD_FILE_NOT_ALLOWED,
                        path,
                        "Expected only payload files that match " + list(rule.allowed()) + ", found this one.");
        });
        for (var path : missing)
            findings.add(
                    PROFILE_PAYLOAD_FILE_MISSING,
                    path,
                    path.endsWith("/")
                            ? "Expected something in this payload folder, found nothing."
                            : "Expected this payload file, found none.");
    }

    private static void meet(String path, Set<String> missing, List<String> folders) {
        if (missing.isEmpty()) return;
        for (var spelling : spellings(path)) {
            missing.remove(spelling);
            for (var folder : folders) if (spelling.startsWith(folder)) missing.remove(folder);
        }
    }

    private static boolean allows(PathRule rule, String path) {
        for (var spelling : spellings(path)) if (rule.allows(spelling)) return true;
        return false;
    }

    /** A name is the same in every Unicode normalization, for a profile as for a manifest (RFC 8493, section 5.2.3). */
    private static List<String> spellings(String path) {
        if (path.chars().allMatch(c -> c < 0x80)) return List.of(path);
        return List.of(path, Normalizer.normalize(path, Form.NFC), Normalizer.normalize(path, Form.NFD));
    }

    private void fetch() {
        if (bag.hasFetch() && !profile.fetchAllowed())
            findings.add(PROFILE_FETCH_NOT_ALLOWED, "fetch.txt", "Expected no fetch.txt, found one.");
        if (!bag.hasFetch() && profile.fetchRequired())
            findings.add(PROFILE_FETCH_MISSING, "fetch.txt", "Expected a fetch.txt, found none.");
    }

    private void serialization() {
        var rule = profile.serialization();
        var found = bag.serialization();
        var archive = "an archive" + (rule.accepted().isEmpty() ? "" : " of " + String.join(" or ", rule.accepted()));
        if (found.isEmpty()) {
            if (rule.word() == Word.REQUIRED)
                findings.add(PROFILE_SERIALIZATION_REQUIRED, "", "Expected " + archive + ", found a folder.");
        } else if (rule.word() == Word.FORBIDDEN)
            findings.add(
                    PROFILE_SERIALIZATION_FORBIDDEN,
                    "",
                    "Expected a folder, found an archive of "
                            + found.get().iterator().next() + ".");
        else if (!rule.accepts(found.get()))
            findings.add(
                    PROFILE_SERIALIZATION_TYPE,
                    "",
                    "Expected " + archive + ", found " + found.get().iterator().next() + ".");
    }

    private static List<String> values(List<TagValue> tags, String label) {
        return tags.stream()
                .filter(tag -> tag.label().equalsIgnoreCase(label))
                .map(TagValue::value)
                .toList();
    }

    private static String oneOf(List<String> values) {
        return values.size() == 1 ? ProfilePart.shown(values.get(0)) : "one of " + list(values);
    }

    private static String list(List<String> values) {
        if (values.isEmpty()) return "no kind at all";
        if (values.size() <= NAMED) return String.join(", ", values);
        return String.join(", ", values.subList(0, NAMED)) + " and " + (values.size() - NAMED) + " more";
    }
}
