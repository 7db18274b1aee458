package org.newsbag.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsbag.fixity.Progress;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.LedgerFailure;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.Queue;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.ledger.Sample;
import org.newsbag.store.Serialization;
import org.newsbag.validation.Level;
import org.newsbag.validation.Validator;

/**
 * Checks one part of a bag against what the ledger expects of it, and the bag against its own manifests, in one pass over its bytes. It reads and records nothing
 * but how far it has come.
 */
final class PartCheck {
    /** What was written down of a check before that is read anew. */
    private static final Duration STALE = Duration.ofDays(7);

    /** They are read from their beginning, so one that is begun is read to its end: else it would never come there. */
    private static final Set<String> COMPRESSED =
            Set.of(Serialization.TAR_GZ.id(), Serialization.TAR_ZST.id(), Serialization.TAR_XZ.id());

    private final Ledger ledger;
    private final BagPlace place;
    private final Budget budget;
    private final Optional<Sample> sample;
    private final int jobs;
    private final Progress progress;

    /** @param progress is told of every byte that is read */
    PartCheck(Ledger ledger, Budget budget, Optional<Sample> sample, int jobs, Progress progress) {
        this.ledger = ledger;
        this.place = new BagPlace(ledger.holdings());
        this.budget = budget;
        this.sample = sample;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** A check of everything, however long it takes. */
    static PartCheck whole(Ledger ledger, int jobs, Progress progress) {
        return new PartCheck(ledger, Budget.NONE, Optional.empty(), jobs, progress);
    }

    /** Checks a part, from where an earlier check of it was broken off. A sample has no such place. */
    PartResult resume(RegisteredBag bag, Part part) throws IOException, InterruptedException {
        if (sample.isPresent()) return check(bag, part);
        var saved = ledger.queue().progress(part, bag.baseline(), ledger.now().minus(STALE));
        return new UnderWay(bag, part, saved).check(true);
    }

    /** Checks a part anew, and writes nothing down. */
    PartResult check(RegisteredBag bag, Part part) throws IOException, InterruptedException {
        return new UnderWay(bag, part, Optional.empty()).check(false);
    }

    /** The check of one part while it goes on. */
    private final class UnderWay {
        private final RegisteredBag bag;
        private final Part part;
        private final Optional<Queue.Progress> saved;
        private final Instant began;

        UnderWay(RegisteredBag bag, Part part, Optional<Queue.Progress> saved) throws IOException {
            this.bag = bag;
            this.part = part;
            this.saved = saved;
            began = saved.isPresent() ? saved.get().began() : ledger.now();
        }

        PartResult check(boolean isSaving) throws IOException, InterruptedException {
            var absence = place.absence(bag).or(this::otherForm);
            if (absence.isPresent()) return PartResult.absent(bag, part, began, absence.get());
            try {
                return read(isSaving);
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof LedgerFailure failure) || !failure.isOfRows()) throw e;
                return PartResult.ofBag(
                        bag, part, began, Outcome.BASELINE_ALTERED, Optional.empty(), failure.getMessage() + ".");
            } catch (OutOfMemoryError e) {
                return PartResult.ofBag(
                        bag, part, began, Outcome.UNREADABLE, Optional.empty(), PartVerdict.BEYOND_MEMORY);
            }
        }

        /** What was a folder and is an archive, or an archive of another form, was put in the bag's place. */
        private Optional<BagPlace.Absence> otherForm() {
            try {
                var form = AddBag.form(Path.of(bag.location()));
                return form.equals(bag.form())
                        ? Optional.empty()
                        : Optional.of(new BagPlace.Absence(
                                Outcome.ALTERED,
                                "The bag was registered as " + said(bag.form()) + ", and is " + said(form) + " now."));
            } catch (IOException e) {
                return Optional.empty(); // what it is, the judgement will say
            }
        }

        private PartResult read(boolean isSaving) throws IOException, InterruptedException {
            var baseline = Baseline.of(ledger, bag, part);
            var witness = witness(baseline);
            if (!isSaving) return judge(baseline, witness, () -> {});
            try (var saving = new Saving(ledger, part, bag.baseline(), began, witness)) {
                witness.afterEach(saving::confirm);
                var result = judge(baseline, witness, saving::end);
                saving.confirm();
                return result;
            }
        }

        private PartWitness witness(Baseline baseline) {
            var witness = new PartWitness(
                    bag.algorithm(),
                    part.range(),
                    baseline,
                    (path, size) -> (sample.isEmpty() || sample.get().has(path))
                            && (budget.take(size) || COMPRESSED.contains(bag.form())));
            if (bag.isArchive()) witness.inArchive();
            saved.ifPresent(witness::resume);
            return witness;
        }

        /** @param broken is done where not all was read that is there to be read */
        private PartResult judge(Baseline baseline, PartWitness witness, Repeated.Work broken)
                throws IOException, InterruptedException {
            var judgement = new Validator(Level.FULL, jobs, progress).judge(Path.of(bag.location()), witness);
            var altered = alteredBaseline(baseline.all());
            if (altered.isPresent())
                return PartResult.ofBag(
                        bag, part, began, Outcome.BASELINE_ALTERED, Optional.of(judgement), altered.get());
            var result = new PartVerdict(bag, part, began, saved.isPresent(), witness, judgement, sample)
                    .result(budget.isSpent());
            // A disk that went away while it was read leaves files that seem missing.
            var left = result.isFailing() ? place.absence(bag) : Optional.<BagPlace.Absence>empty();
            if (left.isPresent()) return PartResult.absent(bag, part, began, left.get());
            boolean isOfBag =
                    result.isFailing() && result.differences().isEmpty() && result.outcome() != Outcome.INVALID;
            if (!result.isWhole() && !isOfBag) broken.run();
            return result;
        }

        /** The ledger's own rows, if they are not those that its history vouches for. */
        private Optional<String> alteredBaseline(IntactFiles all) throws IOException {
            var event = ledger.history().event(bag.baseline());
            var parts = event.map(found -> found.body().objects("parts")).orElse(List.of());
            var root = part.number() <= parts.size()
                    ? parts.get(part.number() - 1).string("root")
                    : Optional.<String>empty();
            return root.filter(all.root()::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of("The checksums that the ledger holds of this bag are not those of its history (event "
                            + bag.baseline()
                            + "): somebody changed them, or the ledger is damaged. Ask: newsbag audit verify.");
        }
    }

    private static String said(String form) {
        return form.equals(RegisteredBag.FOLDER) ? "a folder" : "a " + form;
    }
}
