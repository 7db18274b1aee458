package org.newsbag.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.newsbag.fixity.Progress;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.PathRange;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.path.RelativePath;

/** The work "compare": reads a bag and all its copies, and says where they differ. Records nothing. */
public final class CompareCopies {
    /** What stands where a file is not there. */
    private static final String NONE = "none";

    private final Ledger ledger;
    private final int jobs;
    private final Progress progress;

    /**
     * What came of one of them.
     *
     * @param failures of its files by what the ledger expects of it
     * @param absence why it could not be read; empty where it was
     */
    public record Copy(RegisteredBag bag, List<FileFailure> failures, Optional<String> absence) {
        public Copy {
            failures = List.copyOf(failures);
        }

        public boolean isIntact() {
            return failures.isEmpty() && absence.isEmpty();
        }
    }

    /**
     * A file that is not the same in all that could be read.
     *
     * @param found by the number of the bag or copy: the checksum, {@code none}, or {@code unreadable}
     * @param expected what the ledger expects of the bag that was asked for; {@code none} where it expects none
     */
    public record DifferingFile(String path, String expected, Map<Long, String> found) {
        public DifferingFile {
            found = Map.copyOf(found);
        }
    }

    /** @param copies the original first */
    public record Result(List<Copy> copies, List<DifferingFile> differing) {
        public Result {
            copies = List.copyOf(copies);
            differing = List.copyOf(differing);
        }

        public boolean isAlike() {
            return differing.isEmpty() && copies.stream().allMatch(Copy::isIntact);
        }
    }

    public CompareCopies(Ledger ledger, int jobs, Progress progress) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** @throws IOException where the ledger cannot be read */
    public Result compare(RegisteredBag bag) throws IOException, InterruptedException {
        var copies = new ArrayList<Copy>();
        var files = new TreeMap<String, Map<Long, String>>(RelativePath::compareUtf8);
        var readable = new ArrayList<Long>();
        var expected = new HashMap<String, String>();
        for (var file : ledger.holdings().expected(bag, PathRange.ALL))
            expected.put(file.path(), file.checksum().toString());
        for (var one : ledger.holdings().family(bag)) {
            var found = read(one);
            copies.add(found);
            if (found.absence().isPresent()) continue;
            readable.add(one.id());
            take(one, found.failures(), files);
        }
        var differing = new ArrayList<DifferingFile>();
        files.forEach((path, found) -> {
            for (var id : readable) found.putIfAbsent(id, NONE);
            if (found.values().stream().distinct().count() > 1)
                differing.add(new DifferingFile(path, expected.getOrDefault(path, NONE), found));
        });
        return new Result(copies, differing);
    }

    private Copy read(RegisteredBag bag) throws IOException, InterruptedException {
        var failures = new ArrayList<FileFailure>();
        for (var part : ledger.holdings().partsOf(bag.id())) {
            var result = PartCheck.whole(ledger, jobs, progress).check(bag, part);
            if (!result.isWhole()) return new Copy(bag, List.of(), result.remark());
            failures.addAll(result.failures());
        }
        return new Copy(bag, failures, Optional.empty());
    }

    /** What is there: all that is expected, but for what failed. */
    private void take(RegisteredBag bag, List<FileFailure> failures, Map<String, Map<Long, String>> files)
            throws IOException {
        for (var file : ledger.holdings().expected(bag, PathRange.ALL))
            files.computeIfAbsent(file.path(), path -> new HashMap<>())
                    .put(bag.id(), file.checksum().toString());
        for (var failure : failures) {
            var found = files.computeIfAbsent(failure.path(), path -> new HashMap<>());
            switch (failure.outcome()) {
                case MISSING, MOVED -> found.put(bag.id(), NONE);
                case UNREADABLE -> found.put(bag.id(), "unreadable");
                default -> found.put(bag.id(), failure.found().orElse("unreadable"));
            }
        }
    }
}
