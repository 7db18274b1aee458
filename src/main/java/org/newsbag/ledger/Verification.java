package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_DAMAGED;
import static org.newsbag.finding.FindingCode.LEDGER_TIMESTAMP_WRONG;
import static org.newsbag.finding.FindingCode.LEDGER_TRIGGER_MISSING;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/**
 * Verifies a ledger: that its events are the ones that were chained, that the rows which they vouch for are the ones that were written, and that what is said to
 * follow from them does. Against a rewriting of all of it only a checkpoint helps that was kept elsewhere.
 */
public final class Verification {
    private static final List<String> HISTORY = List.of("event", "baseline", "failure");

    private static final List<String> TABLES =
            List.of("event", "baseline", "failure", "head", "bag", "part", "run", "progress");

    private final Ledger ledger;

    /**
     * What was verified.
     *
     * @param events how many there are
     * @param bags how many
     * @param files how many rows say what is expected of a file
     * @param head the checkpoint of the ledger as it is
     */
    public record Result(long events, long bags, long files, Optional<Checkpoint> head) {}

    public Verification(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Verifies everything.
     *
     * @param kept checkpoints that were kept elsewhere
     * @param authority whose certificate the time stamps in the ledger must be traced to; where it is empty, they are held to their own
     * @throws IOException where the ledger cannot be read at all
     */
    public Result run(List<Checkpoint> kept, Optional<X509Certificate> authority, Findings findings)
            throws IOException {
        return ledger.read(transaction -> {
            database(transaction, findings);
            tables(transaction, findings);
            triggers(transaction, findings);
            if (transaction.dialect() == Dialect.SQLITE) form(transaction, findings);
            var chain = new ChainCheck(findings);
            var all = new ArrayList<>(kept);
            all.addAll(stamped(transaction, authority, findings));
            var head = chain.run(transaction, all);
            var holdings = new HoldingsCheck(transaction, findings);
            holdings.run();
            return new Result(chain.events(), holdings.bags(), holdings.files(), head);
        });
    }

    private static void tables(Database transaction, Findings findings) throws SQLException {
        for (var table : TABLES)
            if (!transaction.hasTable(table))
                findings.add(
                        LEDGER_DAMAGED, "table " + table, "The table is gone. Compare the ledger with its last copy.");
    }

    /** What the triggers are is told by themselves. */
    private static void form(Database transaction, Findings findings) throws SQLException, IOException {
        for (var difference : SqliteForm.differences(transaction))
            if (!difference.contains("CREATE TRIGGER"))
                findings.add(
                        LEDGER_DAMAGED,
                        "",
                        "The ledger is not made as newsbag makes one: " + difference
                                + ". Somebody changed it: compare it with its last copy.");
        for (var table : TABLES) {
            if (!transaction.hasTable(table)) continue;
            long strange = transaction.number(
                    "SELECT count(*) FROM " + table + " WHERE " + SqliteForm.strange(transaction, table));
            if (strange > 0)
                findings.add(
                        LEDGER_DAMAGED,
                        "table " + table,
                        strange + (strange == 1 ? " row holds" : " rows hold")
                                + " a value of another kind than its column is for, so that questions pass it over. Somebody changed it: compare the ledger with its last copy.");
        }
    }

    /** SQLite looks through its own pages. A server does so itself. */
    private static void database(Database transaction, Findings findings) throws SQLException, IOException {
        if (transaction.dialect() != Dialect.SQLITE) return;
        transaction.each(
                row -> {
                    if (!"ok".equals(Column.text(row, 1)))
                        findings.add(
                                LEDGER_DAMAGED,
                                "",
                                "SQLite says: " + Column.text(row, 1)
                                        + ". Keep the file as it is, and compare it with its last copy.");
                },
                "PRAGMA integrity_check(20)");
    }

    /** The checkpoints that an authority vouches for, as the ledger itself keeps them. */
    private static List<Checkpoint> stamped(
            Database transaction, Optional<X509Certificate> authority, Findings findings)
            throws SQLException, IOException {
        var stamped = new ArrayList<Checkpoint>();
        transaction.each(
                row -> {
                    var place = "event " + row.getLong(1);
                    try {
                        var members = new Members((JsonObject) Json.parse(Column.text(row, 2)));
                        var checkpoint = Checkpoint.parse(members.text("checkpoint"));
                        var stamp = TimeStamp.ofBase64(members.text("token"));
                        var flaw = stamp.isOf(checkpoint)
                                ? stamp.flaw(authority.isPresent() ? authority : certificate(members))
                                : Optional.of("it is of something else than the checkpoint");
                        flaw.ifPresent(why -> findings.add(
                                LEDGER_TIMESTAMP_WRONG, place, "The time stamp does not hold: " + why + "."));
                        if (flaw.isEmpty()) stamped.add(checkpoint);
                    } catch (IllegalArgumentException | ClassCastException | MalformedJson e) {
                        findings.add(
                                LEDGER_TIMESTAMP_WRONG,
                                place,
                                "The time stamp cannot be read: " + e.getMessage() + ".");
                    }
                },
                "SELECT seq, body FROM event WHERE kind = 'timestamp' ORDER BY seq");
        return stamped;
    }

    /** The certificate that is kept with a token which brings none along. */
    private static Optional<X509Certificate> certificate(Members event) {
        var kept = event.body().string("certificate");
        if (kept.isEmpty()) return Optional.empty();
        try {
            var der = Base64.getDecoder().decode(kept.get());
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("its certificate is none", e);
        }
    }

    /** Those of the migrations, word by word where the database keeps their words. */
    private static void triggers(Database transaction, Findings findings) throws SQLException, IOException {
        for (var table : TABLES) {
            boolean isHistory = HISTORY.contains(table);
            long triggers = !isHistory
                    ? 0
                    : transaction.dialect() == Dialect.SQLITE
                            ? ofSqlite(transaction, table)
                            : transaction.number(
                                    "SELECT count(*) FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgrelid = to_regclass(?)"
                                            + " AND NOT tgisinternal AND tgenabled IN ('O', 'A') AND prosrc LIKE '%RAISE EXCEPTION%'",
                                    table);
            int expected = !isHistory ? 0 : transaction.dialect() == Dialect.SQLITE ? 3 : 2;
            long all = transaction.dialect() == Dialect.SQLITE
                    ? transaction.number(
                            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = ?", table)
                    : transaction.number(
                            "SELECT count(*) FROM pg_trigger WHERE tgrelid = to_regclass(?) AND NOT tgisinternal",
                            table);
            if (all > expected)
                findings.add(
                        LEDGER_TRIGGER_MISSING,
                        "table " + table,
                        "expected " + expected + " triggers, found " + all
                                + ". One that newsbag did not make may keep rows from being written, or change them: take it away.");
            if (triggers < expected)
                findings.add(
                        LEDGER_TRIGGER_MISSING,
                        "table " + table,
                        "expected " + expected + " triggers that keep its rows from being changed, found " + triggers
                                + ". Somebody took them away: compare the ledger with a checkpoint that was kept elsewhere.");
        }
    }

    private static long ofSqlite(Database transaction, String table) throws SQLException {
        long found = 0;
        for (var statement : Migrations.statements("0002-append-only.sqlite")) {
            var sql = statement.substring(statement.indexOf("CREATE TRIGGER"));
            if (sql.startsWith("CREATE TRIGGER " + table + "_"))
                found += transaction.number(
                        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND sql = ?", sql);
        }
        return found;
    }
}
