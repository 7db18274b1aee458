package org.newsbag.packaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsbag.bag.BagInfo;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Severity;
import org.newsbag.inventory.Inventory;
import org.newsbag.packaging.CreateResult.Reason;
import org.newsbag.packaging.CreateResult.Refused;
import org.newsbag.profile.Profile;
import org.newsbag.profile.TagRule;

/** Holds a planned bag to its profile before anything is copied, and says what to give so that it meets it. */
final class ProfileRefusal {
    /** What there is a sentence of its own for. */
    private static final Set<FindingCode> ADVISED = EnumSet.of(
            FindingCode.PROFILE_DATA_NOT_EMPTY,
            FindingCode.PROFILE_FETCH_MISSING,
            FindingCode.PROFILE_MANIFEST_MISSING,
            FindingCode.PROFILE_MANIFEST_NOT_ALLOWED,
            FindingCode.PROFILE_SERIALIZATION_FORBIDDEN,
            FindingCode.PROFILE_SERIALIZATION_REQUIRED,
            FindingCode.PROFILE_SERIALIZATION_TYPE,
            FindingCode.PROFILE_TAG_FILE_NOT_ALLOWED,
            FindingCode.PROFILE_TAG_MANIFEST_MISSING,
            FindingCode.PROFILE_TAG_MANIFEST_NOT_ALLOWED,
            FindingCode.PROFILE_TAG_MISSING);

    private final BagPlan plan;
    private final Profile profile;
    private final Findings unmet = new Findings();

    private ProfileRefusal(BagPlan plan, Profile profile) {
        this.plan = plan;
        this.profile = profile;
    }

    /**
     * The refusal of a bag that would not meet the profile it is wanted under; empty where it would, or where none is wanted.
     *
     * @param findings receives everything in which the bag would not meet it
     */
    static Optional<CreateResult> of(BagPlan plan, Inventory inventory, Findings findings) throws IOException {
        var wanted = plan.request().profile();
        if (wanted.isEmpty()) return Optional.empty();
        var refusal = new ProfileRefusal(plan, wanted.get().profile());
        refusal.profile.check(new PlannedBag(plan, inventory), refusal.unmet);
        refusal.unmet.list().forEach(findings::add);
        return refusal.result();
    }

    private Optional<CreateResult> result() {
        for (var file : plan.tagFiles().keySet())
            if ((file + "/").startsWith(Assembly.METADATA))
                return refused(List.of("The profile has labels for " + file + ", and newsbag keeps its own files in "
                        + Assembly.METADATA + "."));
        return unmet.hasErrors() ? refused(advice()) : Optional.empty();
    }

    private static Optional<CreateResult> refused(List<String> advice) {
        var sentences = new ArrayList<String>();
        sentences.add("The bag would not meet the profile, so nothing was copied.");
        sentences.addAll(advice);
        return Optional.of(new Refused(Reason.REQUEST, String.join(" ", sentences)));
    }

    private List<String> advice() {
        var advice = new ArrayList<String>();
        var tags = missingTags();
        if (!tags.isEmpty()) advice.add("Give " + String.join(" ", tags) + ".");
        if (unmet.has(FindingCode.PROFILE_MANIFEST_MISSING)
                || unmet.has(FindingCode.PROFILE_MANIFEST_NOT_ALLOWED)
                || unmet.has(FindingCode.PROFILE_TAG_MANIFEST_MISSING)
                || unmet.has(FindingCode.PROFILE_TAG_MANIFEST_NOT_ALLOWED))
            advice.add("Leave out --algorithm, so that the profile decides, or give what it allows.");
        if (unmet.has(FindingCode.PROFILE_SERIALIZATION_FORBIDDEN)
                || unmet.has(FindingCode.PROFILE_SERIALIZATION_REQUIRED)
                || unmet.has(FindingCode.PROFILE_SERIALIZATION_TYPE))
            advice.add("Leave out --serialize, so that the profile decides, or give what it accepts.");
        if (unmet.has(FindingCode.PROFILE_TAG_FILE_NOT_ALLOWED))
            advice.add("Every bag of newsbag has descriptions in " + Assembly.METADATA
                    + "; ask the archive to allow them. --no-extract leaves out those of single files.");
        if (unmet.has(FindingCode.PROFILE_DATA_NOT_EMPTY) || unmet.has(FindingCode.PROFILE_FETCH_MISSING))
            advice.add("newsbag makes no bags whose files lie elsewhere.");
        boolean isMore = unmet.counts().keySet().stream()
                .anyMatch(code -> code.severity() == Severity.ERROR && !ADVISED.contains(code));
        if (isMore || advice.isEmpty())
            advice.add(advice.isEmpty() ? "Mend what is listed." : "Mend what else is listed.");
        return advice;
    }

    /** The options to add, with the values to choose from. */
    private List<String> missingTags() {
        var options = new ArrayList<String>();
        for (var finding : unmet.list()) {
            if (finding.code() != FindingCode.PROFILE_TAG_MISSING) continue;
            var place = finding.location();
            var values = rules(place.path()).stream()
                    .filter(rule -> rule.isFor(place.label()))
                    .map(TagRule::values)
                    .findFirst()
                    .orElse(List.of());
            var label = place.path().equals(BagInfo.FILE_NAME) ? place.label() : place.path() + "/" + place.label();
            options.add("--info \"" + label + ": " + (values.isEmpty() ? "..." : String.join(" | ", values)) + "\"");
        }
        return options;
    }

    private List<TagRule> rules(String path) {
        if (path.equals(BagInfo.FILE_NAME)) return profile.bagInfo();
        return profile.otherTagFiles().stream()
                .filter(file -> file.file().equals(path))
                .flatMap(file -> file.tags().stream())
                .toList();
    }
}
