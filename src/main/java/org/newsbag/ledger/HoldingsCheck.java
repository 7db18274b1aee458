package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_BASELINE_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_CHECK_UNFOUNDED;
import static org.newsbag.finding.FindingCode.LEDGER_EVENT_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_FAILURES_ALTERED;
import static org.newsbag.finding.FindingCode.LEDGER_STATE_DIFFERS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Checksum;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/** Goes through the bags one by one: what is expected of them, what was found, and what state they are in follows from their events. */
final class HoldingsCheck {
    private final Database database;
    private final Findings findings;
    private long bags;
    private long files;

    HoldingsCheck(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    long bags() {
        return bags;
    }

    long files() {
        return files;
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
            Map<Long, List<IntactFiles>> baselines;
            try {
                baselines = baselines(projection);
            } catch (IllegalArgumentException e) {
                findings.add(
                        LEDGER_BASELINE_ALTERED,
                        "bag " + id,
                        "A row of the table baseline is none that newsbag writes: " + e.getMessage() + ".");
                state(projection);
                return;
            }
            for (var event : projection.checks()) check(projection, baselines, event);
            state(projection);
        } catch (IllegalArgumentException | DateTimeException | ClassCastException | MalformedJson e) {
            findings.add(
                    LEDGER_EVENT_ALTERED,
                    "bag " + id,
                    "Its events are not what newsbag writes: " + e.getMessage() + ".");
        }
    }

    /** The roots of all parts after each event that changed what is expected, from the rows themselves. */
    private Map<Long, List<IntactFiles>> baselines(Projection bag) throws SQLException, IOException {
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

    /** What a check says is intact are the files that were expected then, but for those that failed and those that were not chosen. */
    private void check(Projection bag, Map<Long, List<IntactFiles>> baselines, Event event)
            throws SQLException, IOException {
        var members = Members.of(event);
        var failures = failures(event, members);
        long baseline = members.number("baseline");
        int part = (int) members.number("part");
        var expected = baselines.get(baseline);
        if (expected == null || part < 1 || part > expected.size()) {
            unfounded(event, "it names part " + part + " and event " + baseline + ", which said nothing of that part");
            return;
        }
        if (baseline != bag.baselineBefore(event))
            unfounded(
                    event,
                    "it compares with event " + baseline + ", and event " + bag.baselineBefore(event)
                            + " had said what is expected");
        if (!members.text("location").equals(bag.locationBefore(event)))
            unfounded(
                    event,
                    "it looked at " + members.text("location") + ", and the bag was at " + bag.locationBefore(event));
        outcome(event, members, failures);
        var sample = members.body().object("sample").map(Sample::read);
        if (!members.flag("whole") && (sample.isEmpty() || members.number("intact") == 0)) {
            notWhole(event, members, expected.get(part - 1).files() - failures.size());
            return;
        }
        var intact = failures.isEmpty() && sample.isEmpty()
                ? expected.get(part - 1)
                : without(bag, part, baseline, failures, sample);
        var said = new IntactFiles(members.number("intact"), members.number("bytes"), members.text("root"));
        if (!intact.equals(said)) unfounded(event, "the intact files expected " + intact + ", found " + said);
    }

    /** The outcome is the gravest of the failures, or one of the bag as a whole; how many there are of each is told. */
    private void outcome(Event event, Members members, List<FileFailure> failures) {
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        for (var failure : failures) counts.merge(failure.outcome(), 1L, Long::sum);
        var failed = JsonObject.builder();
        counts.forEach((outcome, count) -> failed.put(outcome.id(), count));
        if (!Json.canonical(failed.build()).equals(Json.canonical(members.object("failed"))))
            unfounded(event, "its failures come to " + counts + ", and it says " + members.object("failed"));
        var said = Outcome.named(members.text("outcome"));
        boolean isOfBag = said.filter(Outcome::isOfBag).isPresent()
                || said.equals(Optional.of(Outcome.ALTERED))
                        && members.body().string("remark").isPresent();
        if (!isOfBag && !said.equals(Optional.of(Outcome.gravest(counts.keySet()))))
            unfounded(
                    event,
                    "its outcome is " + members.text("outcome") + ", and the gravest of its failures "
                            + Outcome.gravest(counts.keySet()).id());
    }

    /** Which files were read of those that a check was to read, nothing says where it did not read them all. */
    private void notWhole(Event event, Members members, long most) {
        long intact = members.number("intact");
        boolean isNone =
                new IntactFiles(intact, members.number("bytes"), members.text("root")).equals(IntactFiles.NONE);
        if (intact == 0 ? !isNone : intact > most)
            unfounded(event, "it says that " + intact + " files are intact, and at most " + most + " can be");
    }

    private List<FileFailure> failures(Event event, Members members) throws SQLException, IOException {
        var failures = new ArrayList<FileFailure>();
        var root = new MerkleRoot();
        database.each(
                row -> {
                    var failure = Failures.read(Column.text(row, 1));
                    failures.add(failure);
                    if (!failure.path().equals(new String(Column.bytes(row, 2), StandardCharsets.UTF_8)))
                        findings.add(
                                LEDGER_FAILURES_ALTERED,
                                "event " + event.seq(),
                                failure.path() + ": its column path is another than its text says.");
                    root.add(Sha256.leaf(Column.text(row, 1).getBytes(StandardCharsets.UTF_8)));
                },
                "SELECT body, path FROM failure WHERE event = ? ORDER BY path",
                event.seq());
        if (root.size() != members.number("failures") || !root.hex().equals(members.text("failuresRoot")))
            findings.add(
                    LEDGER_FAILURES_ALTERED,
                    "event " + event.seq(),
                    "expected " + members.number("failures") + " failures with the root "
                            + members.text("failuresRoot") + ", found " + root.size() + " with " + root.hex()
                            + ": rows of the table failure were changed, added or taken away.");
        return failures;
    }

    private IntactFiles without(
            Projection bag, int part, long baseline, List<FileFailure> failures, Optional<Sample> sample)
            throws SQLException, IOException {
        var failed = new HashSet<String>();
        for (var failure : failures) failed.add(failure.path());
        var intact = new IntactFiles.Gathering();
        Rows.expected(database, bag.id(), bag.algorithm(), bag.ranges().get(part - 1), baseline, file -> {
            if (!failed.contains(file.path())
                    && (sample.isEmpty() || sample.get().has(file.path()))) intact.add(file);
        });
        return intact.done();
    }

    private void unfounded(Event event, String why) {
        findings.add(
                LEDGER_CHECK_UNFOUNDED,
                "event " + event.seq(),
                "What the check says does not follow from the ledger: " + why + ".");
    }

    /** The rows that answer questions at once are those that follow from the events. */
    private void state(Projection bag) throws SQLException, IOException {
        var row = Rows.bag(database, bag.id());
        if (row.isEmpty() || !bag.row().equals(row.get()))
            differs(
                    bag,
                    "the bag",
                    said(bag.row(), row),
                    row.map(found -> said(found, Optional.of(bag.row()))).orElse("nothing"));
        var parts = Rows.parts(database, "WHERE bag = ? ORDER BY number", bag.id());
        if (!bag.parts().equals(parts)) differs(bag, "its parts", said(bag.parts()), said(parts));
    }

    /** What one says of a bag and the other does not. */
    private static String said(RegisteredBag bag, Optional<RegisteredBag> other) {
        var those = other.map(HoldingsCheck::members).orElse(Map.of());
        var said = new ArrayList<String>();
        members(bag).forEach((name, value) -> {
            if (!value.equals(those.get(name))) said.add(name + " " + value);
        });
        return String.join(", ", said);
    }

    private static Map<String, String> members(RegisteredBag bag) {
        var members = new LinkedHashMap<String, String>();
        members.put("location", bag.location());
        members.put("form", bag.form());
        members.put(
                "copy_of",
                bag.copyOf().isPresent() ? String.valueOf(bag.copyOf().getAsLong()) : "none");
        members.put("algorithm", bag.algorithm().name());
        members.put("baseline", String.valueOf(bag.baseline()));
        members.put("registered", String.valueOf(bag.registered()));
        members.put("files", String.valueOf(bag.files()));
        members.put("bytes", String.valueOf(bag.bytes()));
        members.put("root", bag.root());
        members.put("store", bag.store());
        members.put("judged", Json.canonical(bag.judged()));
        return members;
    }

    private static String said(List<Part> parts) {
        return parts.stream()
                .map(part -> part.number() + ": from \"" + part.range().first() + "\", " + part.files() + " files, "
                        + part.bytes() + " bytes, " + part.state().outcome().id() + " by event "
                        + part.state().event()
                        + ", verified " + part.state().verified() + ", failing since event "
                        + part.state().failingSince()
                        + " in " + part.state().failingChecks() + " checks")
                .collect(Collectors.joining("; "));
    }

    private void differs(Projection bag, String what, Object expected, Object found) {
        findings.add(
                LEDGER_STATE_DIFFERS,
                "bag " + bag.id(),
                "Of " + what + " the events say " + expected + ", and the table says " + found + ".");
    }
}
