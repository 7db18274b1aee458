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
            "  newsbag audit add /archive/bags               # register every bag in a folder",
            "  newsbag audit run --max-age 90d --budget 2h   # check what was verified the longest ago",
            "  newsbag audit status                          # what is held, overdue, failing",
            "  newsbag audit report --html audit.html        # what happened over time, for people",
            "  newsbag audit checkpoint                      # a line to be kept elsewhere",
            "",
            "Exit codes: 0 all well; 1 something is overdue, failing or wrong; 2 wrong usage; 3 not done; 130 interrupted."
        })
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private static final List<String> NAMES = List.of(
            "add",
            "run",
            "status",
            "history",
            "accept",
            "move",
            "report",
            "verify",
            "checkpoint",
            "compare",
            "repair",
            "prove",
            "check-proof",
            "export");

    /** The command with those below it that {@code arguments} may mean: the one that they name, or all. */
    static CommandLine build(Terminal terminal, String... arguments) {
        var line = new CommandLine(new AuditCommand());
        boolean isAlone = arguments.length > 1 && NAMES.contains(arguments[1]);
        for (var name : isAlone ? List.of(arguments[1]) : NAMES) line.addSubcommand(name, command(name, terminal));
        return line;
    }

    private static Object command(String name, Terminal terminal) {
        return switch (name) {
            case "add" -> new AuditAddCommand(terminal);
            case "run" -> new AuditRunCommand(terminal);
            case "status" -> new AuditStatusCommand(terminal);
            case "history" -> new AuditHistoryCommand(terminal);
            case "accept" -> new AuditAcceptCommand(terminal);
            case "move" -> new AuditMoveCommand(terminal);
            case "report" -> new AuditReportCommand(terminal);
            case "verify" -> new AuditVerifyCommand(terminal);
            case "checkpoint" -> new AuditCheckpointCommand(terminal);
            case "compare" -> new AuditCompareCommand(terminal);
            case "repair" -> new AuditRepairCommand(terminal);
            case "prove" -> new AuditProveCommand(terminal);
            case "check-proof" -> new AuditCheckProofCommand(terminal);
            case "export" -> new AuditExportCommand(terminal);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
