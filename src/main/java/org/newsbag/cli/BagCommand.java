package org.newsbag.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code newsbag bag}: changes of form to a bag that is there already. */
@Command(
        name = "bag",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Changes the form of a bag that is there already: new manifests, files still to be fetched, an archive made a folder. The payload's bytes are never changed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag bag update old-bag --dry-run",
            "  newsbag bag update old-bag --algorithm sha256,sha512",
            "  newsbag bag fetch holey-bag --allow-host archive.example.org",
            "  newsbag bag unpack bag.tar.gz --output bags"
        })
final class BagCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The command with those below it. */
    static CommandLine build(Terminal terminal) {
        var line = new CommandLine(new BagCommand());
        for (var command :
                List.of(new BagUpdateCommand(terminal), new BagFetchCommand(terminal), new BagUnpackCommand(terminal)))
            line.addSubcommand(command);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
