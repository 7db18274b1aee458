package org.newsbag.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.finding.Severity;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.PathRange;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.validation.Judgement;

/** What validation says of a bag now, and did not say when its baseline was taken. */
record FreshFindings(RegisteredBag bag, Part part, Judgement judgement) {
    private static final int MOST_NAMED = 5;

    /** What comes of files that some part will name. */
    private static final Set<FindingCode> CONSEQUENCES = EnumSet.of(FindingCode.PAYLOAD_OXUM_WRONG);

    /**
     * The first of each code, at most five; that an archive is called otherwise than its folder is no matter of its bytes.
     *
     * @param told of which it is known already that they differ
     */
    List<Finding> besides(NavigableSet<String> told) {
        var fresh = new ArrayList<Finding>();
        for (var count : judgement.findings().counts().entrySet()) {
            var code = count.getKey();
            if (code.severity() == Severity.INFO
                    || code == FindingCode.ARCHIVE_ROOT_NAME
                    || count.getValue() <= known(code)) continue;
            var ofCode = judgement.findings().list().stream()
                    .filter(finding -> finding.code() == code)
                    .toList();
            // Of more than are kept any may be the one.
            boolean mayBeAny = told.isEmpty() && count.getValue() > Findings.KEPT;
            ofCode.stream()
                    .filter(finding -> isOf(finding) && !isTold(pathInBag(finding), told))
                    .findFirst()
                    .or(() -> mayBeAny ? ofCode.stream().findFirst() : Optional.empty())
                    .ifPresent(fresh::add);
        }
        return fresh.subList(0, Math.min(MOST_NAMED, fresh.size()));
    }

    /** Whether the path, or anything below it, is among them. */
    private static boolean isTold(String path, NavigableSet<String> told) {
        var below = told.ceiling(path + "/");
        return told.contains(path) || below != null && below.startsWith(path + "/");
    }

    /** Whether there are more of a code now than there were. */
    boolean isMore(FindingCode code) {
        return count(code) > known(code);
    }

    /** How many there are of a code now. */
    long count(FindingCode code) {
        return judgement.findings().counts().getOrDefault(code, 0L);
    }

    /** How many there were when the baseline was taken. */
    long known(FindingCode code) {
        return bag.judged()
                .object(code.severity() == Severity.ERROR ? "errors" : "warnings")
                .flatMap(counts -> counts.get(code.id()))
                .filter(Number.class::isInstance)
                .map(count -> ((Number) count).longValue())
                .orElse(0L);
    }

    /** Of a hard link in an archive the place is told with the folder at the archive's top. */
    String pathInBag(Finding finding) {
        var path = finding.location().path();
        boolean isBelowTop =
                finding.code() == FindingCode.STORE_LINK_FOLLOWED && bag.isArchive() && !path.startsWith("data/");
        return isBelowTop ? path.substring(path.indexOf('/') + 1) : path;
    }

    /** Of a bag in parts, each tells what is found at the paths in its range; the first, which begins at the empty path, what is found of the whole. */
    private boolean isOf(Finding finding) {
        if (part.range().equals(PathRange.ALL)) return true;
        return !CONSEQUENCES.contains(finding.code()) && part.range().contains(pathInBag(finding));
    }
}
