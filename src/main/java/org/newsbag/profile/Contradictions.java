package org.newsbag.profile;

import static org.newsbag.finding.FindingCode.PROFILE_CONTRADICTION;
import static org.newsbag.finding.FindingCode.PROFILE_PART_NEEDLESS;
import static org.newsbag.profile.StandardForm.*;

import java.util.List;
import java.util.Set;
import org.newsbag.path.RelativePath;
import org.newsbag.profile.SerializationRule.Word;

/** What in a profile cannot be met together, and what in it has no effect (BagIt Profiles 1.4, all sections). */
final class Contradictions {
    /** Tag files that have parts of their own, or are in every bag (Tag-Files-Required). */
    private static final Set<String> STANDARD_FILES = Set.of("bagit.txt", "bag-info.txt", "fetch.txt");

    private final Profile profile;
    private final ProfilePart whole;

    private Contradictions(Profile profile, ProfilePart whole) {
        this.profile = profile;
        this.whole = whole;
    }

    static void tell(Profile profile, ProfilePart whole) {
        var contradictions = new Contradictions(profile, whole);
        contradictions.algorithms(profile.manifests(), MANIFESTS);
        contradictions.algorithms(profile.tagManifests(), TAG_MANIFESTS);
        contradictions.paths(profile.tagFiles(), TAG_FILES);
        contradictions.paths(profile.payloadFiles(), PAYLOAD_FILES);
        contradictions.fetch();
        contradictions.serialization();
        contradictions.identifier();
        contradictions.tags(profile.bagInfo(), BAG_INFO);
        for (var file : profile.otherTagFiles()) contradictions.tags(file.tags(), OTHER_INFO);
        contradictions.dataEmpty();
        contradictions.otherTagFiles();
    }

    private void algorithms(AlgorithmRule rule, String kind) {
        for (var algorithm : rule.required())
            if (!rule.allows(algorithm))
                no(
                        kind + ALLOWED,
                        "Expected every algorithm of " + kind + REQUIRED + " here, found no " + algorithm + ".");
        if (kind.equals(MANIFESTS)
                && rule.allowed().isPresent()
                && rule.allowed().get().isEmpty())
            no(
                    kind + ALLOWED,
                    "Expected at least one algorithm, found an empty list; every bag has a payload manifest.");
    }

    private void paths(PathRule rule, String kind) {
        for (var path : rule.required()) {
            if (kind.equals(TAG_FILES) && isStandardFile(path)) needless(kind + REQUIRED, path);
            else if (!rule.canHold(path))
                no(
                        kind + ALLOWED,
                        "Expected everything of " + kind + REQUIRED + " to be matched here, found nothing that matches "
                                + ProfilePart.shown(path) + ".");
            if (kind.equals(PAYLOAD_FILES) && !path.startsWith("data/"))
                no(
                        kind + REQUIRED,
                        "Expected paths in the bag, which begin with data/, found " + ProfilePart.shown(path) + ".");
            if (!RelativePath.isLegal(path.endsWith("/") ? path.substring(0, path.length() - 1) : path))
                no(kind + REQUIRED, "Expected paths that stay in the bag, found " + ProfilePart.shown(path) + ".");
            if (kind.equals(TAG_FILES) && (path.startsWith("data/") || path.endsWith("/")))
                no(kind + REQUIRED, "Expected paths of tag files, found " + ProfilePart.shown(path) + ".");
        }
    }

    private void fetch() {
        if (profile.fetchRequired() && !profile.fetchAllowed())
            no(ALLOW_FETCH, "Expected true, because " + FETCH_REQUIRED + " is true, found false.");
    }

    private void serialization() {
        var rule = profile.serialization();
        var said = whole.object().string(SERIALIZATION).flatMap(Word::of).orElse(Word.FORBIDDEN);
        boolean none =
                whole.object().get(ACCEPT_SERIALIZATION).orElse(List.of()).equals(List.of());
        if (said != Word.FORBIDDEN && none)
            no(
                    ACCEPT_SERIALIZATION,
                    "Expected at least one media type, because Serialization is "
                            + rule.word().text() + ", found none. Add for example \"application/tar\".");
        if (rule.word() == Word.FORBIDDEN && !rule.accepted().isEmpty())
            whole.tell(
                    PROFILE_PART_NEEDLESS,
                    ACCEPT_SERIALIZATION,
                    "Serialization is forbidden, so that these media types have no effect.");
    }

    private void identifier() {
        var own = profile.info().identifier();
        if (own.isPresent() && !isValue(own.get()))
            no(
                    INFO + "/" + IDENTIFIER,
                    "Expected an identifier of one line without outer white space, found "
                            + ProfilePart.shown(own.get()) + ".");
        for (var rule : profile.bagInfo()) {
            if (rule.isFor(IDENTIFIER) && own.isPresent() && !rule.allows(own.get()))
                no(
                        BAG_INFO + "/" + rule.label(),
                        "Expected the profile's own identifier among the values, because bags declare it, found none.");
            if (rule.isFor(IDENTIFIER))
                whole.tell(
                        PROFILE_PART_NEEDLESS,
                        BAG_INFO + "/" + rule.label(),
                        "Every bag under a profile carries this label; the specification asks not to list it.");
        }
    }

    /** Labels and values that no line of a tag file can hold. */
    private void tags(List<TagRule> rules, String key) {
        for (var rule : rules) {
            if (!isLabel(rule.label()))
                no(
                        key,
                        "Expected labels without a colon, a line break or outer white space, found "
                                + ProfilePart.shown(rule.label()) + ".");
            for (var value : rule.values())
                if (!isValue(value))
                    no(
                            key + "/" + rule.label(),
                            "Expected values of one line without outer white space, found " + ProfilePart.shown(value)
                                    + ".");
        }
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty() && label.indexOf(':') < 0 && isValue(label);
    }

    private static boolean isValue(String value) {
        return value.strip().equals(value) && value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t');
    }

    private void dataEmpty() {
        long files = profile.payloadFiles().required().stream()
                .filter(path -> !path.endsWith("/"))
                .count();
        if (profile.dataEmpty() && !profile.fetchAllowed() && files > 1)
            no(
                    DATA_EMPTY,
                    "Expected false, because " + PAYLOAD_FILES + REQUIRED + " demands more than one file, found true.");
    }

    private void otherTagFiles() {
        for (var file : profile.otherTagFiles())
            if (!RelativePath.isLegal(file.file())
                    || (file.file() + "/").startsWith("data/")
                    || isStandardFile(file.file()))
                no(
                        OTHER_INFO,
                        "Expected paths of tag files other than those of the standard, found "
                                + ProfilePart.shown(file.file()) + ".");
    }

    private void needless(String key, String path) {
        whole.tell(
                PROFILE_PART_NEEDLESS,
                key,
                path
                        + " is in every bag, or has a part of its own in the profile; the specification asks not to list it.");
    }

    private void no(String key, String message) {
        whole.tell(PROFILE_CONTRADICTION, key, message);
    }

    /** bagit.txt, bag-info.txt, fetch.txt and manifests, which the rules for tag files do not concern. */
    static boolean isStandardFile(String path) {
        return STANDARD_FILES.contains(path) || isManifest(path, "manifest-") || isManifest(path, "tagmanifest-");
    }

    private static boolean isManifest(String path, String prefix) {
        return path.startsWith(prefix) && path.endsWith(".txt") && path.indexOf('/') < 0;
    }
}
