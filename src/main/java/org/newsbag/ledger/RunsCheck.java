package org.newsbag.ledger;

import static org.newsbag.finding.FindingCode.LEDGER_RUN_UNFINISHED;
import static org.newsbag.finding.FindingCode.LEDGER_RUN_UNFOUNDED;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.newsbag.finding.Findings;

/** Follows the runs along the chain: what the end of each says is what its checks come to. */
final class RunsCheck {
    private final Findings findings;
    private final Map<String, UnderWay> runs = new LinkedHashMap<>();

    /** A run that has begun. */
    private static final class UnderWay {
        final long start;
        final MerkleRoot checks = new MerkleRoot();
        final Set<Long> bags = new HashSet<>();
        final Set<Long> failing = new HashSet<>();
        long intact;

        UnderWay(long start) {
            this.start = start;
        }
    }

    RunsCheck(Findings findings) {
        this.findings = findings;
    }

    /** @throws IllegalArgumentException where the event lacks what its kind has */
    void take(EventKind kind, long seq, Members members, String hash) {
        switch (kind) {
            case RUN_START -> start(seq, members);
            case CHECK -> check(seq, members, hash);
            case RUN_END -> end(seq, members);
            default -> {
                // of no run
            }
        }
    }

    private void start(long seq, Members members) {
        if (members.number("limitSeconds") <= 0)
            unfounded(seq, "limitSeconds expected more than 0, found " + members.number("limitSeconds"));
        if (runs.put(members.text("run"), new UnderWay(seq)) != null)
            unfounded(seq, "the run " + members.text("run") + " had begun before");
    }

    private void check(long seq, Members members, String hash) {
        var name = members.body().string("run");
        if (name.isEmpty()) return;
        var run = runs.get(name.get());
        if (run == null) {
            unfounded(seq, "the run " + name.get() + " had not begun, or had ended");
            return;
        }
        run.checks.add(HashTree.leaf(hash));
        run.bags.add(members.number("bag"));
        run.intact += members.number("intact");
        if (!members.text("outcome").equals(Outcome.INTACT.id())) run.failing.add(members.number("bag"));
    }

    private void end(long seq, Members members) {
        var run = runs.remove(members.text("run"));
        if (run == null) {
            unfounded(seq, "the run " + members.text("run") + " had not begun, or had ended");
            return;
        }
        compare(seq, members, "checks", run.checks.size());
        compare(seq, members, "parts", run.checks.size());
        compare(seq, members, "bags", run.bags.size());
        compare(seq, members, "intact", run.intact);
        compare(seq, members, "failing", run.failing.size());
        if (!members.text("checksRoot").equals(run.checks.hex()))
            unfounded(seq, "checksRoot expected " + run.checks.hex() + ", found " + members.text("checksRoot"));
    }

    private void compare(long seq, Members members, String member, long expected) {
        if (members.number(member) != expected)
            unfounded(seq, member + " expected " + expected + ", found " + members.number(member));
    }

    private void unfounded(long seq, String why) {
        findings.add(
                LEDGER_RUN_UNFOUNDED,
                "event " + seq,
                "What it says of a run does not follow from the events before it: " + why + ".");
    }

    /** Names those that have not ended. */
    void finish() {
        runs.forEach((run, underWay) -> findings.add(
                LEDGER_RUN_UNFINISHED,
                "event " + underWay.start,
                "The run " + run + " began and has not ended: it was broken off, or goes on now."));
    }
}
