package org.newsbag.cli;

import java.io.IOException;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.profile.Profile;
import picocli.CommandLine.Option;

/** The option of commands that make a bag under a profile. */
final class ProfileOption {
    @Option(
            names = {"-p", "--profile"},
            paramLabel = "NAME|FILE",
            description =
                    "A BagIt Profile that the bag is to meet (newsbag profile list shows those that are known). It decides on algorithms and form where you do not.")
    private Optional<String> name;

    boolean isGiven() {
        return name.isPresent();
    }

    String name() {
        return name.orElse("");
    }

    /** The profile; empty where it has errors, which are among the findings. */
    Optional<Profile> read(Terminal terminal, Findings findings) throws IOException {
        return Profile.read(ProfileShelves.find(terminal, name()), findings);
    }
}
