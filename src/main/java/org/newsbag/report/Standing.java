package org.newsbag.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the promise is kept that every bag is verified at least once in a span of time.
 *
 * @param bags how many are registered, copies included
 * @param copies how many of them are copies of another
 * @param bytes of all their files
 * @param oldest the earliest moment at which some part of some bag was last verified; empty where nothing is registered, or something was never verified
 * @param never how many bags have a part that was never verified
 * @param limit within which every bag is to be verified
 * @param overdue how many bags have a part that was not
 * @param failing how many bags failed their last check
 * @param contradicted of how many bags the ledger says another thing than its history: they are not audited until that is put right
 * @param clockBehind how far the clock is behind the last event: then no age can be trusted; nothing where it is not
 * @param now the moment at which all this holds
 */
public record Standing(
        long bags,
        long copies,
        long files,
        long bytes,
        Optional<Instant> oldest,
        long never,
        Duration limit,
        long overdue,
        long failing,
        long contradicted,
        Duration clockBehind,
        Instant now) {
    /** By a ledger that is sound and a clock that is right. */
    public Standing(
            long bags,
            long copies,
            long files,
            long bytes,
            Optional<Instant> oldest,
            long never,
            Duration limit,
            long overdue,
            long failing,
            Instant now) {
        this(bags, copies, files, bytes, oldest, never, limit, overdue, failing, 0, Duration.ZERO, now);
    }

    /** Whether nothing is overdue and nothing failing, by a ledger and a clock that can be trusted. */
    public boolean isKept() {
        return overdue == 0 && failing == 0 && contradicted == 0 && clockBehind.isZero();
    }
}
