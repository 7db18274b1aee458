package org.newsbag.audit;

import java.time.Duration;
import java.util.List;
import org.newsbag.ledger.Contradiction;
import org.newsbag.report.Standing;

/**
 * What a run came to.
 *
 * @param run its identifier
 * @param isComplete whether every part was looked at; else time or bytes were spent before, another run has parts in hand, or the ledger contradicts itself
 * @param underWay how many parts another run had in hand at the end
 * @param parts how many were checked
 * @param bags in how many bags
 * @param files how many were found intact
 * @param bytes that were read
 * @param failing how many bags failed
 * @param clockBehind how far the clock was behind the last event when the run began; nothing is judged overdue by such a clock
 * @param contradictions in the ledger when the run began; their bags were left out
 * @param standing of the whole ledger afterwards
 */
public record RunResult(
        String run,
        boolean isComplete,
        long underWay,
        long parts,
        long bags,
        long files,
        long bytes,
        long failing,
        Duration took,
        Duration clockBehind,
        List<Contradiction> contradictions,
        Standing standing) {
    public RunResult {
        contradictions = List.copyOf(contradictions);
    }

    /** Whether all is as it should be: nothing overdue, nothing failing, in the whole ledger. */
    public boolean isKept() {
        return failing == 0 && standing.isKept() && clockBehind.isZero();
    }
}
