package org.newsbag.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Severity;
import org.newsbag.profile.Profile;
import org.newsbag.validation.ProfileSource;
import picocli.CommandLine.Option;

/** Options that say which BagIt Profiles bags are held to. */
final class ProfileOptions {
    @Option(
            names = {"-p", "--profile"},
            paramLabel = "NAME|FILE",
            description =
                    "Hold every bag to this BagIt Profile, whatever it declares; may be repeated. Profiles that bags declare are found in profiles/.")
    private List<String> names = List.of();

    @Option(
            names = "--fetch-profile",
            description =
                    "Fetch a declared profile from the address that is its identifier, where profiles/ has no copy.")
    private boolean fetch;

    /** The profiles that the user names. */
    List<Profile> demanded(Terminal terminal) throws IOException {
        var profiles = new ArrayList<Profile>();
        for (var name : names) profiles.add(read(name, terminal));
        return profiles;
    }

    /** Where declared profiles come from; looked at only when a bag declares one. */
    ProfileSource source(Terminal terminal) {
        var local = ProfileShelves.source(terminal);
        return fetch ? new FetchedProfiles(local) : local;
    }

    /** The profile, and what is doubtful in it: a misspelt part of it would demand nothing, and every bag would pass. */
    private static Profile read(String name, Terminal terminal) throws IOException {
        var file = ProfileShelves.of(terminal)
                .find(name)
                .orElseThrow(() ->
                        new UsageProblem("--profile: there is no profile " + name + ". Try: newsbag profile list"));
        var findings = new Findings();
        var profile = Profile.read(file, findings);
        if (profile.isPresent()) {
            for (var finding : findings.list())
                if (finding.severity() == Severity.WARNING)
                    terminal.err().println("newsbag: --profile " + name + ": " + FindingList.line(finding));
            return profile.get();
        }
        var first = findings.list().get(0);
        throw new UsageProblem("--profile " + name + " is wrong itself: " + FindingList.line(first)
                + " Try: newsbag profile check " + name);
    }
}
