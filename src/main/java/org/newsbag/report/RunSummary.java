package org.newsbag.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
        String run, Instant began, Optional<Duration> took, long bags, long files, long bytes, long failing) {}
