package org.newsbag.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.audit.AcceptChanges;
import org.newsbag.audit.AddBag;
import org.newsbag.audit.RunAudit;
import org.newsbag.audit.RunRequest;
import org.newsbag.fixity.Progress;
import org.newsbag.json.Json;
import org.newsbag.validation.BagMaking;

/** The verifier that was written from docs/ledger.md alone, in another language, agrees. Skipped where there is no Python. */
class SecondVerifierTest {
    private static final String SCRIPT = "src/test/ledger/verify-ledger";

    @TempDir
    Path folder;

    private Path file;
    private Checkpoint kept;
    private Path proof;

    private record Run(int exit, String said) {}

    /** A ledger with a bit of everything. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        assumeTrue(verify("--help").exit() != 127, "skipped: python3 is not installed");
        file = folder.resolve("ledger.sqlite");
        proof = folder.resolve("proof.json");
        var clock = new MovingClock(Instant.parse("2026-03-01T08:00:00Z"));
        var bag = BagMaking.simple(folder.resolve("bags/one"))
                .put("data/\u0628\u064a\u0631\u0648\u062a \u20ac \ud83d\ude00.txt", "x")
                .manifest("sha256")
                .tagManifest("sha256");
        var other = BagMaking.simple(folder.resolve("bags/two")).manifest("sha512");
        try (var ledger = Ledger.openOrMake(new LedgerPlace.SqliteFile(file), clock, "test")) {
            var add = new AddBag(ledger, 2, Progress.SILENT);
            add.add(bag.path(), new AddBag.Terms(Optional.empty(), Optional.empty(), Optional.empty(), 10));
            add.add(other.path(), new AddBag.Terms(Optional.empty(), Optional.empty(), Optional.empty(), 1 << 20));
            run(ledger, clock, OptionalInt.empty());
            kept = ledger.history().checkpoint();
            bag.put("data/a.txt", "altered").put("data/new.txt", "new").remove("data/sub/b.txt");
            run(ledger, clock, OptionalInt.empty());
            run(ledger, clock, OptionalInt.of(500));
            bag.manifest("sha256").tagManifest("sha256");
            new AcceptChanges(ledger, 2, Progress.SILENT)
                    .accept(
                            ledger.holdings().bag(1).orElseThrow(),
                            new AcceptChanges.Terms("A. Keeper", "ticket 41", List.of(), false));
            run(ledger, clock, OptionalInt.empty());
            var found = new ProofMaker(ledger)
                    .prove(ledger.holdings().bag(1).orElseThrow(), "data/new.txt", Optional.empty());
            Files.writeString(proof, Json.pretty(found.orElseThrow().toJson()));
        }
    }

    private static void run(Ledger ledger, MovingClock clock, OptionalInt perMille)
            throws IOException, InterruptedException {
        clock.move(Duration.ofDays(1));
        new RunAudit(ledger, Progress.SILENT, part -> {})
                .run(new RunRequest(
                        List.of(),
                        Duration.ofDays(90),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        perMille,
                        2));
    }

    @Test
    void it_finds_a_sound_ledger_sound() throws IOException, InterruptedException {
        var run = verify(file.toString(), "--checkpoint", kept.toString(), "--proof", proof.toString());
        assertThat(run.said()).contains("OK: ", " 2 bags");
        assertThat(run.exit()).isZero();
    }

    @Test
    void it_finds_what_was_changed() throws IOException, InterruptedException, SQLException {
        for (var change : List.of(
                "UPDATE event SET body = replace(body, 'ticket 41', 'ticket 42')",
                "UPDATE baseline SET bytes = bytes + 1 WHERE bytes > 3",
                "UPDATE failure SET body = replace(body, 'altered', 'missing')",
                "UPDATE part SET verified = verified + 1000",
                "UPDATE bag SET location = location || 'x'",
                "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")) {
            var changed = folder.resolve("changed.sqlite");
            Files.deleteIfExists(changed);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = connection.createStatement()) {
                statement.execute("VACUUM INTO '" + changed + "'");
            }
            tamper(changed, change);
            assertThat(verify(changed.toString()).exit()).as(change).isEqualTo(1);
        }
    }

    private static void tamper(Path ledger, String change) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            var triggers = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
                while (rows.next()) triggers.add(rows.getString(1));
            }
            for (var trigger : triggers) statement.execute("DROP TRIGGER " + trigger);
            assertThat(statement.executeUpdate(change)).as(change).isPositive();
        }
    }

    private static Run verify(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/env", "python3", SCRIPT));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }
}
