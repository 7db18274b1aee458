package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsbag.finding.Severity;
import org.newsbag.profile.ProfileShelf;
import org.newsbag.profile.ShelvedProfile;
import org.newsbag.validation.ProfileSource;

/** Where the command line looks for profiles: {@code profiles/} of this installation, then of the current folder. */
final class ProfileShelves {
    private static final String FOLDER = "profiles";

    private ProfileShelves() {}

    static ProfileShelf of(Terminal terminal) {
        var folders = new ArrayList<Path>();
        terminal.home().ifPresent(home -> folders.add(home.resolve(FOLDER)));
        folders.add(Path.of(FOLDER));
        return ProfileShelf.of(folders);
    }

    /** The profiles that bags declare, as far as they are at hand; looked at only when a bag declares one. */
    static ProfileSource source(Terminal terminal) {
        var shelf = of(terminal);
        return (identifier, findings) -> {
            var shelved = shelf.identified(identifier);
            if (shelved.isEmpty()) return Optional.empty();
            for (var finding : shelved.get().findings())
                if (finding.severity() == Severity.WARNING) findings.add(finding);
            return shelved.get().profile();
        };
    }

    /**
     * The file of a profile that a user names.
     *
     * @throws UsageProblem where there is none, with the names that are known
     */
    static Path find(Terminal terminal, String nameOrFile) throws IOException {
        var shelf = of(terminal);
        var file = shelf.find(nameOrFile);
        if (file.isPresent()) return file.get();
        var known = shelf.list().stream().map(ShelvedProfile::name).collect(Collectors.joining(", "));
        throw new UsageProblem("there is no profile and no file \"" + nameOrFile + "\". "
                + (known.isEmpty() ? "No profile is known by name" : "Known by name are " + known)
                + "; else give the path of a file.");
    }
}
