package org.newsbag.audit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.ledger.CheckRecord;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.ledger.Sample;
import org.newsbag.validation.Judgement;

/**
 * What came of the check of one part.
 *
 * @param outcome of the part as a whole
 * @param isWhole whether something is said of every file of the part
 * @param isRead whether every file that is there was read
 * @param isResumed whether an earlier check that did not end had read some of them
 * @param differences in the order of their paths
 * @param judgement of the bag by its own manifests; empty where it could not be looked at
 * @param remark a sentence on the bag as a whole
 */
public record PartResult(
        RegisteredBag bag,
        Part part,
        Instant began,
        Outcome outcome,
        boolean isWhole,
        boolean isRead,
        boolean isResumed,
        IntactFiles intact,
        List<Difference> differences,
        Optional<Judgement> judgement,
        Optional<Sample> sample,
        Optional<String> remark) {
    public PartResult {
        differences = List.copyOf(differences);
    }

    static PartResult absent(RegisteredBag bag, Part part, Instant began, BagPlace.Absence absence) {
        return ofBag(bag, part, began, absence.outcome(), Optional.empty(), absence.reason());
    }

    static PartResult ofBag(
            RegisteredBag bag,
            Part part,
            Instant began,
            Outcome outcome,
            Optional<Judgement> judgement,
            String remark) {
        return new PartResult(
                bag,
                part,
                began,
                outcome,
                false,
                false,
                false,
                IntactFiles.NONE,
                List.of(),
                judgement,
                Optional.empty(),
                Optional.of(remark));
    }

    public boolean isFailing() {
        return outcome != Outcome.INTACT;
    }

    /** How many files came out how, but for the intact ones. */
    public Map<Outcome, Long> counts() {
        var counts = new EnumMap<Outcome, Long>(Outcome.class);
        for (var difference : differences) counts.merge(difference.failure().outcome(), 1L, Long::sum);
        return counts;
    }

    public List<FileFailure> failures() {
        return differences.stream().map(Difference::failure).toList();
    }

    CheckRecord toRecord(Optional<String> run) {
        return new CheckRecord(
                bag.id(),
                part.number(),
                bag.baseline(),
                run,
                began,
                outcome,
                isWhole,
                isRead,
                isResumed,
                intact,
                counts(),
                failures(),
                sample,
                remark);
    }
}
