package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_BASELINE_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_EVENT_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_FAILURES_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_STATE_DIFFERS;

import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.newsbag.finding.Findings;
import org.newsbag.json.MalformedJson;

/** Goes through the bags one by one: what is expected of them, what was found, and what state they are in follows from their events. */
final class HoldingsCheck {
    private final Database database;
    private final Findings findings;
    private final BaselinesCheck baselines;
    private long bags;

    HoldingsCheck(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
        baselines = new BaselinesCheck(database, findings);
    }

    long bags() {
        return bags;
    }

    long files() {
        return baselines.files();
    }

    void run() throws SQLException, IOException {
        var ids = new TreeSet<Long>();
        for (var table :
                List.of("bag FROM event WHERE bag IS NOT NULL", "id FROM bag", "bag FROM part", "bag FROM baseline"))
            database.each(row -> ids.add(row.getLong(1)), "SELECT DISTINCT " + table);
        for (long id : ids) bag(id);
        strayFailures();
    }

    private void strayFailures() throws SQLException, IOException {
        database.each(
                row -> findings.add(
                        LEDGER_FAILURES_ALTERED,
                        "event " + row.getLong(1),
                        "The ledger holds failures of this event, and no check of this number: it was taken away or changed."),
                "SELECT DISTINCT event FROM failure WHERE event NOT IN (SELECT seq FROM event WHERE kind = 'check')");
    }

    private void bag(long id) throws SQLException, IOException {
        bags++;
        try {
            var projection = Projection.of(database, id);
            if (projection.isEmpty()) {
                findings.add(
                        LEDGER_STATE_DIFFERS, "bag " + id, "There are rows of this bag, and no event registered it.");
                return;
            }
            expectations(projection);
            new StateCheck(database, findings).run(projection);
        } catch (IllegalArgumentException | DateTimeException | ClassCastException | MalformedJson e) {
            findings.add(
                    LEDGER_EVENT_ALTERED,
                    "bag " + id,
                    "Its events are not what newsbag writes: " + e.getMessage() + ".");
        }
    }

    /** A checksum that is none ends this for the bag: what its checks compared with is then not known. */
    private void expectations(Projection bag) throws SQLException, IOException {
        Map<Long, List<IntactFiles>> expected;
        try {
            expected = baselines.run(bag);
        } catch (IllegalArgumentException e) {
            findings.add(
                    LEDGER_BASELINE_ALTERED,
                    "bag " + bag.id(),
                    "A row of the table baseline is none that newsbag writes: " + e.getMessage() + ".");
            return;
        }
        new OutcomesCheck(database, findings, bag, expected).run();
    }
}
