package org.newsbag.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsbag.finding.Finding;

/**
 * A local copy of a profile.
 *
 * @param name by which it is called: that of its file, without {@code .json}
 * @param profile empty where the file is a profile with errors
 * @param findings what is to be said of the profile itself
 */
public record ShelvedProfile(String name, Path file, Optional<Profile> profile, List<Finding> findings) {
    public ShelvedProfile {
        findings = List.copyOf(findings);
    }
}
