package org.newsbag.audit;

import static org.newsbag.ledger.Outcome.ALTERED;
import static org.newsbag.ledger.Outcome.INTACT;
import static org.newsbag.ledger.Outcome.INVALID;
import static org.newsbag.ledger.Outcome.MANIFEST_ALTERED;
import static org.newsbag.ledger.Outcome.UNREADABLE;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Severity;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.ledger.Sample;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Verdict;

/**
 * What comes of the check of a part: from what the witness saw of its files, and what validation found in the bag.
 *
 * @param isResumed whether an earlier check that did not end had read some of the files
 * @param witness who has seen all that there was to see
 */
record PartVerdict(
        RegisteredBag bag,
        Part part,
        Instant began,
        boolean isResumed,
        PartWitness witness,
        Judgement judgement,
        Optional<Sample> sample) {
    static final String BEYOND_MEMORY =
            "To check the bag takes more memory than the program has. Give it more, for example with NEWSBAG_OPTS=-Xmx4g.";

    private static final String TOO_MANY_LINKS = "Links to other files have taken the place of more than "
            + Findings.KEPT + " files, so nothing in the bag is called intact. Put the files back from a copy.";

    /** @param isSpent whether the budget ended before all was read that was to be */
    PartResult result(boolean isSpent) {
        if (witness.bagUnreadable().isPresent())
            return ofBag(
                    UNREADABLE,
                    "The bag could not be read: " + witness.bagUnreadable().get() + ".");
        if (judgement.findings().has(FindingCode.BAG_BEYOND_MEMORY)) return ofBag(UNREADABLE, BEYOND_MEMORY);
        if (judgement.findings().has(FindingCode.BAG_FORM_UNKNOWN))
            return ofBag(ALTERED, lines(FindingCode.BAG_FORM_UNKNOWN));
        if (bag.isArchive() && witness.isEmpty())
            return ofBag(ALTERED, "The archive holds none of the files that it held.");
        if (fresh().known(FindingCode.STORE_LINK_FOLLOWED) == 0) {
            if (fresh().count(FindingCode.STORE_LINK_FOLLOWED) > Findings.KEPT) return ofBag(ALTERED, TOO_MANY_LINKS);
            for (var finding : judgement.findings().list())
                if (finding.code() == FindingCode.STORE_LINK_FOLLOWED) witness.linked(fresh().pathInBag(finding));
        }
        // Of what no ledger can hold it is known only how many there were.
        if (fresh().isMore(FindingCode.STORE_LINK_REFUSED) || fresh().isMore(FindingCode.STORE_SPECIAL_FILE))
            witness.addStrangers();
        return ofFiles(witness.conclude(), isSpent);
    }

    private FreshFindings fresh() {
        return new FreshFindings(bag, part, judgement);
    }

    private PartResult ofBag(Outcome outcome, String remark) {
        return PartResult.ofBag(bag, part, began, outcome, Optional.of(judgement), remark);
    }

    private PartResult ofFiles(PartWitness.Conclusion conclusion, boolean isSpent) {
        var differences = conclusion.differences();
        var outcome = Outcome.gravest(outcomes(differences));
        var remark = witness.isCutOff() ? Optional.of("The archive is damaged: " + damage()) : remark(differences);
        if (witness.isCutOff()) outcome = ALTERED;
        if (outcome == INTACT && remark.isPresent()) outcome = INVALID;
        // Which files were read before a budget was spent is a matter of chance, and the check that ends it counts them
        // all.
        boolean isBrokenOff = conclusion.left() > 0 && (sample.isEmpty() || isSpent);
        return new PartResult(
                bag,
                part,
                began,
                outcome,
                conclusion.left() == 0 && sample.isEmpty(),
                !has(differences, UNREADABLE),
                isResumed,
                isBrokenOff ? IntactFiles.NONE : conclusion.intact(),
                differences,
                Optional.of(judgement),
                sample,
                remark);
    }

    private static Set<Outcome> outcomes(List<Difference> differences) {
        var outcomes = EnumSet.noneOf(Outcome.class);
        for (var difference : differences) outcomes.add(difference.failure().outcome());
        return outcomes;
    }

    private static boolean has(List<Difference> differences, Outcome outcome) {
        return outcomes(differences).contains(outcome);
    }

    private Optional<String> remark(List<Difference> differences) {
        var rewritten = rewritten(differences);
        if (rewritten.isPresent()) return rewritten;
        var fresh = fresh().besides(paths(differences));
        if (fresh.isEmpty()) return Optional.empty();
        var lines = fresh.stream().map(PartVerdict::line).collect(Collectors.joining(" "));
        return Optional.of(
                differences.isEmpty()
                        ? "Every file that was read is as the ledger expects, and yet the bag is not as it was when it was registered: "
                                + lines + " If no one changed the bag, the ledger was: newsbag audit verify."
                        : "Besides, the bag is not as it was when it was registered: " + lines);
    }

    /** A valid bag whose manifests are others was made so by somebody. */
    private Optional<String> rewritten(List<Difference> differences) {
        return has(differences, MANIFEST_ALTERED) && judgement.verdict() == Verdict.VALID
                ? Optional.of(
                        "By its own manifests the bag is valid, but they are not the ones that were registered: they were rewritten to match, or another bag was put in its place.")
                : Optional.empty();
    }

    /** Where something differs; of what moved, both places. */
    private static NavigableSet<String> paths(List<Difference> differences) {
        var paths = new TreeSet<String>();
        for (var difference : differences) {
            paths.add(difference.failure().path());
            difference.found().ifPresent(file -> paths.add(file.path()));
        }
        return paths;
    }

    private String damage() {
        return judgement.findings().list().stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && finding.code().name().startsWith("ARCHIVE_"))
                .limit(1)
                .map(PartVerdict::line)
                .collect(Collectors.joining());
    }

    private String lines(FindingCode code) {
        return judgement.findings().list().stream()
                .filter(finding -> finding.code() == code)
                .map(PartVerdict::line)
                .collect(Collectors.joining(" "));
    }

    private static String line(Finding finding) {
        var place = finding.location().toString();
        return finding.code().id() + (place.isEmpty() ? "" : " " + place) + ": " + finding.message();
    }
}
