package org.newsbag.ledger;

import java.util.HexFormat;
import java.util.Optional;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.json.MalformedJson;

/**
 * Shows to someone who has only a checkpoint that a file was found intact by a certain check (docs/ledger.md, proofs).
 *
 * @param file as it was verified
 * @param leaf the way from the file to the root in the event
 * @param part which part's root of a registration is meant; 0 for a check, which has one root
 * @param event the canonical text of the check or the registration
 * @param log the way from the event to the root of the checkpoint
 */
public record FileProof(
        KnownFile file, MerklePath leaf, int part, String event, MerklePath log, Checkpoint checkpoint) {
    private static final String KEY = "newsbagProof";

    public JsonObject toJson() {
        return JsonObject.builder()
                .put(KEY, 1)
                .put("path", file.path())
                .put("bytes", file.bytes())
                .put("algorithm", file.checksum().algorithm().name())
                .put("checksum", file.checksum().hex())
                .put("leaf", leaf.toJson())
                .put("part", part)
                .put("event", event)
                .put("log", log.toJson())
                .put("checkpoint", checkpoint.toString())
                .build();
    }

    /** @throws IllegalArgumentException where it is none */
    public static FileProof read(JsonObject json) {
        try {
            return readExactly(json);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a number that is too large", e);
        }
    }

    private static FileProof readExactly(JsonObject json) {
        var members = new Members(json);
        if (json.get(KEY).isEmpty() || members.number(KEY) != 1)
            throw new IllegalArgumentException("it is no proof of newsbag's, or one of a newer form");
        var algorithm = Algorithm.computable(members.text("algorithm"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown algorithm " + json.string("algorithm").orElse("")));
        return new FileProof(
                new KnownFile(
                        members.text("path"),
                        members.number("bytes"),
                        Checksum.parse(algorithm, members.text("checksum"))),
                MerklePath.read(members.object("leaf")),
                Math.toIntExact(members.number("part")),
                members.text("event"),
                MerklePath.read(members.object("log")),
                Checkpoint.parse(members.text("checkpoint")));
    }

    /** What is wrong with the proof; empty where it holds. */
    public Optional<String> flaw() {
        JsonObject body;
        try {
            if (!(Json.parse(event) instanceof JsonObject object)) return Optional.of("its event is no JSON object");
            body = object;
        } catch (MalformedJson e) {
            return Optional.of("its event is no JSON");
        }
        var root = root(body);
        if (root.isEmpty()) return Optional.of("its event has no root of a Merkle tree");
        if (!root.get().equals(HexFormat.of().formatHex(leaf.root(file.leaf()))))
            return Optional.of(
                    "the file's leaf does not lead to the root in the event: the file was not among those found intact");
        if (leafCount(body) != leaf.size())
            return Optional.of("the tree in its event has another size than the way from the file says");
        if (!(body.get("seq").orElse(null) instanceof Number seq) || seq.longValue() != log.index() + 1)
            return Optional.of("its event is not the one at that place of the log");
        if (log.size() != checkpoint.size()
                || !checkpoint.root().equals(HexFormat.of().formatHex(log.root(HashTree.leaf(Sha256.hex(event))))))
            return Optional.of("its event does not lead to the root of the checkpoint");
        return Optional.empty();
    }

    private Optional<String> root(JsonObject body) {
        if (body.string("kind").filter(EventKind.CHECK.id()::equals).isPresent() && part == 0)
            return body.string("root");
        var parts = body.objects("parts");
        boolean isRegistration =
                body.string("kind").filter(EventKind.REGISTER.id()::equals).isPresent();
        return isRegistration && part >= 1 && part <= parts.size()
                ? parts.get(part - 1).string("root")
                : Optional.empty();
    }

    private long leafCount(JsonObject body) {
        var of = part == 0 ? body : body.objects("parts").get(part - 1);
        return of.get(part == 0 ? "intact" : "files").orElse(0L) instanceof Number number ? number.longValue() : 0;
    }

    /** When the check began that found the file intact. */
    public String verified() {
        return ((JsonObject) Json.parse(event)).string("began").orElse("");
    }

    /** Where the bag was then. */
    public String location() {
        return ((JsonObject) Json.parse(event)).string("location").orElse("");
    }
}
