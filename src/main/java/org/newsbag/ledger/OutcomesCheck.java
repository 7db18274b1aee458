package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_CHECK_UNFOUNDED;
import static org.newsbag.finding.FindingCode.LEDGER_FAILURES_ALTERED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.finding.Findings;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/** Holds what each check of a bag says against its failures, what was expected, and where the bag was. */
final class OutcomesCheck {
    private final Database database;
    private final Findings findings;
    private final Projection bag;
    private final Map<Long, List<IntactFiles>> baselines;

    /** @param baselines what each part comes to after each event that changed what is expected */
    OutcomesCheck(Database database, Findings findings, Projection bag, Map<Long, List<IntactFiles>> baselines) {
        this.database = database;
        this.findings = findings;
        this.bag = bag;
        this.baselines = baselines;
    }

    void run() throws SQLException, IOException {
        for (var event : bag.checks()) check(event);
    }

    /** What a check says is intact are the files that were expected then, but for those that failed and those that were not chosen. */
    private void check(Event event) throws SQLException, IOException {
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
                : without(part, baseline, failures, sample);
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

    private IntactFiles without(int part, long baseline, List<FileFailure> failures, Optional<Sample> sample)
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
}
