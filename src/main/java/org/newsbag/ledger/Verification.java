package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_DAMAGED;
import static org.newsbag.finding.FindingCode.LEDGER_TRIGGER_MISSING;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.newsbag.finding.Findings;

/**
 * Verifies a ledger: that its events are the ones that were chained, that the rows which they vouch for are the ones that were written, and that what is said to
 * follow from them does. Against a rewriting of all of it only a checkpoint helps that was kept elsewhere.
 */
public final class Verification {
    private static final List<String> HISTORY = List.of("event", "baseline", "failure");

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
     * @throws IOException where the ledger cannot be read at all
     */
    public Result run(List<Checkpoint> kept, Findings findings) throws IOException {
        return ledger.read(transaction -> {
            database(transaction, findings);
            triggers(transaction, findings);
            var chain = new ChainCheck(findings);
            var head = chain.run(transaction, kept);
            var holdings = new HoldingsCheck(transaction, findings);
            holdings.run();
            return new Result(chain.events(), holdings.bags(), holdings.files(), head);
        });
    }

    /** SQLite looks through its own pages. A server does so itself. */
    private static void database(Database transaction, Findings findings) throws SQLException, IOException {
        if (transaction.dialect() != Dialect.SQLITE) return;
        transaction.each(
                row -> {
                    if (!"ok".equals(row.getString(1)))
                        findings.add(
                                LEDGER_DAMAGED,
                                "",
                                "SQLite says: " + row.getString(1)
                                        + ". Keep the file as it is, and compare it with its last copy.");
                },
                "PRAGMA integrity_check(20)");
    }

    private static void triggers(Database transaction, Findings findings) throws SQLException, IOException {
        for (var table : HISTORY) {
            long triggers = transaction.dialect() == Dialect.SQLITE
                    ? transaction.number(
                            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", table)
                    : transaction.number(
                            "SELECT count(*) FROM pg_trigger WHERE tgrelid = to_regclass(?) AND NOT tgisinternal AND tgenabled IN ('O', 'A')",
                            table);
            int expected = transaction.dialect() == Dialect.SQLITE ? 3 : 2;
            if (triggers < expected)
                findings.add(
                        LEDGER_TRIGGER_MISSING,
                        "table " + table,
                        "expected " + expected + " triggers that keep its rows from being changed, found " + triggers
                                + ". Somebody took them away: compare the ledger with a checkpoint that was kept elsewhere.");
        }
    }
}
