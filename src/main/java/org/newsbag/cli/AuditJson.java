package org.newsbag.cli;

import java.util.List;
import java.util.Optional;
import org.newsbag.audit.PartResult;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Contradiction;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.report.InvariantLine;
import org.newsbag.report.Standing;

/** What the commands of {@code newsbag audit} have in common in their documents: docs/schema/audit.schema.json. */
final class AuditJson {
    /** A list holds no more; the ledger holds all. */
    private static final int MOST = 1000;

    private AuditJson() {}

    static JsonObject.Builder put(JsonObject.Builder json, RegisteredBag bag) {
        return json.put("id", bag.id())
                .put("location", bag.location())
                .put("form", bag.form())
                .put(
                        "copyOf",
                        bag.copyOf().isPresent() ? Optional.of(bag.copyOf().getAsLong()) : Optional.empty())
                .put("algorithm", bag.algorithm().name())
                .put("files", bag.files())
                .put("bytes", bag.bytes());
    }

    static List<JsonObject> failures(List<FileFailure> failures) {
        return failures.stream().limit(MOST).map(FileFailure::toJson).toList();
    }

    static List<JsonObject> contradictions(List<Contradiction> contradictions) {
        return contradictions.stream()
                .limit(MOST)
                .map(contradiction -> JsonObject.builder()
                        .put("id", contradiction.bag())
                        .put("location", contradiction.location())
                        .put("what", contradiction.what())
                        .build())
                .toList();
    }

    static JsonObject of(PartResult result) {
        var counts = JsonObject.builder();
        result.counts().forEach((outcome, count) -> counts.put(outcome.id(), count));
        return JsonObject.builder()
                .put("id", result.bag().id())
                .put("location", result.bag().location())
                .put("part", result.part().number())
                .put("outcome", result.outcome().id())
                .put("whole", result.isWhole())
                .put("resumed", result.isResumed())
                .put("intact", result.intact().files())
                .put("bytes", result.intact().bytes())
                .put("failed", counts.build())
                .put("remark", result.remark())
                .put("failures", failures(result.failures()))
                .build();
    }

    static JsonObject.Builder put(JsonObject.Builder json, Standing standing) {
        return json.put("invariant", InvariantLine.of(standing))
                .put("kept", standing.isKept())
                .put("bags", standing.bags())
                .put("copies", standing.copies())
                .put("files", standing.files())
                .put("bytes", standing.bytes())
                .put("oldestVerified", standing.oldest().map(Object::toString))
                .put("limitSeconds", standing.limit().toSeconds())
                .put("overdue", standing.overdue())
                .put("failing", standing.failing())
                .put("contradicted", standing.contradicted())
                .put("clockBehindSeconds", standing.clockBehind().toSeconds());
    }

    /** An event as it stands in the ledger, with its hash. */
    static JsonObject of(Event event) {
        return JsonObject.builder()
                .put("hash", event.hash())
                .put("event", event.body())
                .build();
    }
}
