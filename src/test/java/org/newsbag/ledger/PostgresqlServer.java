package org.newsbag.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL of the tests, started by src/test/postgresql/server when the first of them asks, where it is installed. */
public final class PostgresqlServer {
    private static final String SCRIPT = "src/test/postgresql/server";
    private static final int NOT_INSTALLED = 77;
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static Optional<String> url;

    private PostgresqlServer() {}

    /** An empty place for a ledger; without PostgreSQL the test is skipped. */
    public static LedgerPlace newPlace() throws IOException, InterruptedException, SQLException {
        var server = url();
        assumeTrue(server.isPresent(), "skipped: PostgreSQL is not installed (Debian: apt-get install postgresql)");
        var schema = "ledger" + SCHEMAS.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.get());
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return LedgerPlace.parse(server.get() + "&currentSchema=" + schema);
    }

    private static synchronized Optional<String> url() throws IOException, InterruptedException {
        if (url == null) url = start();
        return url;
    }

    private static Optional<String> start() throws IOException, InterruptedException {
        var parent = Files.createTempDirectory("newsbag-postgresql-");
        assertThat(parent.toFile().setExecutable(true, false)).isTrue(); // the server may run as another user
        var folder = parent.resolve("server").toString();
        var process = new ProcessBuilder(SCRIPT, "start", folder)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        if (code == NOT_INSTALLED) {
            Files.delete(parent);
            return Optional.empty();
        }
        assertThat(code).as(said).isZero();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder, parent)));
        return Optional.of(said);
    }

    private static void stop(String folder, Path parent) {
        try {
            new ProcessBuilder(SCRIPT, "stop", folder).inheritIO().start().waitFor();
            Files.deleteIfExists(parent);
        } catch (IOException | InterruptedException e) {
            System.err.println("The PostgreSQL of the tests in " + folder + " was not stopped: " + e);
        }
    }
}
