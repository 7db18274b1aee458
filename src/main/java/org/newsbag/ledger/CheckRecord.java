package org.newsbag.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.json.JsonObject;

/**
 * What a check of one part found, to be recorded.
 *
 * @param run in which it was checked; empty where it was no run
 * @param began when the first byte of it was read
 * @param outcome of the part as a whole: {@link Outcome#INTACT}, or the gravest
 * @param isWhole whether it says something of every file of the part
 * @param isRead whether every file that is there was read
 * @param counts how many files came out how, but for the intact ones
 * @param intact the files that were found intact
 * @param failures the others, in the order of their paths
 * @param sample of which files were chosen
 * @param remark a sentence on the bag as a whole
 */
public record CheckRecord(
        long bag,
        int part,
        Optional<String> run,
        Instant began,
        Outcome outcome,
        boolean isWhole,
        boolean isRead,
        boolean isResumed,
        IntactFiles intact,
        Map<Outcome, Long> counts,
        List<FileFailure> failures,
        Optional<Sample> sample,
        Optional<String> remark) {
    public CheckRecord {
        counts = Map.copyOf(counts);
        failures = List.copyOf(failures);
    }

    /** A check that came to no file: the bag as a whole could not be looked at, or is not valid. */
    public static CheckRecord ofBag(
            long bag, int part, Optional<String> run, Instant began, Outcome outcome, String remark) {
        return new CheckRecord(
                bag,
                part,
                run,
                began,
                outcome,
                false,
                false,
                false,
                IntactFiles.NONE,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.of(remark));
    }

    /** The members of the event. */
    JsonObject detail(RegisteredBag bag) {
        var failed = JsonObject.builder();
        for (var outcome : Outcome.values())
            if (counts.containsKey(outcome)) failed.put(outcome.id(), counts.get(outcome));
        return JsonObject.builder()
                .put("bag", this.bag)
                .put("part", part)
                .put("location", bag.location())
                .put("baseline", bag.baseline())
                .put("run", run)
                .put("began", began.toString())
                .put("outcome", outcome.id())
                .put("whole", isWhole)
                .put("read", isRead)
                .put("resumed", isResumed)
                .put("intact", intact.files())
                .put("bytes", intact.bytes())
                .put("root", intact.root())
                .put("failed", failed.build())
                .put("failures", failures.size())
                .put("failuresRoot", failuresRoot())
                .put("sample", sample.map(Sample::toJson))
                .put("remark", remark)
                .build();
    }

    private String failuresRoot() {
        var root = new MerkleRoot();
        for (var failure : failures)
            root.add(Sha256.leaf(failure.text().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return root.hex();
    }
}
