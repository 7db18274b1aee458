package org.newsbag.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The commands by their names, in the order of the help. */
final class Commands {
    private static final List<String> NAMES =
            List.of("create", "describe", "validate", "audit", "bag", "profile", "export", "help");

    private Commands() {}

    /**
     * Adds to {@code root} the commands that {@code arguments} may mean: the one that they begin with, or all of them.
     * Building a command takes as long as starting Java (docs/decisions/0007-a-quick-start.md).
     */
    static void add(CommandLine root, Terminal terminal, String... arguments) {
        if (isVersion(arguments)) return;
        for (var name : arguments.length > 0 && isBuiltAlone(arguments[0]) ? List.of(arguments[0]) : NAMES)
            root.addSubcommand(name, command(name, terminal, arguments));
    }

    /** One of the commands that are started often, ready to be called without picocli, where its arguments are plain. */
    static Optional<Callable<Integer>> plain(Terminal terminal, String... arguments) {
        return ValidateCommand.plain(terminal, arguments)
                .or(() -> AuditRunCommand.plain(terminal, arguments))
                .or(() -> AuditStatusCommand.plain(terminal, arguments));
    }

    private static boolean isVersion(String... arguments) {
        return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
    }

    /** Help speaks of the other commands. */
    private static boolean isBuiltAlone(String name) {
        return NAMES.contains(name) && !name.equals("help");
    }

    private static Object command(String name, Terminal terminal, String... arguments) {
        return switch (name) {
            case "create" -> new CreateCommand(terminal);
            case "describe" -> new DescribeCommand(terminal);
            case "validate" -> new ValidateCommand(terminal);
            case "audit" -> AuditCommand.build(terminal, arguments);
            case "bag" -> BagCommand.build(terminal);
            case "profile" -> new ProfileCommand(terminal);
            case "export" -> new ExportCommand(terminal);
            case "help" -> new CommandLine.HelpCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
