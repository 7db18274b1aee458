package org.newsbag.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.newsbag.json.JsonObject;

/**
 * Which files a sampling check reads: chosen by chance, and yet everybody who knows the seed chooses the same.
 *
 * @param perMille how many of a thousand
 * @param seed drawn anew for each run
 */
public record Sample(int perMille, String seed) {
    /** Whether the file is in the sample: by the first four bytes of SHA-256 over seed, a colon and path, as a number, modulo a thousand. */
    public boolean has(String path) {
        var hash = Sha256.of((seed + ":" + path).getBytes(StandardCharsets.UTF_8));
        return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), 1000) < perMille;
    }

    JsonObject toJson() {
        return JsonObject.builder().put("perMille", perMille).put("seed", seed).build();
    }

    /** @throws IllegalArgumentException where it is none */
    static Sample read(JsonObject json) {
        if (json.get("perMille").orElse(null) instanceof Number number)
            return new Sample(number.intValue(), json.string("seed").orElse(""));
        throw new IllegalArgumentException("a sample without a size");
    }
}
