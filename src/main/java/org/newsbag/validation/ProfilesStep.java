package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.BAG_PROFILE_NOT_AT_HAND;
import static org.newsbag.finding.FindingCode.PROFILE_FETCH_MISSING;
import static org.newsbag.finding.FindingCode.PROFILE_MANIFEST_MISSING;
import static org.newsbag.finding.FindingCode.PROFILE_NOT_DECLARED;
import static org.newsbag.finding.FindingCode.PROFILE_PAYLOAD_FILE_MISSING;
import static org.newsbag.finding.FindingCode.PROFILE_TAG_FILE_MISSING;
import static org.newsbag.finding.FindingCode.PROFILE_TAG_MANIFEST_MISSING;
import static org.newsbag.finding.FindingCode.PROFILE_TAG_MISSING;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbag.bag.MetadataElement;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;
import org.newsbag.profile.Profile;
import org.newsbag.store.Reason;

/** The bag meets the profiles that it declares, as far as they are at hand, and those that the user names (BagIt Profiles 1.4). */
final class ProfilesStep implements Step {
    private static final Set<FindingCode> ABSENCES = EnumSet.of(
            PROFILE_NOT_DECLARED,
            PROFILE_TAG_MISSING,
            PROFILE_TAG_FILE_MISSING,
            PROFILE_MANIFEST_MISSING,
            PROFILE_TAG_MANIFEST_MISSING,
            PROFILE_PAYLOAD_FILE_MISSING,
            PROFILE_FETCH_MISSING);

    private static final Set<FindingCode> ABSENT_LABELS = EnumSet.of(PROFILE_NOT_DECLARED, PROFILE_TAG_MISSING);

    private final List<Profile> demanded;
    private final ProfileSource source;

    ProfilesStep(List<Profile> demanded, ProfileSource source) {
        this.demanded = List.copyOf(demanded);
        this.source = source;
    }

    @Override
    public void run(Examination bag) throws IOException {
        var subject = new BagForProfile(bag);
        for (var profile : demanded) check(profile, bag, subject);
        for (var profile : declared(bag).values()) check(profile, bag, subject);
    }

    /** Of a bag that could not be read whole nothing can be said to be missing; nor any label, where a file of labels was not read to its end. */
    private static void check(Profile profile, Examination bag, BagForProfile subject) throws IOException {
        var found = new Findings();
        profile.check(subject, found);
        if (bag.isPartlyUnread() || bag.isCutOff) bag.findings.addAll(found.without(ABSENCES));
        else if (subject.hasUnreadTags()) bag.findings.addAll(found.without(ABSENT_LABELS));
        else bag.findings.addAll(found);
    }

    private Map<String, Profile> declared(Examination bag) {
        var declared = new LinkedHashMap<String, Profile>();
        if (bag.metadata.isEmpty()) return declared;
        for (var element : bag.metadata.get().all(Profile.IDENTIFIER)) {
            var identifier = element.value();
            boolean isDemanded = false;
            for (var profile : demanded) isDemanded |= profile.isDeclaredBy(Profile.IDENTIFIER, identifier);
            if (isDemanded || declared.containsKey(identifier)) continue;
            var found = find(bag, element);
            if (found.isPresent()) declared.put(identifier, found.get());
        }
        return declared;
    }

    /** That a profile cannot be had is no fault of the bag's. */
    private Optional<Profile> find(Examination bag, MetadataElement element) {
        var identifier = element.value();
        var why = "of which no sound copy is at hand";
        var advice = "Give the profile by --profile FILE, or have it fetched by --fetch-profile.";
        if (identifier.isEmpty()) {
            why = "whose identifier is empty";
            advice = "Write the identifier, or remove the line.";
        }
        try {
            var found = identifier.isEmpty() ? Optional.<Profile>empty() : source.find(identifier, bag.findings);
            if (found.isPresent()) return found;
        } catch (IOException e) {
            why = "which could not be read (" + Reason.of(e) + ")";
            advice = "Give the profile by --profile FILE.";
        }
        bag.say(
                BAG_PROFILE_NOT_AT_HAND,
                new Location(bag.metadata.orElseThrow().file(), element.line(), element.label()),
                "The bag declares "
                        + (identifier.isEmpty() ? "a profile" : "the profile " + Quote.beginning(identifier)) + ", "
                        + why + ", so it was not held to it. " + advice);
        return Optional.empty();
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }
}
