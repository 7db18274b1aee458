package org.newsbag.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.newsbag.fixity.Algorithm;
import org.newsbag.json.JsonObject;

/**
 * A bag that was validated and is to be registered.
 *
 * @param files all that are in it, in the order of their paths, under one algorithm
 * @param partBytes where a part has so many bytes, the next begins
 * @param reason why an invalid bag is taken in
 * @param by who takes it in
 */
public record Registration(
        String location,
        String form,
        OptionalLong copyOf,
        Algorithm algorithm,
        List<KnownFile> files,
        long partBytes,
        String store,
        JsonObject judged,
        Instant began,
        Optional<String> reason,
        Optional<String> by) {}
