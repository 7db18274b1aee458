package org.newsbag.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One run of the audit.
 *
 * @param took empty where the run never ended: it was killed, or is under way
 * @param bags that it checked, wholly or in part
 * @param files that it verified intact
 * @param bytes that it read
 * @param failing how many bags failed in it
 */
public record RunSummary(
        String run, Instant began, Optional<Duration> took, long bags, long files, long bytes, long failing) {
    /** Bytes a second; empty where the run never ended. */
    OptionalDouble rate() {
        return took.map(time -> OptionalDouble.of(bytes / (Math.max(1, time.toMillis()) / 1000.0)))
                .orElse(OptionalDouble.empty());
    }
}
