package org.newsbag.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/**
 * One thing that happened, as it stands in the ledger.
 *
 * @param seq its number, from 1 without gaps
 * @param text its canonical JSON (RFC 8785), which the hash is of; it holds the hash of the event before
 * @param hash SHA-256 of the text's bytes in UTF-8, in hexadecimal
 * @param body the members of the text
 */
public record Event(long seq, Instant at, EventKind kind, OptionalLong bag, String text, String hash, JsonObject body) {
    /** What the first event has for the hash of the one before. */
    static final String NO_EVENT = "0".repeat(64);

    static OptionalLong bag(JsonObject body) {
        return body.get("bag").orElse(null) instanceof Number bag
                ? OptionalLong.of(bag.longValue())
                : OptionalLong.empty();
    }

    /**
     * Whether its hash is that of its text, and its columns say whose and what event it is as its text does.
     *
     * @throws IllegalArgumentException where the text lacks what every event has
     */
    boolean isAsWritten() {
        var members = Members.of(this);
        return hash.equals(Sha256.hex(text))
                && members.number("seq") == seq
                && members.text("kind").equals(kind.id())
                && bag(body).equals(bag);
    }

    /** Makes the event that follows a chain. */
    static Event after(long seq, String previous, Instant at, EventKind kind, JsonObject detail) {
        var body = JsonObject.builder()
                .put("seq", seq)
                .put("at", at.toString())
                .put("kind", kind.id())
                .put("previous", previous);
        for (var key : detail.keys()) put(body, key, detail.get(key).orElseThrow());
        var whole = body.build();
        var text = Json.canonical(whole);
        return new Event(seq, at, kind, bag(detail), text, Sha256.hex(text), whole);
    }

    private static void put(JsonObject.Builder body, String key, Object value) {
        if (value instanceof List<?> items) body.put(key, items);
        else body.put(key, Optional.of(value));
    }
}
