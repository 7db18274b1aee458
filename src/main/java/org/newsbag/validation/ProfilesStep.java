package org.newsbag.validation;

import static org.newsbag.finding.FindingCode.BAG_PROFILE_NOT_AT_HAND;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsbag.finding.Location;
import org.newsbag.finding.Quote;
import org.newsbag.profile.Profile;

/** The bag meets the profiles that it declares, as far as they are at hand, and those that the user names (BagIt Profiles 1.4). */
final class ProfilesStep implements Step {
    private final List<Profile> demanded;
    private final ProfileSource source;

    ProfilesStep(List<Profile> demanded, ProfileSource source) {
        this.demanded = List.copyOf(demanded);
        this.source = source;
    }

    @Override
    public void run(Examination bag) throws IOException {
        for (var profile : demanded) profile.check(new BagForProfile(bag), bag.findings);
        for (var profile : declared(bag).values()) profile.check(new BagForProfile(bag), bag.findings);
    }

    private Map<String, Profile> declared(Examination bag) throws IOException {
        var declared = new LinkedHashMap<String, Profile>();
        if (bag.metadata.isEmpty()) return declared;
        for (var element : bag.metadata.get().all(Profile.IDENTIFIER)) {
            var identifier = element.value();
            boolean isDemanded = false;
            for (var profile : demanded) isDemanded |= profile.isDeclaredBy(Profile.IDENTIFIER, identifier);
            if (isDemanded || declared.containsKey(identifier)) continue;
            var found = source.find(identifier, bag.findings);
            if (found.isPresent()) declared.put(identifier, found.get());
            else
                bag.say(
                        BAG_PROFILE_NOT_AT_HAND,
                        new Location(bag.metadata.get().file(), element.line(), element.label()),
                        "The bag declares the profile " + Quote.beginning(identifier)
                                + ", of which no sound copy is at hand, so it was not held to it.");
        }
        return declared;
    }

    @Override
    public Level from() {
        return Level.QUICK;
    }
}
