package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_CHAIN_BROKEN;
import static org.newsbag.finding.FindingCode.LEDGER_CUT_OFF;
import static org.newsbag.finding.FindingCode.LEDGER_EVENT_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_EVENT_MISSING;
import static org.newsbag.finding.FindingCode.LEDGER_HEAD_DIFFERS;
import static org.newsbag.finding.FindingCode.LEDGER_REPLACED;
import static org.newsbag.finding.FindingCode.LEDGER_REWRITTEN;
import static org.newsbag.finding.FindingCode.LEDGER_TIME_BACK;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/** Goes along the chain of events: each is what its hash says, none is missing, and the kept checkpoints are true. */
final class ChainCheck {
    private static final String RESTORE =
            " Compare the ledger with its last copy, and with a checkpoint kept elsewhere.";

    private final Findings findings;
    private final MerkleRoot root = new MerkleRoot();
    private final RunsCheck runs;
    private long last;
    private String lastHash = Event.NO_EVENT;
    private String identifier = "";
    private String lastAt = "";
    private Instant time = Instant.MIN;

    ChainCheck(Findings findings) {
        this.findings = findings;
        this.runs = new RunsCheck(findings);
    }

    long events() {
        return root.size();
    }

    /** Gives the checkpoint of what is there. */
    Optional<Checkpoint> run(Database database, List<Checkpoint> kept) throws SQLException, IOException {
        database.each(row -> event(row, kept), "SELECT seq, at, kind, bag, body, hash FROM event ORDER BY seq");
        head(database);
        for (var checkpoint : kept) {
            if (!checkpoint.ledger().equals(identifier))
                findings.add(
                        LEDGER_REPLACED,
                        "",
                        "The checkpoint is of the ledger " + checkpoint.ledger() + ", and this is "
                                + (identifier.isEmpty() ? "none that says its name" : identifier)
                                + ": another ledger was put in its place, or the checkpoint is of another.");
            else if (checkpoint.size() > root.size())
                findings.add(
                        LEDGER_CUT_OFF,
                        "",
                        "The checkpoint is of " + checkpoint.size() + " events, and there are " + root.size()
                                + ": the last " + (checkpoint.size() - root.size()) + " were cut off." + RESTORE);
        }
        runs.finish();
        return identifier.isEmpty() || root.size() == 0
                ? Optional.empty()
                : Optional.of(new Checkpoint(identifier, root.size(), root.hex()));
    }

    private void event(ResultSet row, List<Checkpoint> kept) throws SQLException {
        long seq = row.getLong(1);
        var place = "event " + seq;
        if (seq != last + 1)
            findings.add(
                    LEDGER_EVENT_MISSING,
                    place,
                    "expected event " + (last + 1) + ", found " + seq + ": " + (seq - last - 1)
                            + " events were taken away." + RESTORE);
        var text = row.getString(5) == null ? "" : row.getString(5);
        var hash = Sha256.hex(text);
        if (!hash.equals(row.getString(6)))
            findings.add(
                    LEDGER_EVENT_ALTERED,
                    place,
                    "Its hash expected " + row.getString(6) + ", found " + hash + ": its text or its hash was changed."
                            + RESTORE);
        content(row, seq, text, hash, place);
        last = seq;
        lastHash = hash;
        lastAt = row.getString(2);
        root.add(HashTree.leaf(hash));
        for (var checkpoint : kept)
            if (checkpoint.size() == root.size()
                    && checkpoint.ledger().equals(identifier)
                    && !checkpoint.root().equals(root.hex()))
                findings.add(
                        LEDGER_REWRITTEN,
                        place,
                        "The checkpoint of the first " + root.size() + " events expected the root " + checkpoint.root()
                                + ", found " + root.hex() + ": the history up to here is not the one that was."
                                + RESTORE);
    }

    private void content(ResultSet row, long seq, String text, String hash, String place) throws SQLException {
        try {
            var body = (JsonObject) Json.parse(text);
            var members = new Members(body);
            if (!Json.canonical(body).equals(text)) altered(place, "it is not in canonical form");
            if (!members.text("previous").equals(lastHash))
                findings.add(
                        LEDGER_CHAIN_BROKEN,
                        place,
                        "It expected the event before to have the hash " + members.text("previous") + ", found "
                                + lastHash + "." + RESTORE);
            if (members.number("seq") != seq) altered(place, "it says that it is event " + members.number("seq"));
            if (!members.text("kind").equals(row.getString(3))) altered(place, "its column kind is another");
            if (!members.text("at").equals(row.getString(2))) altered(place, "its column at is another");
            long bag = row.getLong(4);
            boolean hasBag = !row.wasNull();
            if (hasBag != body.get("bag").isPresent() || hasBag && members.number("bag") != bag)
                altered(place, "its column bag is another");
            var kind = EventKind.named(members.text("kind"));
            if (kind.isEmpty()) altered(place, "its kind is unknown");
            var at = Instant.parse(members.text("at"));
            if (at.isAfter(Column.LATEST)) altered(place, "its time never was");
            if (at.isBefore(time))
                findings.add(
                        LEDGER_TIME_BACK,
                        place,
                        "Its time " + at + " is before that of the event before, " + time + ".");
            time = at;
            if (seq == 1) identifier = members.text("ledger");
            if (kind.isPresent()) runs.take(kind.get(), seq, members, hash);
        } catch (RuntimeException e) { // whatever a changed text makes of the reading
            if (!(e instanceof IllegalArgumentException
                    || e instanceof DateTimeException
                    || e instanceof ClassCastException
                    || e instanceof MalformedJson)) throw e;
            altered(place, e.getMessage());
        }
    }

    private void altered(String place, String why) {
        findings.add(LEDGER_EVENT_ALTERED, place, "Its text is not what newsbag writes: " + why + "." + RESTORE);
    }

    private void head(Database database) throws SQLException, IOException {
        var found = new ArrayList<String>();
        database.each(
                row -> found.add(
                        row.getLong(2) + " " + row.getString(3) + " " + row.getString(1) + " " + row.getString(4)),
                "SELECT ledger, seq, hash, at FROM head");
        var expected = last + " " + lastHash + " " + identifier + " " + lastAt;
        if (found.size() != 1 || !found.get(0).equals(expected)) {
            long said = found.isEmpty()
                    ? 0
                    : Long.parseLong(found.get(0).substring(0, found.get(0).indexOf(' ')));
            findings.add(
                    said > last ? LEDGER_CUT_OFF : LEDGER_HEAD_DIFFERS,
                    "table head",
                    said > last
                            ? "The ledger says that it has " + said + " events, and the last is " + last
                                    + ": its end was cut off." + RESTORE
                            : "expected event, hash, ledger and time " + expected + ", found " + found + "." + RESTORE);
        }
    }
}
