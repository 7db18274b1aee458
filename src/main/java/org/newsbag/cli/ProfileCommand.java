package org.newsbag.cli;

import java.io.IOException;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsbag profile}: the BagIt Profiles that are known here. */
@Command(
        name = "profile",
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows and checks BagIt Profiles: what archives demand of a bag.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag profile list",
            "  newsbag profile show aptrust-2.3",
            "  newsbag profile check my-archive.json",
            "  newsbag create articles/ --profile aptrust-2.3 --info \"Source-Organization: National Library\"",
            "",
            "Profiles are looked for in profiles/ of this installation and of the current folder, never on the network."
        })
final class ProfileCommand implements Runnable {
    private static final String JSON = "Print one JSON document on standard output, and nothing else there.";
    private static final String QUIET = "Print nothing but errors.";
    private static final String PROFILE = "The name of a known profile, or the path of a file.";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ProfileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            description = "Lists the profiles that are known by name.",
            footerHeading = "%nExamples:%n",
            footer = {"  newsbag profile list", "  newsbag profile list --json"})
    int list(
            @Option(names = "--json", description = JSON) boolean json,
            @Option(
                            names = {"-q", "--quiet"},
                            description = "Print the names only.")
                    boolean quiet)
            throws IOException {
        var profiles = ProfileShelves.of(terminal).list();
        var out = terminal.out();
        if (json) out.println(Json.pretty(ProfileJson.list(profiles)));
        else if (quiet) profiles.forEach(shelved -> out.println(FindingList.visible(shelved.name())));
        else new ProfileText(out).list(profiles);
        return ExitCode.OK;
    }

    @Command(
            name = "show",
            description =
                    "Says what a profile demands. With --json it prints the profile in the standard form of BagIt Profiles 1.4.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  newsbag profile show newsbag-news",
                "  newsbag profile show dart-export.json --json > standard.json     # from another dialect"
            })
    int show(
            @Parameters(paramLabel = "NAME|FILE", description = PROFILE) String name,
            @Option(names = "--json", description = JSON) boolean json,
            @Option(
                            names = {"-q", "--quiet"},
                            description = "Say nothing of the profile's own faults, errors excepted.")
                    boolean quiet)
            throws IOException {
        var findings = new Findings();
        var profile = Profile.read(ProfileShelves.find(terminal, name), findings);
        if (profile.isPresent() && json)
            terminal.out().println(Json.pretty(profile.get().toJson()));
        else if (profile.isPresent()) new ProfileText(terminal.out()).show(profile.get());
        if (findings.hasErrors() || !quiet) new FindingList(terminal.err()).print(findings);
        return profile.isPresent() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    @Command(
            name = "check",
            description = "Tells everything that is wrong with a profile itself.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  newsbag profile check my-archive.json",
                "  newsbag profile check my-archive.json --json",
                "",
                "Exit codes: 0 no errors; 1 errors; 2 there is no such profile."
            })
    int check(
            @Parameters(paramLabel = "NAME|FILE", description = PROFILE) String name,
            @Option(names = "--json", description = JSON) boolean json,
            @Option(
                            names = {"-q", "--quiet"},
                            description = QUIET)
                    boolean quiet)
            throws IOException {
        var findings = new Findings();
        var file = ProfileShelves.find(terminal, name);
        var profile = Profile.read(file, findings);
        int exit = profile.isPresent() ? ExitCode.OK : ExitCode.FINDINGS;
        if (json) terminal.out().println(Json.pretty(ProfileJson.check(file, profile, findings, exit)));
        else if (findings.hasErrors() || !quiet) {
            new FindingList(profile.isPresent() ? terminal.out() : terminal.err()).print(findings);
            if (profile.isPresent()) terminal.out().println(FindingList.visible(file.toString()) + ": no errors");
        }
        return exit;
    }
}
