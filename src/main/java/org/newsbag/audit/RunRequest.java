package org.newsbag.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a run is to do.
 *
 * @param bags the only bags to check; all, where it is empty
 * @param limit within which every bag is to be verified
 * @param time after which no further file is begun
 * @param bytes after which no further file is begun
 * @param rate in bytes a second
 * @param perMille how many of a thousand files are read
 * @param jobs how many files are read at once
 */
public record RunRequest(
        List<Long> bags,
        Duration limit,
        Optional<Duration> time,
        OptionalLong bytes,
        OptionalLong rate,
        OptionalInt perMille,
        int jobs) {
    public RunRequest {
        bags = List.copyOf(bags);
    }
}
