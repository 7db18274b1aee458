package org.newsbag.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code newsbag audit}: fixity over years. */
@Command(
        name = "audit",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Proves over years that bags stay what they were, says what was not checked, and keeps a history that nobody can quietly rewrite.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag audit add /archive/bags               register every bag in a folder",
            "  newsbag audit run --max-age 90d --budget 2h   check what was verified the longest ago",
            "  newsbag audit status                          what is held, overdue, failing",
            "  newsbag audit report --html audit.html        what happened over time, for people",
            "  newsbag audit checkpoint                      a line to be kept elsewhere",
            "",
            "Exit codes: 0 all well; 1 something is overdue, failing or wrong; 2 wrong usage; 3 not done; 130 interrupted."
        })
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The command with those below it. */
    static CommandLine build(Terminal terminal) {
        var line = new CommandLine(new AuditCommand());
        for (var command : List.of(
                new AuditAddCommand(terminal),
                new AuditRunCommand(terminal),
                new AuditStatusCommand(terminal),
                new AuditHistoryCommand(terminal),
                new AuditAcceptCommand(terminal),
                new AuditMoveCommand(terminal),
                new AuditVerifyCommand(terminal),
                new AuditCheckpointCommand(terminal),
                new AuditCompareCommand(terminal),
                new AuditRepairCommand(terminal),
                new AuditProveCommand(terminal),
                new AuditCheckProofCommand(terminal),
                new AuditExportCommand(terminal))) line.addSubcommand(command);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
