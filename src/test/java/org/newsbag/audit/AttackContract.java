package org.newsbag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsbag.finding.FindingCode.LEDGER_BASELINE_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_CHAIN_BROKEN;
import static org.newsbag.finding.FindingCode.LEDGER_CHECK_UNFOUNDED;
import static org.newsbag.finding.FindingCode.LEDGER_CUT_OFF;
import static org.newsbag.finding.FindingCode.LEDGER_EVENT_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_EVENT_MISSING;
import static org.newsbag.finding.FindingCode.LEDGER_FAILURES_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_HEAD_DIFFERS;
import static org.newsbag.finding.FindingCode.LEDGER_REPLACED;
import static org.newsbag.finding.FindingCode.LEDGER_REWRITTEN;
import static org.newsbag.finding.FindingCode.LEDGER_STATE_DIFFERS;
import static org.newsbag.finding.FindingCode.LEDGER_TRIGGER_MISSING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.finding.FindingCode;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Progress;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Checkpoint;
import org.newsbag.ledger.Contradiction;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.HashTree;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.LedgerFailure;
import org.newsbag.ledger.LedgerPlace;
import org.newsbag.ledger.PathRange;

/** Somebody who may write to the database changes what it says: each attack is named for what it is. */
abstract class AttackContract {
    @TempDir
    Path folder;

    Auditing audit;
    Checkpoint kept;

    abstract LedgerPlace place() throws Exception;

    /** The JDBC URL of the place. */
    abstract String url();

    abstract boolean isSqlite();

    /** A history worth attacking: two bags, one of which fails. */
    @BeforeEach
    void begin() throws Exception {
        audit = new Auditing(place(), folder.toRealPath().resolve("bags"));
        audit.added("sound");
        var failing = audit.added("failing");
        audit.run();
        Files.writeString(failing.path().resolve("data/a.txt"), "a lie");
        audit.run();
        kept = audit.checkpoint();
        assertThat(audit.verify(kept)).isEmpty();
    }

    /** Takes the triggers away, does it, and puts them back, as a careful attacker would. */
    void attack(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url())) {
            var triggers = takeTriggersAway(connection);
            try (var statement = connection.createStatement()) {
                if (isSqlite()) statement.execute("PRAGMA foreign_keys = OFF");
                for (var sql : statements) statement.execute(sql);
                for (var sql : triggers) statement.execute(sql);
            }
        }
    }

    private List<String> takeTriggersAway(Connection connection) throws SQLException {
        var back = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            if (!isSqlite()) {
                for (var table : List.of("event", "baseline", "failure")) {
                    statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
                    back.add("ALTER TABLE " + table + " ENABLE TRIGGER ALL");
                }
                return back;
            }
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    back.add(rows.getString(2));
                }
            }
            for (var name : names) statement.execute("DROP TRIGGER " + name);
            return back;
        }
    }

    List<Map.Entry<Long, String>> events() throws SQLException {
        var events = new ArrayList<Map.Entry<Long, String>>();
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT seq, body FROM event ORDER BY seq")) {
            while (rows.next()) events.add(Map.entry(rows.getLong(1), rows.getString(2)));
        }
        return events;
    }

    long failedCheck() throws SQLException {
        return events().stream()
                .filter(event -> event.getValue().contains("\"outcome\":\"altered\""))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event SET body = 'x'",
                "UPDATE baseline SET bytes = 1",
                "UPDATE failure SET body = 'x'",
                "DELETE FROM event",
                "DELETE FROM baseline",
                "DELETE FROM failure"
            })
    void the_database_itself_refuses_to_change_the_history(String sql) {
        assertThatThrownBy(() -> {
                    try (var connection = DriverManager.getConnection(url());
                            var statement = connection.createStatement()) {
                        if (isSqlite()) statement.execute("PRAGMA foreign_keys = OFF");
                        statement.execute(sql);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the history of a ledger is not changed");
        assertThat(audit.verify(kept)).isEmpty();
    }

    @Test
    void triggers_that_are_gone_are_missed() throws SQLException {
        try (var connection = DriverManager.getConnection(url())) {
            takeTriggersAway(connection);
        }
        assertThat(audit.verify(kept)).containsExactly(LEDGER_TRIGGER_MISSING);
    }

    @Test
    void an_event_that_was_altered_is_named() throws SQLException {
        attack("UPDATE event SET body = replace(body, '\"outcome\":\"altered\"', '\"outcome\":\"intact\"')");
        assertThat(audit.verify()).contains(LEDGER_EVENT_ALTERED, LEDGER_CHAIN_BROKEN);
    }

    @Test
    void an_event_that_was_altered_with_its_hash_breaks_the_chain() throws SQLException {
        var seq = failedCheck();
        var text = events().get((int) seq - 1).getValue().replace("\"outcome\":\"altered\"", "\"outcome\":\"intact\"");
        attack("UPDATE event SET body = '" + text + "', hash = '" + hash(text) + "' WHERE seq = " + seq);
        assertThat(audit.verify()).contains(LEDGER_CHAIN_BROKEN).doesNotContain(LEDGER_EVENT_ALTERED);
    }

    @Test
    void a_column_that_differs_from_the_event_is_named() throws SQLException {
        attack("UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE seq = 2");
        assertThat(audit.verify()).contains(LEDGER_EVENT_ALTERED);
        attack("UPDATE event SET bag = 2 WHERE seq = 2");
        assertThat(audit.verify()).contains(LEDGER_EVENT_ALTERED);
    }

    @Test
    void events_in_another_order_are_named() throws SQLException {
        attack(
                "UPDATE event SET seq = 9999 WHERE seq = 4",
                "UPDATE event SET seq = 4 WHERE seq = 5",
                "UPDATE event SET seq = 5 WHERE seq = 9999");
        assertThat(audit.verify()).contains(LEDGER_EVENT_ALTERED, LEDGER_CHAIN_BROKEN);
    }

    @Test
    void an_event_taken_from_the_middle_is_missed() throws SQLException {
        var seq = failedCheck();
        attack("DELETE FROM failure WHERE event = " + seq, "DELETE FROM event WHERE seq = " + seq);
        assertThat(audit.verify()).contains(LEDGER_EVENT_MISSING, LEDGER_CHAIN_BROKEN);
    }

    @Test
    void an_end_that_was_cut_off_is_missed() throws SQLException {
        var last = failedCheck();
        attack("DELETE FROM failure WHERE event >= " + last, "DELETE FROM event WHERE seq >= " + last);
        assertThat(audit.verify()).contains(LEDGER_CUT_OFF);
    }

    /** Head and states put right as well: only the checkpoint tells. */
    @Test
    void an_end_that_was_cut_off_with_all_that_tells_of_it_is_missed_by_the_checkpoint() throws SQLException {
        long last = failedCheck();
        var before = events().get((int) last - 2);
        attack(
                "DELETE FROM failure WHERE event >= " + last,
                "DELETE FROM event WHERE seq >= " + last,
                "UPDATE head SET seq = " + before.getKey() + ", hash = '" + hash(before.getValue()) + "'",
                "UPDATE part SET outcome = 'intact', failing_since = 0, failing_checks = 0, event = (SELECT max(seq) FROM event WHERE kind = 'check' AND event.bag = part.bag), verified = (SELECT p.verified FROM part p WHERE p.bag = 1)");
        assertThat(audit.verify(kept)).contains(LEDGER_CUT_OFF);
    }

    /** Writes the whole history anew, so that the chain holds in itself. */
    private void rewrite(UnaryOperator<String> change, String... further) throws SQLException {
        var statements = new ArrayList<String>();
        var previous = "0".repeat(64);
        var checks = new HashMap<String, HashTree>();
        for (var event : events()) {
            var text = change.apply(event.getValue())
                    .replaceAll("\"previous\":\"[0-9a-f]{64}\"", "\"previous\":\"" + previous + "\"");
            var run = body(text).string("run").orElse("");
            var ofRun = checks.computeIfAbsent(run, name -> new HashTree());
            if (text.contains("\"kind\":\"run-end\""))
                text = text.replaceAll("\"checksRoot\":\"[0-9a-f]{64}\"", "\"checksRoot\":\"" + ofRun.root() + "\"");
            previous = hash(text);
            if (text.contains("\"kind\":\"check\""))
                ofRun.add(new Event(
                        event.getKey(),
                        Instant.EPOCH,
                        EventKind.CHECK,
                        OptionalLong.empty(),
                        text,
                        previous,
                        body(text)));
            statements.add(
                    "UPDATE event SET body = '" + text + "', hash = '" + previous + "' WHERE seq = " + event.getKey());
        }
        statements.add("UPDATE head SET hash = '" + previous + "'");
        statements.addAll(List.of(further));
        attack(statements.toArray(String[]::new));
    }

    @Test
    void a_history_rewritten_from_the_beginning_is_told_by_the_checkpoint() throws SQLException {
        rewrite(
                text -> text.replace("/sound", "/fresh"),
                "UPDATE bag SET location = replace(location, '/sound', '/fresh')");
        assertThat(audit.verify()).as("in itself it is sound").isEmpty();
        assertThat(audit.verify(kept)).containsExactly(LEDGER_REWRITTEN);
    }

    @Test
    void a_check_that_vouches_for_what_was_not_found_intact_is_unfounded() throws SQLException {
        var check = events().get((int) failedCheck() - 1).getValue();
        var root = body(check).string("root").orElseThrow();
        rewrite(text -> text.equals(check) ? text.replace(root, "1".repeat(64)) : text);
        assertThat(audit.verify()).containsExactly(LEDGER_CHECK_UNFOUNDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"run-end\" | \"failing\":1 | \"failing\":0 | ledger-run-unfounded",
                "\"kind\":\"run-end\" | \"intact\":15 | \"intact\":14 | ledger-run-unfounded",
                "\"kind\":\"run-end\" | \"bags\":2 | \"bags\":3 | ledger-run-unfounded",
                "\"kind\":\"run-end\" | \"checks\":2 | \"checks\":3 | ledger-run-unfounded",
                "\"kind\":\"run-end\" | \"run\":\" | \"run\":\"x | ledger-run-unfounded",
                "\"kind\":\"run-start\" | \"limitSeconds\": | \"limitSeconds\":- | ledger-run-unfounded",
                "\"outcome\":\"altered\" | \"outcome\":\"altered\" | \"outcome\":\"intact\" | ledger-check-unfounded",
                "\"outcome\":\"altered\" | \"failed\":{\"altered\":1} | \"failed\":{\"missing\":1} | ledger-check-unfounded",
                "\"outcome\":\"altered\" | \"intact\":7 | \"intact\":6 | ledger-check-unfounded",
                "\"kind\":\"check\" | /sound\" | /other\" | ledger-check-unfounded",
                "\"kind\":\"register\" | \"files\":8 | \"files\":9 | ledger-baseline-altered",
            })
    void what_an_event_says_of_others_is_held_against_them(String of, String said, String lie, String code)
            throws SQLException {
        rewrite(text -> text.contains(of) ? text.replace(said, lie) : text);
        assertThat(audit.verify()).extracting(FindingCode::id).contains(code).doesNotContain("ledger-chain-broken");
    }

    /** Ledger and file changed together, with all that vouches for the ledger: the bag's own manifests still tell. */
    @Test
    void a_ledger_made_to_match_an_altered_file_is_contradicted_by_the_bag() throws SQLException {
        var bag = audit.registered("failing");
        List<KnownFile> expected = audit.with(ledger -> ledger.holdings().expected(bag, PathRange.ALL));
        var lie = Checksum.ofText(Algorithm.SHA_256, "a lie");
        var changed = expected.stream()
                .map(file -> file.path().equals("data/a.txt") ? new KnownFile(file.path(), 5, lie) : file)
                .toList();
        var before = IntactFiles.of(expected);
        var after = IntactFiles.of(changed);
        rewrite(
                text -> text.replace(before.root(), after.root())
                        .replace("\"bytes\":" + before.bytes(), "\"bytes\":" + after.bytes()),
                "UPDATE baseline SET bytes = 5, digest = " + bytes(lie.hex()) + " WHERE bag = 2 AND path = "
                        + bytes(hexOf("data/a.txt")),
                "UPDATE bag SET root = '" + after.root() + "', bytes = " + after.bytes() + " WHERE id = 2",
                "UPDATE part SET bytes = " + after.bytes() + " WHERE bag = 2");
        var run = audit.run();
        assertThat(run.failures()).isEqualTo(Map.of("", "invalid"));
        assertThat(run.remark()).contains("payload-file-altered data/a.txt", "newsbag audit verify");
        assertThat(audit.verify(kept)).contains(LEDGER_REWRITTEN);
    }

    @Test
    void another_ledger_in_its_place_is_told_by_the_checkpoint() throws Exception {
        var other = new Auditing(place(), audit.bags);
        other.add(audit.bags.resolve("sound"));
        assertThat(other.verify()).isEmpty();
        assertThat(other.verify(kept)).containsExactly(LEDGER_REPLACED);
    }

    @Test
    void a_checksum_that_was_changed_to_match_an_altered_file_is_found_by_the_run_and_by_verification()
            throws IOException, SQLException {
        var digest = Checksum.ofText(Algorithm.SHA_256, "a lie").hex();
        attack("UPDATE baseline SET bytes = 5, digest = " + bytes(digest) + " WHERE bag = 2 AND path = "
                + bytes(hexOf("data/a.txt")));
        assertThat(audit.verify()).contains(LEDGER_BASELINE_ALTERED);
        var run = audit.run();
        assertThat(run.failures()).isEqualTo(Map.of("", "baseline-altered"));
        assertThat(audit.run().failures()).isEqualTo(run.failures());
        assertThat(audit.standing().failing()).isEqualTo(1);
    }

    @Test
    void a_checksum_that_was_taken_away_or_put_in_is_named() throws SQLException {
        attack("DELETE FROM baseline WHERE bag = 1 AND path = " + bytes(hexOf("data/a.txt")));
        assertThat(audit.verify()).contains(LEDGER_BASELINE_ALTERED);
        attack("INSERT INTO baseline (bag, path, since, bytes, digest) VALUES (2, " + bytes(hexOf("data/zz"))
                + ", 3, 1, " + bytes("00".repeat(32)) + ")");
        assertThat(audit.verify()).contains(LEDGER_BASELINE_ALTERED);
    }

    @Test
    void a_failure_that_was_changed_or_taken_away_is_named() throws SQLException {
        attack("UPDATE failure SET body = replace(body, 'altered', 'added')");
        assertThat(audit.verify()).contains(LEDGER_FAILURES_ALTERED);
        attack("DELETE FROM failure");
        assertThat(audit.verify()).contains(LEDGER_FAILURES_ALTERED);
    }

    @Test
    void a_state_that_does_not_follow_from_the_events_is_named() throws SQLException {
        attack("UPDATE part SET outcome = 'intact', failing_since = 0 WHERE bag = 2");
        assertThat(audit.verify()).containsExactly(LEDGER_STATE_DIFFERS);
    }

    @Test
    void a_bag_that_was_taken_out_is_missed() throws SQLException {
        attack("DELETE FROM part WHERE bag = 2", "DELETE FROM bag WHERE id = 2");
        assertThat(audit.verify()).containsExactly(LEDGER_STATE_DIFFERS);
    }

    @Test
    void a_date_of_verification_that_was_moved_on_is_named() throws SQLException {
        attack("UPDATE part SET verified = verified + 86400000000 WHERE bag = 1");
        assertThat(audit.verify()).containsExactly(LEDGER_STATE_DIFFERS);
    }

    @Test
    void a_path_that_was_put_beside_a_failure_is_named() throws SQLException {
        attack("UPDATE failure SET path = " + bytes(hexOf("data/zz")));
        assertThat(audit.verify()).contains(LEDGER_FAILURES_ALTERED);
    }

    @Test
    void a_time_of_the_head_in_the_future_is_named_and_stops_nothing() throws SQLException {
        attack("UPDATE head SET at = '3026-01-01T00:00:00Z'");
        assertThat(audit.verify()).containsExactly(LEDGER_HEAD_DIFFERS);
        assertThat(audit.run().checked()).hasSize(2);
        assertThat(audit.verify()).isEmpty();
        attack("UPDATE head SET at = 'never'");
        assertThat(audit.verify()).containsExactly(LEDGER_HEAD_DIFFERS);
    }

    @Test
    void a_head_that_is_gone_is_named() throws SQLException {
        attack("DELETE FROM head");
        assertThat(audit.verify()).containsExactly(LEDGER_HEAD_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE part SET outcome = 'intact', failing_since = 0, failing_checks = 0 WHERE bag = 2",
                "UPDATE part SET outcome = 'missing' WHERE bag = 2",
                "UPDATE part SET outcome = 'none of ours' WHERE bag = 2",
                "UPDATE part SET failing_since = 0 WHERE bag = 2",
                "UPDATE part SET verified = 32503680000000 WHERE bag = 2",
                "UPDATE part SET verified = verified + 1 WHERE bag = 2",
                "UPDATE part SET event = 2000000000 WHERE bag = 2",
                "UPDATE part SET event = event - 3 WHERE bag = 2",
                "UPDATE part SET files = files + 1 WHERE bag = 2",
                "UPDATE part SET number = 2 WHERE bag = 2",
                "DELETE FROM part WHERE bag = 2",
                "UPDATE bag SET location = '/elsewhere/bags/failing' WHERE id = 2",
                "UPDATE bag SET algorithm = 'sha512' WHERE id = 2",
                "UPDATE bag SET algorithm = 'none of ours' WHERE id = 2",
                "UPDATE bag SET judged = 'no JSON' WHERE id = 2",
                "UPDATE bag SET form = 'tar' WHERE id = 2",
                "UPDATE bag SET copy_of = 1 WHERE id = 2",
                "UPDATE bag SET baseline = 1 WHERE id = 2",
                "DELETE FROM part WHERE bag = 2; DELETE FROM bag WHERE id = 2",
                "UPDATE event SET body = replace(body, '\"outcome\":\"altered\"', '\"outcome\":\"intact\"')",
                "UPDATE event SET kind = 'repair' WHERE bag = 2 AND kind = 'check'",
                "UPDATE event SET body = 'no JSON' WHERE bag = 2 AND kind = 'register'",
            })
    void what_answers_questions_and_contradicts_the_history_is_named_at_once_and_stays_so(String statements)
            throws SQLException {
        attack(statements.split("; "));
        for (int i = 0; i < 2; i++) {
            assertThat(audit.standing().contradicted()).isEqualTo(1);
            assertThat(audit.standing().isKept()).isFalse();
            var run = audit.run();
            assertThat(run.result().contradictions())
                    .extracting(Contradiction::bag)
                    .containsExactly(2L);
            assertThat(run.result().isKept()).isFalse();
            assertThat(run.result().isComplete()).isFalse();
            assertThat(run.checked()).as("the others are audited").containsExactly("sound");
        }
        assertThat(audit.verify()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE part SET event = event || 'x', verified = verified || 'x' WHERE bag = 2",
                "UPDATE part SET event = CAST(event || 'x' AS BLOB) WHERE bag = 2",
                "UPDATE part SET number = '1x' WHERE bag = 2",
                "UPDATE part SET bag = '2x' WHERE bag = 2",
                "UPDATE part SET event = event + 0.5 WHERE bag = 2",
                "UPDATE event SET bag = '2x' WHERE kind = 'check' AND bag = 2",
                "UPDATE event SET kind = CAST(kind AS BLOB) WHERE bag = 2",
            })
    void values_of_another_kind_hide_nothing(String statements) throws SQLException {
        if (!isSqlite()) return;
        attack(statements.split("; "));
        for (int i = 0; i < 2; i++) {
            var run = audit.run();
            assertThat(run.result().contradictions())
                    .extracting(Contradiction::bag)
                    .containsExactly(2L);
            assertThat(run.result().isKept()).isFalse();
            assertThat(run.checked()).containsExactly("sound");
        }
        assertThat(audit.verify(kept)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER k BEFORE DELETE ON RUN BEGIN SELECT RAISE(IGNORE); END",
                "ALTER TABLE part RENAME TO part_; CREATE VIEW part AS SELECT * FROM part_",
                "DROP INDEX part_by_age; CREATE INDEX part_by_age ON part (verified, event, bag, number) WHERE bag <> 2",
                "ALTER TABLE run ADD COLUMN g INTEGER",
                "DROP TRIGGER event_no_update",
            })
    void a_ledger_that_is_made_otherwise_is_named_and_audited_all_the_same(String statements) throws SQLException {
        if (!isSqlite()) return;
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            for (var sql : statements.split("(?<!;) ?; (?!END)")) statement.execute(sql);
        }
        assertThat(audit.standing().isKept()).isFalse();
        assertThat(audit.verify(kept)).isNotEmpty();
    }

    @Test
    void a_repair_does_not_cover_up_what_contradicts_the_history() throws Exception {
        attack("UPDATE part SET verified = verified + 1 WHERE bag = 2");
        var copy = audit.bags.resolve("sound");
        var result = audit.with(ledger -> new RepairBag(ledger, 2, Progress.SILENT)
                .repair(ledger.holdings().bag(2).orElseThrow(), copy, "A. Keeper", false));
        assertThat(result).isInstanceOf(RepairBag.Result.Refused.class);
        assertThat(audit.standing().contradicted()).isEqualTo(1);
    }

    @Test
    void copies_and_places_that_were_swapped_are_put_right() throws SQLException {
        attack("UPDATE bag SET copy_of = 1 WHERE id = 2");
        assertThat(audit.accept("failing")).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(audit.verify(kept)).isEmpty();
        attack(
                "UPDATE bag SET location = location || '!' WHERE id = 1",
                "UPDATE bag SET location = replace(location, 'failing', 'sound') WHERE id = 2",
                "UPDATE bag SET location = replace(location, 'sound!', 'failing') WHERE id = 1");
        for (long bag = 1; bag <= 2; bag++) {
            long id = bag;
            var history = audit.with(
                    ledger -> ledger.holdings().byHistory(id).orElseThrow().bag());
            assertThat(audit.accept(history)).isInstanceOf(AcceptResult.Accepted.class);
        }
        assertThat(audit.verify(kept)).isEmpty();
    }

    @Test
    void a_check_that_was_put_down_to_another_bag_contradicts_both() throws SQLException {
        attack("UPDATE event SET bag = 1 WHERE bag = 2 AND kind = 'check'");
        assertThat(audit.run().result().contradictions())
                .extracting(Contradiction::bag)
                .containsExactly(1L, 2L);
    }

    @Test
    void a_bag_that_nobody_registered_is_contradicted() throws SQLException {
        attack(
                "INSERT INTO bag SELECT 7, '/x', form, copy_of, algorithm, baseline, registered, files, bytes, root, store, judged FROM bag WHERE id = 1");
        assertThat(audit.run().result().contradictions())
                .containsExactly(new Contradiction(7, "/x", "no event registered it"));
    }

    @Test
    void accepting_puts_right_what_contradicts_the_history_and_says_who_and_why() throws SQLException {
        attack(
                "UPDATE bag SET location = '/elsewhere/bags/sound', files = 1 WHERE id = 1",
                "UPDATE part SET outcome = 'missing', event = 2000000000 WHERE bag = 1");
        assertThat(audit.standing().contradicted()).isEqualTo(1);
        assertThat(audit.accept("sound")).isInstanceOfSatisfying(AcceptResult.Accepted.class, accepted -> {
            assertThat(accepted.isRestated()).isTrue();
            assertThat(accepted.accepted()).isEmpty();
            assertThat(accepted.event().body().string("by")).contains("A. Keeper");
        });
        assertThat(audit.verify(kept)).isEmpty();
        assertThat(audit.standing().contradicted()).isZero();
        assertThat(audit.run().checked()).containsExactlyInAnyOrder("sound", "failing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE part SET outcome = 'none of ours' WHERE bag = 1",
                "UPDATE bag SET judged = 'no JSON' WHERE id = 1",
                "DELETE FROM part WHERE bag = 1; DELETE FROM bag WHERE id = 1",
            })
    void accepting_a_bag_by_its_number_puts_right_also_what_cannot_be_read_any_more(String statements)
            throws SQLException {
        attack(statements.split("; "));
        var bag = audit.with(
                ledger -> ledger.holdings().byHistory(1).orElseThrow().bag());
        assertThat(audit.accept(bag)).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(audit.verify(kept)).isEmpty();
        assertThat(audit.standing().contradicted()).isZero();
    }

    @Test
    void a_failing_bag_that_was_made_to_look_sound_fails_again_once_that_is_put_right() throws Exception {
        attack("UPDATE part SET outcome = 'intact', failing_since = 0, failing_checks = 0 WHERE bag = 2");
        assertThat(audit.accept("failing")).isInstanceOfSatisfying(AcceptResult.Accepted.class, accepted -> {
            assertThat(accepted.accepted()).isEmpty();
            assertThat(accepted.left()).extracting(FileFailure::path).containsExactly("data/a.txt");
        });
        assertThat(audit.outcomes("failing")).containsExactly("intact", "altered", "altered");
        assertThat(audit.standing().failing()).isEqualTo(1);
        assertThat(audit.verify(kept)).isEmpty();
    }

    @Test
    void bags_without_parts_are_overdue() throws SQLException {
        attack("DELETE FROM part");
        assertThat(audit.standing().overdue()).isEqualTo(2);
        assertThat(audit.verify()).containsExactly(LEDGER_STATE_DIFFERS);
    }

    @Test
    void a_claim_of_a_run_that_nobody_made_stops_nothing() throws SQLException {
        attack(
                "INSERT INTO run (id, began, until, host, process) VALUES ('x', 0, 32503680000000, 'h', '1')",
                "UPDATE part SET claim = 'x'");
        assertThat(audit.run().checked()).hasSize(2);
    }

    @Test
    void a_run_that_nobody_began_or_that_has_ended_keeps_no_other_from_its_work() throws SQLException {
        var living = ProcessHandle.current();
        var process = living.pid() + "@"
                + living.info().startInstant().map(Instant::toString).orElse("");
        attack("INSERT INTO run (id, began, until, host, process) VALUES ('x', 0, 0, '" + host() + "', '" + process
                + "')");
        assertThat(audit.run().checked()).hasSize(2);
        var ended = audit.run().result().run();
        long start = events().stream()
                .filter(event -> event.getValue().contains("run-start")
                        && event.getValue().contains(ended))
                .findFirst()
                .orElseThrow()
                .getKey();
        attack("INSERT INTO run (id, began, until, host, process) VALUES ('" + ended + "', " + start + ", 0, '" + host()
                + "', '" + process + "')");
        assertThat(audit.run().checked()).hasSize(2);
    }

    /** As the queue of this process writes it. */
    private String host() {
        return audit.with(ledger -> {
            var start = ledger.recorder()
                    .note(
                            EventKind.RUN_START,
                            JsonObject.builder().put("run", "asking").build());
            ledger.queue().enter("asking", start);
            try (var connection = DriverManager.getConnection(url());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT host FROM run WHERE id = 'asking'")) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            } catch (SQLException e) {
                throw new IOException(e);
            } finally {
                ledger.queue().leave("asking");
            }
        });
    }

    @Test
    void a_run_that_found_a_failure_fails_whatever_the_tables_say_afterwards() throws SQLException {
        if (!isSqlite()) return;
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TRIGGER hush AFTER UPDATE ON part WHEN NEW.outcome <> 'intact' BEGIN"
                            + " UPDATE part SET outcome = 'intact', failing_since = 0, failing_checks = 0 WHERE bag = NEW.bag; END");
        }
        assertThat(audit.run().result().isKept()).isFalse();
        assertThat(audit.verify()).contains(LEDGER_TRIGGER_MISSING, LEDGER_STATE_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x'00'", "x''", "'text'", "7"})
    void a_checksum_that_is_none_is_found_and_stops_no_other(String digest) throws SQLException {
        if (!isSqlite()) return;
        attack("UPDATE baseline SET digest = " + digest + " WHERE bag = 1 AND path = " + bytes(hexOf("data/a.txt")));
        var run = audit.run();
        assertThat(run.checked()).containsExactlyInAnyOrder("sound", "failing");
        assertThat(run.parts())
                .extracting(part -> part.outcome().id())
                .containsExactlyInAnyOrder("baseline-altered", "altered");
        assertThat(audit.verify()).contains(LEDGER_BASELINE_ALTERED).doesNotContain(LEDGER_EVENT_ALTERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE part SET bag = 77 WHERE bag = 2",
                "UPDATE event SET at = '+999999999-12-31T23:59:59.999Z' WHERE seq = (SELECT max(seq) FROM event)",
            })
    void what_no_ledger_holds_is_a_failure_of_the_ledger_and_none_of_the_program(String statement) throws SQLException {
        if (!isSqlite()) return;
        attack(statement);
        assertThatThrownBy(() -> {
                    audit.with(ledger -> ledger.holdings().failing(10));
                    audit.standing();
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(LedgerFailure.class);
    }

    @Test
    void progress_that_is_none_is_thrown_away() throws SQLException {
        attack("INSERT INTO progress (bag, part, baseline, began, upto, body) VALUES (1, 1, 2, 32503680000000, "
                + bytes("ff") + ", 'junk')");
        var run = audit.run();
        assertThat(run.checked()).hasSize(2);
        assertThat(run.parts()).noneMatch(PartResult::isResumed);
    }

    @Test
    void a_table_that_is_gone_is_named() throws SQLException {
        attack("DROP TABLE progress");
        assertThat(audit.verify()).contains(FindingCode.LEDGER_DAMAGED);
    }

    @Test
    void a_head_that_points_elsewhere_is_named() throws SQLException {
        attack("UPDATE head SET hash = '" + "1".repeat(64) + "'");
        assertThat(audit.verify()).containsExactly(LEDGER_HEAD_DIFFERS);
    }

    /** Every byte of an event's text is vouched for. */
    @Test
    void no_letter_of_an_event_can_be_changed() throws SQLException {
        var event = events().get(1);
        for (int at = 0; at < event.getValue().length(); at += 7) {
            var letter = event.getValue().charAt(at) == 'x' ? 'y' : 'x';
            var text = event.getValue().substring(0, at)
                    + letter
                    + event.getValue().substring(at + 1);
            attack("UPDATE event SET body = '" + text + "' WHERE seq = 2");
            assertThat(audit.verify()).as("letter " + at).contains(LEDGER_EVENT_ALTERED);
        }
        attack("UPDATE event SET body = '" + event.getValue() + "' WHERE seq = 2");
        assertThat(audit.verify(kept)).isEmpty();
    }

    static String hash(String text) {
        return Checksum.ofText(Algorithm.SHA_256, text).hex();
    }

    static String hexOf(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as each database writes them. */
    String bytes(String hex) {
        return isSqlite() ? "x'" + hex + "'" : "'\\x" + hex + "'";
    }

    JsonObject body(String text) {
        return (JsonObject) Json.parse(text);
    }
}
