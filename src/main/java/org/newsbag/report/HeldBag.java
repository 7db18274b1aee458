package org.newsbag.report;

import java.time.Instant;
import java.util.Optional;

/**
 * A bag that is held.
 *
 * @param copyOf the location of the bag of which it is a copy
 * @param verified when its least recently verified part was verified; empty where that never was
 * @param state {@code intact}, {@code failing}, {@code overdue} or {@code unverified}
 */
public record HeldBag(
        long id,
        String location,
        Optional<String> copyOf,
        long files,
        long bytes,
        Optional<Instant> verified,
        String state) {}
