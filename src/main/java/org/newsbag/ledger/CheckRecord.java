package org.newsbag.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.json.JsonObject;

/**
 * What a check of one part found, to be recorded.
 *
 * @param baseline the event that said what was expected
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
        long baseline,
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

    /** The same check, of which another event said what was expected. */
    CheckRecord against(long event) {
        return new CheckRecord(
                bag, part, event, run, began, outcome, isWhole, isRead, isResumed, intact, counts, failures, sample,
                remark);
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
                .put("baseline", baseline)
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
        for (var failure : failures) root.add(Sha256.leaf(failure.text().getBytes(StandardCharsets.UTF_8)));
        return root.hex();
    }
}
