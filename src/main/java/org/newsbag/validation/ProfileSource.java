package org.newsbag.validation;

import java.io.IOException;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.profile.Profile;

/** Where the profiles come from that bags declare. */
public interface ProfileSource {
    /** Knows none. */
    ProfileSource NONE = (identifier, findings) -> Optional.empty();

    /**
     * The profile of an identifier; empty where there is none at hand, or it is wrong itself.
     *
     * @param findings receives what a person should know of the search
     * @throws IOException where it is there and cannot be read
     */
    Optional<Profile> find(String identifier, Findings findings) throws IOException;
}
