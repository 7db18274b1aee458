package org.newsbag.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.newsbag.bag.MalformedTag;
import org.newsbag.description.MalformedTable;
import org.newsbag.provenance.MalformedList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: finds the command, runs it, and turns whatever comes of it into words and an exit code. */
@Command(
        name = "newsbag",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Packages news documents for preservation: describes them, checksums them, and writes durable BagIt bags.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsbag create seeds                 # make a bag of the folder seeds under output/",
            "  newsbag create --help                # all that create can do",
            "",
            "Exit codes: 0 done; 1 done, with errors found; 2 wrong usage; 3 not done; 70 a defect; 130 interrupted."
        })
public final class Newsbag implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    Newsbag(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        // Else picocli looks for a class of Groovy, for which Java opens each of a hundred libraries.
        System.setProperty("picocli.disable.closures", "true");
        // And else the libraries look in each of them for who writes their log, and say that they do.
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        var terminal = Terminal.ofProcess();
        int code = run(terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        if (terminal.out().checkError() && !isReaderGone()) {
            terminal.err().println("newsbag: not done: standard output could not be written to its end.");
            if (code == ExitCode.OK || code == ExitCode.FINDINGS) code = ExitCode.NOT_DONE;
        }
        System.exit(code);
    }

    /** Whoever reads standard output, such as {@code head}, had enough of it: that is no failure. */
    private static boolean isReaderGone() {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write('\n');
            return false;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("Broken pipe");
        }
    }

    static int run(Terminal terminal, String... arguments) {
        if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            terminal.err()
                    .println(
                            "newsbag: file names cannot be read in this locale ("
                                    + System.getProperty("sun.jnu.encoding")
                                    + "); names that are not ASCII would be lost. Start it by the newsbag script, or set LC_ALL=C.UTF-8.");
            return ExitCode.USAGE;
        }
        try {
            var plain = Commands.plain(terminal, arguments);
            if (plain.isPresent()) return plain.get().call();
            return commandLine(terminal, arguments).execute(arguments);
        } catch (Throwable e) { // picocli hands exceptions to failure(), but no errors
            return failure(terminal, e);
        }
    }

    /** The commands with their options, from which completions and manual pages are made. */
    public static CommandLine commandLine() {
        return commandLine(Terminal.ofProcess());
    }

    /** No lambdas here: Java's archive of classes leaves out those that implement an interface as old as picocli's. */
    static CommandLine commandLine(Terminal terminal, String... arguments) {
        var commandLine = new CommandLine(new Newsbag(terminal));
        Commands.add(commandLine, terminal, arguments);
        Examples.leaveAsTheyStand(commandLine);
        return commandLine
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new Misuse(terminal))
                .setExecutionExceptionHandler(new Mishap(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Arguments that cannot be understood. */
    private record Misuse(Terminal terminal) implements IParameterExceptionHandler {
        @Override
        public int handleParseException(ParameterException e, String[] arguments) {
            var name = e.getCommandLine().getCommandSpec().qualifiedName();
            terminal.err().println("newsbag: " + FindingList.visible(e.getMessage()) + "\nTry: " + name + " --help");
            return ExitCode.USAGE;
        }
    }

    /** A command that ended by an exception. */
    private record Mishap(Terminal terminal) implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
            return failure(terminal, e);
        }
    }

    /** What a command did not see to itself. */
    static int failure(Terminal terminal, Throwable e) {
        var err = terminal.err();
        if (e instanceof UncheckedIOException unchecked) e = unchecked.getCause();
        if (e instanceof UsageProblem
                || e instanceof MalformedTag
                || e instanceof MalformedTable
                || e instanceof MalformedList) {
            err.println("newsbag: " + FindingList.visible(e.getMessage()));
            return ExitCode.USAGE;
        }
        if (e instanceof InterruptedException) {
            err.println("newsbag: interrupted; nothing was published and nothing is left behind.");
            return ExitCode.INTERRUPTED;
        }
        if (e instanceof IOException io) {
            err.println("newsbag: not done: " + FindingList.visible(reason(io)));
            return ExitCode.NOT_DONE;
        }
        if (e instanceof OutOfMemoryError) {
            err.println(
                    "newsbag: not done: the program needs more memory. Give it more, for example with NEWSBAG_OPTS=-Xmx4g.");
            return ExitCode.NOT_DONE;
        }
        err.println("newsbag: a defect of newsbag itself. Please report it with what you did and these lines:");
        e.printStackTrace(err);
        return ExitCode.DEFECT;
    }

    static String reason(IOException e) {
        if (e instanceof NoSuchFileException missing) return "there is no " + missing.getFile() + ".";
        if (e instanceof FileAlreadyExistsException taken)
            return taken.getFile() + " is in the way: something else of that name is there.";
        if (e instanceof NotDirectoryException file) return file.getFile() + " is not a folder.";
        if (e instanceof AccessDeniedException denied) return "no permission for " + denied.getFile() + ".";
        if (e instanceof FileSystemException file && file.getReason() != null)
            return file.getFile() + ": " + file.getReason() + ".";
        return e.getMessage() == null ? e.toString() : e.getMessage() + ".";
    }
}
