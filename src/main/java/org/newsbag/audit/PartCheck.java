package org.newsbag.audit;

import static org.newsbag.ledger.Outcome.ADDED;
import static org.newsbag.ledger.Outcome.ALTERED;
import static org.newsbag.ledger.Outcome.INTACT;
import static org.newsbag.ledger.Outcome.INVALID;
import static org.newsbag.ledger.Outcome.MANIFEST_ALTERED;
import static org.newsbag.ledger.Outcome.MISSING;
import static org.newsbag.ledger.Outcome.MOVED;
import static org.newsbag.ledger.Outcome.TAG_ALTERED;
import static org.newsbag.ledger.Outcome.UNREADABLE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Severity;
import org.newsbag.fixity.Progress;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.PathRange;
import org.newsbag.ledger.Queue;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.ledger.Sample;
import org.newsbag.store.Serialization;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Level;
import org.newsbag.validation.Validator;
import org.newsbag.validation.Verdict;

/**
 * Checks one part of a bag against what the ledger expects of it, and the bag against its own manifests, in one pass over its bytes. It reads and records nothing
 * but how far it has come.
 */
final class PartCheck {
    /** The gravest first. */
    private static final List<Outcome> BY_GRAVITY =
            List.of(MANIFEST_ALTERED, ALTERED, MISSING, MOVED, TAG_ALTERED, ADDED, UNREADABLE);

    /** What was written down of a check before that is read anew. */
    private static final Duration STALE = Duration.ofDays(7);

    private static final int MOST_NAMED = 5;
    private static final String FOLDER = "none";

    /** What is said of one file, whatever the others are. */
    private static final Set<FindingCode> SINGLE_FILES =
            EnumSet.of(FindingCode.PAYLOAD_FILE_ALTERED, FindingCode.TAG_FILE_ALTERED, FindingCode.STORE_LINK_FOLLOWED);

    /** They are read from their beginning, so one that is begun is read to its end: else it would never come there. */
    private static final Set<String> COMPRESSED =
            Set.of(Serialization.TAR_GZ.id(), Serialization.TAR_ZST.id(), Serialization.TAR_XZ.id());

    private static final String BEYOND_MEMORY =
            "To check the bag takes more memory than the program has. Give it more, for example with NEWSBAG_OPTS=-Xmx4g.";

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

    /** Checks a part, from where an earlier check of it was broken off. */
    PartResult resume(RegisteredBag bag, Part part) throws IOException, InterruptedException {
        var saved = sample.isPresent()
                ? Optional.<Queue.Progress>empty()
                : ledger.queue().progress(part, bag.baseline(), ledger.now().minus(STALE));
        return check(bag, part, saved, true);
    }

    /** Checks a part anew, and writes nothing down. */
    PartResult check(RegisteredBag bag, Part part) throws IOException, InterruptedException {
        return check(bag, part, Optional.empty(), false);
    }

    private PartResult check(RegisteredBag bag, Part part, Optional<Queue.Progress> saved, boolean isSaving)
            throws IOException, InterruptedException {
        var began = saved.map(Queue.Progress::began).orElse(ledger.now());
        var absence = place.absence(bag).or(() -> otherForm(bag));
        if (absence.isPresent()) return PartResult.absent(bag, part, began, absence.get());
        try {
            return check(bag, part, began, saved, isSaving);
        } catch (OutOfMemoryError e) {
            return PartResult.ofBag(bag, part, began, UNREADABLE, Optional.empty(), BEYOND_MEMORY);
        }
    }

    private PartResult check(
            RegisteredBag bag, Part part, Instant began, Optional<Queue.Progress> saved, boolean isSaving)
            throws IOException, InterruptedException {
        var baseline = Baseline.of(ledger, bag, part);
        var witness = new PartWitness(
                bag.algorithm(),
                part.range(),
                baseline,
                (path, size) -> (sample.isEmpty() || sample.get().has(path))
                        && (budget.take(size) || COMPRESSED.contains(bag.form())));
        if (!bag.form().equals(FOLDER)) witness.inArchive();
        saved.ifPresent(witness::resume);
        if (!isSaving || sample.isPresent())
            return check(bag, part, began, saved.isPresent(), witness, baseline, () -> {});
        try (var saving = new Saving(ledger, part, bag.baseline(), began, witness)) {
            witness.afterEach(saving::confirm);
            var result = check(bag, part, began, saved.isPresent(), witness, baseline, saving::end);
            saving.confirm();
            return result;
        }
    }

    /** @param broken is done where not all was read that is there to be read */
    private PartResult check(
            RegisteredBag bag,
            Part part,
            Instant began,
            boolean isResumed,
            PartWitness witness,
            Baseline baseline,
            Repeated.Work broken)
            throws IOException, InterruptedException {
        var judgement = new Validator(Level.FULL, jobs, progress).judge(Path.of(bag.location()), witness);
        var altered = alteredBaseline(bag, part, baseline.all());
        if (altered.isPresent())
            return PartResult.ofBag(bag, part, began, Outcome.BASELINE_ALTERED, Optional.of(judgement), altered.get());
        var result = conclude(bag, part, began, isResumed, witness, judgement);
        // A disk that went away while it was read leaves files that seem missing.
        var left = result.isFailing() ? place.absence(bag) : Optional.<BagPlace.Absence>empty();
        if (left.isPresent()) return PartResult.absent(bag, part, began, left.get());
        boolean isOfBag = result.isFailing() && result.differences().isEmpty() && result.outcome() != INVALID;
        if (!result.isWhole() && !isOfBag) broken.run();
        return result;
    }

    /** What was a folder and is an archive, or an archive of another form, was put in the bag's place. */
    private static Optional<BagPlace.Absence> otherForm(RegisteredBag bag) {
        try {
            var form = AddBag.form(Path.of(bag.location()));
            return form.equals(bag.form())
                    ? Optional.empty()
                    : Optional.of(new BagPlace.Absence(
                            ALTERED,
                            "The bag was registered as " + said(bag.form()) + ", and is " + said(form) + " now."));
        } catch (IOException e) {
            return Optional.empty(); // what it is, the judgement will say
        }
    }

    private static String said(String form) {
        return form.equals(FOLDER) ? "a folder" : "a " + form;
    }

    /** The ledger's own rows, if they are not those that its history vouches for. */
    private Optional<String> alteredBaseline(RegisteredBag bag, Part part, IntactFiles all) throws IOException {
        var event = ledger.history().event(bag.baseline());
        var parts = event.map(found -> found.body().objects("parts")).orElse(List.of());
        var root =
                part.number() <= parts.size() ? parts.get(part.number() - 1).string("root") : Optional.<String>empty();
        return root.filter(all.root()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("The checksums that the ledger holds of this bag are not those of its history (event "
                        + bag.baseline()
                        + "): somebody changed them, or the ledger is damaged. Ask: newsbag audit verify.");
    }

    private PartResult conclude(
            RegisteredBag bag, Part part, Instant began, boolean isResumed, PartWitness witness, Judgement judgement) {
        if (witness.bagUnreadable().isPresent())
            return PartResult.ofBag(
                    bag,
                    part,
                    began,
                    UNREADABLE,
                    Optional.of(judgement),
                    "The bag could not be read: " + witness.bagUnreadable().get() + ".");
        if (judgement.findings().has(FindingCode.BAG_BEYOND_MEMORY))
            return PartResult.ofBag(bag, part, began, UNREADABLE, Optional.of(judgement), BEYOND_MEMORY);
        if (judgement.findings().has(FindingCode.BAG_FORM_UNKNOWN))
            return PartResult.ofBag(
                    bag, part, began, ALTERED, Optional.of(judgement), lines(judgement, FindingCode.BAG_FORM_UNKNOWN));
        if (!bag.form().equals(FOLDER) && witness.isEmpty())
            return PartResult.ofBag(
                    bag,
                    part,
                    began,
                    ALTERED,
                    Optional.of(judgement),
                    "The archive holds none of the files that it held.");
        if (known(bag, FindingCode.STORE_LINK_FOLLOWED) == 0)
            for (var finding : judgement.findings().list())
                if (finding.code() == FindingCode.STORE_LINK_FOLLOWED) witness.linked(pathInBag(bag, finding));
        var conclusion = witness.conclude();
        var differences = conclusion.differences();
        boolean isWhole = conclusion.left() == 0 && sample.isEmpty();
        var outcome = INTACT;
        for (int i = BY_GRAVITY.size() - 1; i >= 0; i--) {
            var one = BY_GRAVITY.get(i);
            if (differences.stream().anyMatch(difference -> difference.failure().outcome() == one)) outcome = one;
        }
        var remark = witness.isCutOff()
                ? Optional.of("The archive is damaged: " + damage(judgement))
                : remark(bag, part, differences, judgement);
        if (witness.isCutOff()) outcome = ALTERED;
        if (outcome == INTACT && remark.isPresent()) outcome = INVALID;
        boolean isRead = differences.stream()
                .noneMatch(difference -> difference.failure().outcome() == UNREADABLE);
        return new PartResult(
                bag,
                part,
                began,
                outcome,
                isWhole,
                isRead,
                isResumed,
                isBrokenOff(conclusion) ? IntactFiles.NONE : conclusion.intact(),
                differences,
                Optional.of(judgement),
                sample,
                remark);
    }

    /** Then which files were read is a matter of chance, and the check that ends it counts them all. */
    private boolean isBrokenOff(PartWitness.Conclusion conclusion) {
        return conclusion.left() > 0 && (sample.isEmpty() || budget.isSpent());
    }

    private static Optional<String> remark(
            RegisteredBag bag, Part part, List<Difference> differences, Judgement judgement) {
        if (!differences.isEmpty()) return rewritten(differences, judgement);
        var fresh = fresh(bag, part, judgement);
        if (fresh.isEmpty()) return Optional.empty();
        return Optional.of(
                "Every file that was read is as the ledger expects, and yet the bag is not as it was when it was registered: "
                        + fresh.stream().map(PartCheck::line).collect(Collectors.joining(" "))
                        + " If no one changed the bag, the ledger was: newsbag audit verify.");
    }

    /** A valid bag whose manifests are others was made so by somebody. */
    private static Optional<String> rewritten(List<Difference> differences, Judgement judgement) {
        boolean isManifestAltered = false;
        for (var difference : differences)
            isManifestAltered |= difference.failure().outcome() == MANIFEST_ALTERED;
        return isManifestAltered && judgement.verdict() == Verdict.VALID
                ? Optional.of(
                        "By its own manifests the bag is valid, but they are not the ones that were registered: they were rewritten to match, or another bag was put in its place.")
                : Optional.empty();
    }

    private static String damage(Judgement judgement) {
        return judgement.findings().list().stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && finding.code().name().startsWith("ARCHIVE_"))
                .limit(1)
                .map(PartCheck::line)
                .collect(Collectors.joining());
    }

    /** What is to be said of the bag now, and was not when its baseline was taken; that an archive is called otherwise than its folder is no matter of its bytes. */
    private static List<Finding> fresh(RegisteredBag bag, Part part, Judgement judgement) {
        var fresh = new ArrayList<Finding>();
        for (var count : judgement.findings().counts().entrySet()) {
            var code = count.getKey();
            if (code.severity() == Severity.INFO
                    || code == FindingCode.ARCHIVE_ROOT_NAME
                    || count.getValue() <= known(bag, code)) continue;
            judgement.findings().list().stream()
                    .filter(finding -> finding.code() == code && isOf(bag, part, finding))
                    .limit(1)
                    .forEach(fresh::add);
        }
        return fresh.subList(0, Math.min(MOST_NAMED, fresh.size()));
    }

    private static long known(RegisteredBag bag, FindingCode code) {
        return bag.judged()
                .object(code.severity() == Severity.ERROR ? "errors" : "warnings")
                .flatMap(counts -> counts.get(code.id()))
                .filter(Number.class::isInstance)
                .map(count -> ((Number) count).longValue())
                .orElse(0L);
    }

    /** Of a hard link in an archive the place is told with the folder at the archive's top. */
    private static String pathInBag(RegisteredBag bag, Finding finding) {
        var path = finding.location().path();
        boolean isBelowTop = finding.code() == FindingCode.STORE_LINK_FOLLOWED
                && !bag.form().equals(FOLDER)
                && !path.startsWith("data/");
        return isBelowTop ? path.substring(path.indexOf('/') + 1) : path;
    }

    /** Of a bag in parts, what another part will name is none of this one's. */
    private static boolean isOf(RegisteredBag bag, Part part, Finding finding) {
        if (part.range().equals(PathRange.ALL)) return true;
        return SINGLE_FILES.contains(finding.code()) && part.range().contains(pathInBag(bag, finding));
    }

    private static String lines(Judgement judgement, FindingCode code) {
        return judgement.findings().list().stream()
                .filter(finding -> finding.code() == code)
                .map(PartCheck::line)
                .collect(Collectors.joining(" "));
    }

    private static String line(Finding finding) {
        var place = finding.location().toString();
        return finding.code().id() + (place.isEmpty() ? "" : " " + place) + ": " + finding.message();
    }
}
