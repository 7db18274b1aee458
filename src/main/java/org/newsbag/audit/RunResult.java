package org.newsbag.audit;

import java.time.Duration;
import org.newsbag.ledger.Holdings;

/**
 * What a run came to.
 *
 * @param run its identifier
 * @param isComplete whether every part was looked at; else time or bytes were spent before, or another run has parts in hand
 * @param underWay how many parts another run had in hand at the end
 * @param parts how many were checked
 * @param bags in how many bags
 * @param files how many were found intact
 * @param bytes that were read
 * @param failing how many bags failed
 * @param clockBehind how far the clock was behind the last event when the run began; nothing is judged overdue by such a clock
 * @param totals of the whole ledger afterwards
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
        Holdings.Totals totals) {
    /** Whether all is as it should be: nothing overdue, nothing failing, in the whole ledger. */
    public boolean isKept() {
        return totals.overdue() == 0 && totals.failing() == 0 && clockBehind.isZero();
    }
}
