package org.newsbag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.finding.FindingCode.LEDGER_DAMAGED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsbag.finding.FindingCode;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.LedgerFailure;
import org.newsbag.ledger.LedgerPlace;
import org.newsbag.ledger.NoLedger;

/** Attacks on a ledger in a file, and damage to the file itself. */
class AttacksOnSqliteTest extends AttackContract {
    private static final int PAGE = 4096;
    private int number;

    @Override
    LedgerPlace place() {
        return new LedgerPlace.SqliteFile(folder.resolve("ledger" + ++number + ".sqlite"));
    }

    private Path file() {
        return ((LedgerPlace.SqliteFile) audit.place).file();
    }

    @Override
    String url() {
        return "jdbc:sqlite:" + file();
    }

    @Override
    boolean isSqlite() {
        return true;
    }

    @Test
    void insert_or_replace_does_not_get_past_the_triggers() {
        for (var sql : List.of(
                "INSERT OR REPLACE INTO event (seq, at, kind, body, hash) VALUES (2, 'x', 'x', 'x', 'x')",
                "INSERT INTO event (seq, at, kind, body, hash) VALUES (2, 'x', 'x', 'x', 'x') ON CONFLICT (seq) DO UPDATE SET body = 'x'"))
            try (var connection = DriverManager.getConnection(url());
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("the history of a ledger is not changed");
            }
        assertThat(audit.verify(kept)).isEmpty();
    }

    @Test
    void a_trigger_that_newsbag_did_not_make_is_named() throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER other BEFORE INSERT ON failure BEGIN SELECT RAISE(IGNORE); END");
        }
        assertThat(audit.verify()).containsExactly(FindingCode.LEDGER_TRIGGER_MISSING);
    }

    @Test
    void triggers_that_do_nothing_are_missed() throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER event_no_update");
            statement.execute("CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT 1; END");
        }
        assertThat(audit.verify()).containsExactly(FindingCode.LEDGER_TRIGGER_MISSING);
    }

    /** Wherever a bit flips in the file: it is found, or it changed nothing that the ledger says. */
    @Test
    void a_bit_flipped_anywhere_in_the_file_is_found_or_changes_nothing() throws Exception {
        settle();
        var sound = Files.readAllBytes(file());
        var told = content();
        var random = new Random(13);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            var flipped = sound.clone();
            flipped[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), flipped);
            var faults = verifyDamaged();
            if (!faults.isEmpty()) found++;
            else assertThat(content()).isEqualTo(told);
        }
        assertThat(found).isGreaterThan(20);
        Files.write(file(), sound);
        assertThat(audit.verify(kept)).isEmpty();
    }

    /** The write-ahead log cut at any byte: the ledger is as it was before the last record, or after it, and never in between. */
    @Test
    void a_last_record_torn_at_any_byte_is_there_whole_or_not_at_all() throws Exception {
        settle();
        long before = events().size();
        var wal = file().resolveSibling(file().getFileName() + "-wal");
        byte[] log;
        byte[] main;
        try (var open = DriverManager.getConnection(url());
                var statement = open.createStatement()) {
            // A second connection keeps the log from being folded into the file.
            statement.execute("SELECT count(*) FROM event");
            audit.with(ledger -> {
                ledger.recorder()
                        .note(
                                EventKind.TIMESTAMP,
                                JsonObject.builder().put("x", 1).build());
                return null;
            });
            log = Files.readAllBytes(wal);
            main = Files.readAllBytes(file());
        }
        assertThat(log.length).isGreaterThan(PAGE);
        Files.deleteIfExists(file().resolveSibling(file().getFileName() + "-shm"));
        var torn = file().resolveSibling("torn.sqlite");
        for (int length = 0; length <= log.length; length += length < 200 || length > log.length - 200 ? 1 : 61) {
            for (var suffix : List.of("", "-wal", "-shm"))
                Files.deleteIfExists(torn.resolveSibling("torn.sqlite" + suffix));
            Files.write(torn, main);
            Files.write(torn.resolveSibling("torn.sqlite-wal"), Arrays.copyOf(log, length));
            var reopened = new Auditing(new LedgerPlace.SqliteFile(torn), audit.bags);
            long events = reopened.checkpoint().size();
            assertThat(events).as("cut at " + length).isBetween(before, before + 1);
            if (length % 500 == 0)
                assertThat(reopened.verify()).isSubsetOf(FindingCode.LEDGER_TIMESTAMP_WRONG); // of the made-up event
        }
    }

    @Test
    void a_file_that_is_no_ledger_is_told_from_one_that_is_gone() throws IOException {
        settle();
        Files.write(file(), Auditing.noise(1, 20_000));
        assertThat(failure()).isInstanceOf(LedgerFailure.class).hasMessageContaining("no ledger at all");
        Files.delete(file());
        assertThat(failure())
                .isInstanceOf(NoLedger.class)
                .hasMessageContaining("there is no ledger")
                .hasMessageContaining("newsbag audit add");
    }

    @Test
    void a_file_cut_short_is_told() throws IOException {
        settle();
        var bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(verifyDamaged()).isNotEmpty();
    }

    private Exception failure() {
        try (var ledger = Ledger.open(audit.place, audit.clock)) {
            return new IllegalStateException("opened " + ledger.id());
        } catch (IOException e) {
            return e;
        }
    }

    /** Brings all that was written into the one file. */
    private void settle() {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong, also where the file cannot even be read. */
    private List<FindingCode> verifyDamaged() {
        try {
            return audit.verify(kept);
        } catch (UncheckedIOException e) {
            return List.of(LEDGER_DAMAGED);
        }
    }

    /** All that the ledger says. */
    private List<String> content() throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            for (var table : List.of("event", "baseline", "failure", "bag"))
                try (var found = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2, 3")) {
                    while (found.next()) {
                        var row = new StringBuilder(table);
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++)
                            row.append('|')
                                    .append(
                                            found.getObject(i) instanceof byte[] bytes
                                                    ? HexFormat.of().formatHex(bytes)
                                                    : String.valueOf(found.getObject(i)));
                        rows.add(row.toString());
                    }
                }
        }
        return rows;
    }
}
