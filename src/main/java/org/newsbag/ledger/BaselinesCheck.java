package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_BASELINE_ALTERED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Checksum;

/** Holds the rows that say what is expected of each file against the events that took them down. */
final class BaselinesCheck {
    private final Database database;
    private final Findings findings;
    private long files;

    BaselinesCheck(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    /** How many rows there were. */
    long files() {
        return files;
    }

    /**
     * What each part of a bag comes to after each event that changed what is expected, as the events say; that the rows say another thing is told.
     *
     * @throws IllegalArgumentException where a row is none that newsbag writes
     */
    Map<Long, List<IntactFiles>> run(Projection bag) throws SQLException, IOException {
        var epochs = bag.baselines();
        var rows = new HashMap<Long, MerkleRoot>();
        var parts = new HashMap<Long, List<IntactFiles.Gathering>>();
        for (var event : epochs) {
            rows.put(event.seq(), new MerkleRoot());
            var gatherings = new ArrayList<IntactFiles.Gathering>();
            for (int i = 0; i < bag.ranges().size(); i++) gatherings.add(new IntactFiles.Gathering());
            parts.put(event.seq(), gatherings);
        }
        var path = new PathRows(bag, parts);
        database.each(
                row -> {
                    files++;
                    long since = row.getLong(2);
                    var name = new String(Column.bytes(row, 1), StandardCharsets.UTF_8);
                    var change = new BaselineChange(
                            name,
                            row.getLong(3) < 0
                                    ? Optional.empty()
                                    : Optional.of(new KnownFile(
                                            name, row.getLong(3), Checksum.of(bag.algorithm(), Column.bytes(row, 4)))));
                    if (rows.containsKey(since)) rows.get(since).add(change.leaf());
                    else
                        findings.add(
                                LEDGER_BASELINE_ALTERED,
                                "bag " + bag.id(),
                                name + ": event " + since
                                        + " is said to have changed what is expected of it, and did not.");
                    path.take(change, since);
                },
                "SELECT path, since, bytes, digest FROM baseline WHERE bag = ? ORDER BY path, since",
                bag.id());
        path.end();
        var vouched = new HashMap<Long, List<IntactFiles>>();
        for (var event : epochs) {
            var members = Members.of(event);
            var expected = event.kind() == EventKind.REGISTER ? members.text("root") : members.text("changesRoot");
            if (!rows.get(event.seq()).hex().equals(expected))
                findings.add(
                        LEDGER_BASELINE_ALTERED,
                        "bag " + bag.id(),
                        "The checksums that event " + event.seq() + " ("
                                + event.kind().id()
                                + ") took down expected the root " + expected + ", found "
                                + rows.get(event.seq()).hex()
                                + ": rows of the table baseline were changed, added or taken away.");
            long changes = event.kind() == EventKind.REGISTER ? members.number("files") : members.number("changes");
            if (rows.get(event.seq()).size() != changes)
                findings.add(
                        LEDGER_BASELINE_ALTERED,
                        "bag " + bag.id(),
                        "Of event " + event.seq() + " (" + event.kind().id() + ") expected " + changes
                                + " rows of the table baseline, found "
                                + rows.get(event.seq()).size() + ".");
            var found = parts.get(event.seq()).stream()
                    .map(IntactFiles.Gathering::done)
                    .toList();
            var said = members.list("parts").stream()
                    .map(part -> new IntactFiles(part.number("files"), part.number("bytes"), part.text("root")))
                    .toList();
            if (!found.equals(said))
                findings.add(
                        LEDGER_BASELINE_ALTERED,
                        "bag " + bag.id(),
                        "What was expected after event " + event.seq() + " expected the parts " + said + ", found "
                                + found + ".");
            vouched.put(event.seq(), said);
        }
        return vouched;
    }

    /** The rows of one path after the other: each holds until the next of its path. */
    private static final class PathRows {
        private final Projection bag;
        private final Map<Long, List<IntactFiles.Gathering>> parts;
        private final List<BaselineChange> changes = new ArrayList<>();
        private final List<Long> sinces = new ArrayList<>();

        PathRows(Projection bag, Map<Long, List<IntactFiles.Gathering>> parts) {
            this.bag = bag;
            this.parts = parts;
        }

        void take(BaselineChange change, long since) {
            if (!changes.isEmpty() && !changes.get(0).path().equals(change.path())) end();
            changes.add(change);
            sinces.add(since);
        }

        void end() {
            if (changes.isEmpty()) return;
            int part = bag.partOf(changes.get(0).path());
            for (var epoch : bag.baselines()) {
                BaselineChange latest = null;
                for (int i = 0; i < changes.size(); i++) if (sinces.get(i) <= epoch.seq()) latest = changes.get(i);
                if (latest != null)
                    latest.file()
                            .ifPresent(file -> parts.get(epoch.seq()).get(part).add(file));
            }
            changes.clear();
            sinces.clear();
        }
    }
}
