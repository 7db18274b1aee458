package org.newsbag.ledger;

import java.util.Optional;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

/**
 * A file that a check did not find intact.
 *
 * @param expected the checksum that the ledger expects, such as {@code sha256:9c...}
 * @param found the checksum that was found, where the file could be read
 * @param detail in words
 */
public record FileFailure(
        String path, Outcome outcome, Optional<String> expected, Optional<String> found, String detail) {
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("path", path)
                .put("outcome", outcome.id())
                .put("expected", expected)
                .put("found", found)
                .put("detail", detail)
                .build();
    }

    /** @throws IllegalArgumentException where it is none */
    public static FileFailure read(JsonObject json) {
        return new FileFailure(
                json.string("path").orElseThrow(() -> new IllegalArgumentException("a failure without a path")),
                json.string("outcome")
                        .flatMap(Outcome::named)
                        .orElseThrow(() -> new IllegalArgumentException("a failure without an outcome")),
                json.string("expected"),
                json.string("found"),
                json.string("detail").orElse(""));
    }

    String text() {
        return Json.canonical(toJson());
    }
}
