package org.newsbag.packaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.newsbag.bag.Tag;
import org.newsbag.fixity.Algorithm;
import org.newsbag.profile.Profile;
import org.newsbag.profile.SerializationRule;
import org.newsbag.profile.SerializationRule.Word;
import org.newsbag.profile.TagRule;
import org.newsbag.store.Serialization;

/** Plans a bag so that it meets a profile, as far as that can be done without asking: what the user chose is never changed. */
final class ProfileFit {
    /** Those that a profile may have us take, the strongest first. */
    private static final List<Algorithm> STRONGEST_FIRST = List.of(
            Algorithm.SHA_512,
            Algorithm.SHA3_512,
            Algorithm.SHA_384,
            Algorithm.SHA3_384,
            Algorithm.SHA_256,
            Algorithm.SHA3_256,
            Algorithm.SHA_224,
            Algorithm.SHA3_224,
            Algorithm.SHA_1,
            Algorithm.MD5);

    /** Labels of ours that a bag can do without, or that a user may give instead. */
    private static final List<String> YIELDING = List.of("External-Identifier", "Bag-Software-Agent", "Bag-Size");

    /** What is calculated, or would be a lie from anybody else. */
    private static final List<String> NEVER_FILLED_IN =
            List.of("Payload-Oxum", "Bagging-Date", "Bag-Size", "Bag-Software-Agent", Profile.IDENTIFIER);

    private final CreateRequest request;
    private final WantedProfile wanted;
    private final Profile profile;

    private ProfileFit(CreateRequest request, WantedProfile wanted) {
        this.request = request;
        this.wanted = wanted;
        profile = wanted.profile();
    }

    static BagPlan plan(CreateRequest request, WantedProfile wanted, String date, String software) {
        return new ProfileFit(request, wanted).plan(date, software);
    }

    private BagPlan plan(String date, String software) {
        var tagFiles = new LinkedHashMap<String, List<Tag>>();
        var info = new ArrayList<Tag>();
        for (var tag : request.info()) place(tag, info, tagFiles);
        fillIn(profile.bagInfo(), info);
        for (var file : profile.otherTagFiles()) {
            var tags = tagFiles.computeIfAbsent(file.file(), f -> new ArrayList<>());
            fillIn(file.tags(), tags);
            if (tags.isEmpty()) tagFiles.remove(file.file());
        }
        return new BagPlan(
                request.settled(algorithms(), form()),
                profile.info().identifier().orElse(CreateBag.PROFILE),
                info,
                tagFiles,
                withheld(info),
                date,
                software);
    }

    /** {@code aptrust-info.txt/Title} is the label Title of that file, where the profile has rules for the file. */
    private void place(Tag tag, List<Tag> info, Map<String, List<Tag>> tagFiles) {
        for (var file : profile.otherTagFiles()) {
            var prefix = file.file() + "/";
            if (!tag.label().startsWith(prefix)) continue;
            tagFiles.computeIfAbsent(file.file(), f -> new ArrayList<>())
                    .add(new Tag(tag.label().substring(prefix.length()), tag.value()));
            return;
        }
        info.add(tag);
    }

    /** A required label with one allowed value leaves nothing to ask. */
    private static void fillIn(List<TagRule> rules, List<Tag> tags) {
        for (var rule : rules)
            if (rule.required()
                    && rule.values().size() == 1
                    && NEVER_FILLED_IN.stream().noneMatch(rule::isFor)
                    && tags.stream().noneMatch(tag -> tag.isLabelled(rule.label())))
                tags.add(new Tag(rule.label(), rule.values().get(0)));
    }

    private List<Algorithm> algorithms() {
        if (wanted.algorithmsChosen()) return request.algorithms();
        var chosen = new TreeSet<Algorithm>();
        for (var algorithm : request.algorithms()) if (isAllowed(algorithm)) chosen.add(algorithm);
        for (var algorithm : Algorithm.ALL)
            if (profile.manifests().requires(algorithm.name())
                    || profile.tagManifests().requires(algorithm.name())) chosen.add(algorithm);
        if (chosen.isEmpty())
            STRONGEST_FIRST.stream().filter(this::isAllowed).findFirst().ifPresent(chosen::add);
        return chosen.isEmpty() ? request.algorithms() : List.copyOf(chosen);
    }

    private boolean isAllowed(Algorithm algorithm) {
        return profile.manifests().allows(algorithm.name())
                && profile.tagManifests().allows(algorithm.name());
    }

    /** A folder, unless the profile requires an archive: then the first of its formats that newsbag can write. */
    private Serialization form() {
        var rule = profile.serialization();
        if (wanted.formChosen() || rule.word() != Word.REQUIRED) return request.serialization();
        for (var type : rule.accepted())
            for (var form : Serialization.written())
                if (SerializationRule.isOneOf(type, form.mediaTypes())) return form;
        return request.serialization();
    }

    private Set<String> withheld(List<Tag> info) {
        var withheld = new HashSet<String>();
        for (var label : YIELDING)
            for (var rule : profile.bagInfo()) {
                if (!rule.isFor(label)) continue;
                boolean given = info.stream().anyMatch(tag -> tag.isLabelled(label));
                if (!rule.values().isEmpty() || given && !rule.repeatable())
                    withheld.add(label.toLowerCase(Locale.ROOT));
            }
        return withheld;
    }
}
