package org.newsbag.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.newsbag.ledger.LedgerPlace;
import picocli.CommandLine.Option;

/** Where the ledger is. */
final class LedgerOption {
    static final String NAME = "--ledger";
    private static final String VARIABLE = "NEWSBAG_LEDGER";

    @Option(
            names = NAME,
            paramLabel = "FILE|URL",
            description =
                    "The ledger: a file, or a JDBC URL of PostgreSQL (default: $NEWSBAG_LEDGER, else newsbag/ledger.sqlite in your data folder).")
    private Optional<String> ledger = Optional.empty();

    void set(PlainArguments plain) {
        ledger = plain.value(NAME);
    }

    LedgerPlace place(Terminal terminal) {
        var named = ledger.or(() -> Optional.ofNullable(terminal.environment().get(VARIABLE)));
        if (named.isPresent() && named.get().isBlank())
            throw new UsageProblem("--ledger expected a file or a URL, found an empty name.");
        if (named.isPresent() && named.get().startsWith("jdbc:") && !named.get().matches("jdbc:(sqlite|postgresql):.*"))
            throw new UsageProblem("--ledger expected a file, or a URL that begins with jdbc:postgresql:, found \""
                    + named.get().replaceAll("[?].*", "") + "\".");
        return named.map(LedgerPlace::parse).orElseGet(() -> new LedgerPlace.SqliteFile(usual(terminal)));
    }

    /** The folder where this system keeps a user's data. */
    private static Path usual(Terminal terminal) {
        var environment = terminal.environment();
        var home = Optional.ofNullable(environment.get("HOME"))
                .filter(text -> !text.isBlank())
                .orElse(System.getProperty("user.home"));
        var system = System.getProperty("os.name");
        if (system.startsWith("Mac"))
            return Path.of(home, "Library", "Application Support", "newsbag", "ledger.sqlite");
        var windows = environment.get("LOCALAPPDATA");
        if (system.startsWith("Windows") && windows != null) return Path.of(windows, "newsbag", "ledger.sqlite");
        var data = environment.get("XDG_DATA_HOME");
        return (data == null || !data.startsWith("/") ? Path.of(home, ".local", "share") : Path.of(data))
                .resolve(Path.of("newsbag", "ledger.sqlite"));
    }
}
