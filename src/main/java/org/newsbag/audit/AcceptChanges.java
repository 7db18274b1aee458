package org.newsbag.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.newsbag.fixity.Progress;
import org.newsbag.json.Json;
import org.newsbag.ledger.Acceptance;
import org.newsbag.ledger.BaselineChange;
import org.newsbag.ledger.CheckRecord;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.path.RelativePath;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Verdict;

/** The work "accept": reads a bag anew, and takes what it is now for what is expected, because somebody says that it is right. */
public final class AcceptChanges {
    private final Ledger ledger;
    private final int jobs;
    private final Progress progress;

    /**
     * What is to be accepted.
     *
     * @param paths of files, or of folders with all below them; all that differs, where it is empty
     * @param isInvalidAccepted whether a bag that is not valid is accepted as it is
     */
    public record Terms(String by, String reason, List<String> paths, boolean isInvalidAccepted) {
        public Terms {
            paths = List.copyOf(paths);
        }

        boolean names(FileFailure failure) {
            if (paths.isEmpty()) return true;
            for (var path : paths)
                if (failure.path().equals(path) || failure.path().startsWith(path.endsWith("/") ? path : path + "/"))
                    return true;
            return false;
        }
    }

    public AcceptChanges(Ledger ledger, int jobs, Progress progress) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.progress = progress;
    }

    /**
     * Accepts. Where the ledger says another thing of the bag than its history, the ledger is put right by that, and nothing else is accepted.
     *
     * @throws IOException where the ledger cannot be read or written
     */
    public AcceptResult accept(RegisteredBag known, Terms terms) throws IOException, InterruptedException {
        var history = ledger.holdings()
                .byHistory(known.id())
                .orElseThrow(() -> new IOException("the ledger's history knows no bag " + known.id()
                        + ". Somebody put it in, or the ledger is damaged. Ask: newsbag audit verify"));
        var bag = history.bag();
        boolean isContradicted = ledger.holdings().isContradicted(bag.id());
        var results = new ArrayList<PartResult>();
        for (var part : history.parts())
            results.add(PartCheck.whole(ledger, jobs, progress).check(bag, part));
        for (var result : results)
            if (result.judgement().isEmpty() || !result.isWhole())
                return new AcceptResult.Unreadable(result.remark().orElse("not all of it was read"));
        if (isContradicted) return restated(bag, results, terms);
        var accepted = new ArrayList<FileFailure>();
        var left = new ArrayList<FileFailure>();
        var changes = new TreeMap<String, BaselineChange>(RelativePath::compareUtf8);
        for (var result : results)
            for (var difference : result.differences()) {
                boolean isNamed = terms.names(difference.failure());
                (isNamed ? accepted : left).add(difference.failure());
                if (isNamed && !change(difference, changes))
                    return new AcceptResult.Unreadable(difference.failure().path() + ": "
                            + (difference.failure().detail().isEmpty()
                                    ? "it could not be read"
                                    : difference.failure().detail()));
            }
        var worst = worst(results);
        var judged = Judged.of(
                worst.verdict(),
                results.stream().flatMap(result -> result.judgement().stream()).toList());
        boolean isNew = !Json.canonical(judged).equals(Json.canonical(bag.judged()));
        if (changes.isEmpty() && !(isNew && left.isEmpty() && terms.paths().isEmpty()))
            return new AcceptResult.Nothing();
        if (worst.verdict() != Verdict.VALID && !terms.isInvalidAccepted()) return new AcceptResult.Invalid(worst);
        var acceptance = new Acceptance(
                bag.id(),
                terms.by(),
                terms.reason(),
                List.copyOf(changes.values()),
                judged,
                checks(bag, results, changes.keySet(), changes));
        return new AcceptResult.Accepted(ledger.recorder().accept(acceptance), accepted, left, false);
    }

    /** What is expected stays as it is, and what differs from it fails. */
    private AcceptResult restated(RegisteredBag bag, List<PartResult> results, Terms terms) throws IOException {
        var failing = new ArrayList<FileFailure>();
        for (var result : results) failing.addAll(result.failures());
        var checks = results.stream()
                .map(result -> result.toRecord(Optional.empty()))
                .toList();
        var acceptance = new Acceptance(bag.id(), terms.by(), terms.reason(), List.of(), bag.judged(), checks);
        return new AcceptResult.Accepted(ledger.recorder().accept(acceptance), List.of(), failing, true);
    }

    /** The first that is not valid, if there is one. */
    private static Judgement worst(List<PartResult> results) {
        var judgements =
                results.stream().flatMap(result -> result.judgement().stream()).toList();
        for (var judgement : judgements) if (judgement.verdict() != Verdict.VALID) return judgement;
        return judgements.get(0);
    }

    /** False where it is not known what the file is now. */
    private static boolean change(Difference difference, TreeMap<String, BaselineChange> changes) {
        var path = difference.failure().path();
        var found = difference.found();
        switch (difference.failure().outcome()) {
            case MISSING -> changes.put(path, new BaselineChange(path, Optional.empty()));
            case MOVED -> {
                changes.put(path, new BaselineChange(path, Optional.empty()));
                changes.put(
                        found.orElseThrow().path(),
                        new BaselineChange(found.get().path(), found));
            }
            default -> {
                if (found.isEmpty()) return false;
                changes.put(path, new BaselineChange(path, found));
            }
        }
        return true;
    }

    /** What the parts are by the new baseline: what was read just now need not be read again. */
    private List<CheckRecord> checks(
            RegisteredBag bag, List<PartResult> results, Set<String> changed, TreeMap<String, BaselineChange> changes)
            throws IOException {
        var checks = new ArrayList<CheckRecord>();
        for (var result : results) {
            var left = new ArrayList<Difference>();
            var failed = new HashSet<String>();
            for (var difference : result.differences()) {
                failed.add(difference.failure().path());
                if (!changed.contains(difference.failure().path())) left.add(difference);
            }
            var now = new TreeMap<String, KnownFile>(RelativePath::compareUtf8);
            for (var file : ledger.holdings().expected(bag, result.part().range()))
                if (!failed.contains(file.path())) now.put(file.path(), file);
            for (var change : changes.values())
                if (change.file().isPresent() && result.part().range().contains(change.path()))
                    now.put(change.path(), change.file().get());
            var intact = new IntactFiles.Gathering();
            for (var file : now.values()) intact.add(file);
            checks.add(new PartResult(
                            bag,
                            result.part(),
                            result.began(),
                            left.isEmpty() ? Outcome.INTACT : result.outcome(),
                            true,
                            result.isRead(),
                            false,
                            intact.done(),
                            left,
                            result.judgement(),
                            Optional.empty(),
                            Optional.empty())
                    .toRecord(Optional.empty()));
        }
        return checks;
    }
}
