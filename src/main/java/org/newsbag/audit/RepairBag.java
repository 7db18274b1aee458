package org.newsbag.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbag.durable.Durability;
import org.newsbag.durable.PlaceInFolder;
import org.newsbag.durable.Staging;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.DigestingOutput;
import org.newsbag.fixity.Progress;
import org.newsbag.ledger.CheckRecord;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.PathRange;
import org.newsbag.ledger.RegisteredBag;
import org.newsbag.store.BagStore;
import org.newsbag.store.Reason;
import org.newsbag.store.StoredEntry;
import org.newsbag.store.UnknownForm;
import org.newsbag.validation.Verdict;

/**
 * The work "repair": puts files back that are damaged or missing, from a copy whose bytes match what the ledger expects. A file comes into the bag whole, forced to
 * disk and verified, or not at all.
 */
public final class RepairBag {
    /** What a copy can put right. */
    private static final Set<Outcome> DAMAGES = EnumSet.of(
            Outcome.ALTERED,
            Outcome.MISSING,
            Outcome.MOVED,
            Outcome.UNREADABLE,
            Outcome.MANIFEST_ALTERED,
            Outcome.TAG_ALTERED);

    /** The files of one repair that one event names. */
    private static final int FILES_OF_EVENT = 1000;

    private static final String PAYLOAD = "data/";
    private static final int BLOCK = 1 << 16;
    private static final int END = -1;
    private static final int BROKEN = -2;

    private final Ledger ledger;
    private final int jobs;
    private final Progress progress;

    /** What came of it. */
    public sealed interface Result {
        /**
         * Files were put back, or would be.
         *
         * @param repaired what was wrong with each
         * @param left what the copy could not put right
         */
        record Repaired(List<FileFailure> repaired, List<FileFailure> left, boolean isDry) implements Result {
            public Repaired {
                repaired = List.copyOf(repaired);
                left = List.copyOf(left);
            }
        }

        /**
         * Nothing is damaged or missing.
         *
         * @param left what differs all the same, and no copy can mend
         */
        record Intact(List<FileFailure> left) implements Result {
            public Intact {
                left = List.copyOf(left);
            }
        }

        /** Nothing was changed. */
        record Refused(String reason) implements Result {}
    }

    public RepairBag(Ledger ledger, int jobs, Progress progress) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.progress = progress;
    }

    /**
     * Repairs a bag.
     *
     * @param from a copy, as a folder or an archive, registered or not
     * @throws IOException where the ledger or the disk fails; what was put back by then is whole
     */
    public Result repair(RegisteredBag bag, Path from, String by, boolean isDry)
            throws IOException, InterruptedException {
        if (ledger.holdings().isContradicted(bag.id())) return new Result.Refused(Standings.CONTRADICTED);
        var location = Path.of(bag.location());
        if (bag.isArchive())
            return new Result.Refused("The bag is an archive, " + bag.form()
                    + ", in which no file can be replaced. Replace it by its copy, and check it with: newsbag audit run "
                    + bag.id());
        if (from.toRealPath().toString().equals(bag.location()))
            return new Result.Refused("The copy is the bag itself.");
        if (location.getParent() != null && Files.isDirectory(location.getParent()))
            Staging.sweep(location.getParent());
        var damaged = new ArrayList<FileFailure>();
        var other = new ArrayList<FileFailure>();
        var checked = check(bag);
        for (var result : checked) {
            if (result.judgement().isEmpty() || !result.isWhole())
                return new Result.Refused(result.remark().orElse("The bag could not be read whole."));
            for (var failure : result.failures()) (DAMAGES.contains(failure.outcome()) ? damaged : other).add(failure);
        }
        if (damaged.isEmpty()) return new Result.Intact(other);
        if (isAnother(bag, checked))
            return new Result.Refused(
                    "Another bag, valid by its own manifests, stands in its place: none of the payload is there. Move it away first, or say that it is right: newsbag audit accept.");
        var opened = Staging.open(location.getParent(), location.getFileName().toString());
        if (opened.isEmpty()) return new Result.Refused("Another run is changing the bag now. Wait for it to end.");
        try (var staging = opened.get()) {
            var sound = fetch(bag, from, damaged, staging.bag());
            var repaired = new ArrayList<FileFailure>();
            var left = new ArrayList<FileFailure>();
            for (var failure : damaged) {
                var obstacle = PlaceInFolder.obstacle(location, failure.path());
                if (obstacle.isPresent()) left.add(notPutBack(failure, obstacle.get()));
                else (sound.containsKey(failure.path()) ? repaired : left).add(failure);
            }
            if (repaired.isEmpty() && sound.isEmpty())
                return new Result.Refused("The copy at " + from + " has none of the " + damaged.size()
                        + " damaged or missing files with the bytes that the ledger expects.");
            if (!isDry && repaired.isEmpty()) record(checked);
            else if (!isDry) left.addAll(putBack(bag, from, by, location, repaired, sound));
            repaired.removeIf(done -> left.stream().anyMatch(not -> not.path().equals(done.path())));
            return new Result.Repaired(repaired, left, isDry);
        }
    }

    private List<PartResult> check(RegisteredBag bag) throws IOException, InterruptedException {
        var results = new ArrayList<PartResult>();
        for (var part : ledger.holdings().partsOf(bag.id()))
            results.add(PartCheck.whole(ledger, jobs, progress).check(bag, part));
        return results;
    }

    /** Whether a valid bag is there which has no payload file of the one that is expected. */
    private boolean isAnother(RegisteredBag bag, List<PartResult> checked) throws IOException {
        var different = new HashSet<String>();
        boolean isValid = true;
        for (var result : checked) {
            isValid &= result.judgement().orElseThrow().verdict() == Verdict.VALID;
            for (var failure : result.failures()) different.add(failure.path());
        }
        if (!isValid) return false;
        for (var file : ledger.holdings().expected(bag, PathRange.ALL))
            if (file.path().startsWith(PAYLOAD) && file.bytes() > 0 && !different.contains(file.path())) return false;
        return true;
    }

    /**
     * First the history says what is going to be done; then it is done; then what came of it is recorded, also where it could not be done.
     *
     * @return what could not be put in its place
     */
    private List<FileFailure> putBack(
            RegisteredBag bag, Path from, String by, Path location, List<FileFailure> repaired, Map<String, Path> sound)
            throws IOException, InterruptedException {
        for (int i = 0; i < repaired.size(); i += FILES_OF_EVENT)
            ledger.recorder()
                    .repair(
                            bag.id(),
                            from.toRealPath().toString(),
                            by,
                            repaired.subList(i, Math.min(repaired.size(), i + FILES_OF_EVENT)));
        var obstructed = new ArrayList<FileFailure>();
        for (var failure : repaired)
            try {
                PlaceInFolder.replace(location, failure.path(), sound.get(failure.path()));
            } catch (IOException e) {
                obstructed.add(notPutBack(failure, Reason.of(e)));
            }
        record(check(bag));
        return obstructed;
    }

    private void record(List<PartResult> results) throws IOException {
        var records = new ArrayList<CheckRecord>();
        for (var result : results) records.add(result.toRecord(Optional.empty()));
        ledger.recorder().check(records);
    }

    private static FileFailure notPutBack(FileFailure failure, String why) {
        return new FileFailure(
                failure.path(), failure.outcome(), failure.expected(), failure.found(), "not put back: " + why);
    }

    /** Brings every damaged file that the copy has as it should be into the staging folder, forced to disk. */
    private Map<String, Path> fetch(RegisteredBag bag, Path from, List<FileFailure> damaged, Path staged)
            throws IOException {
        var wanted = new HashMap<String, KnownFile>();
        var paths = new HashSet<String>();
        for (var failure : damaged) paths.add(failure.path());
        for (var file : ledger.holdings().expected(bag, PathRange.ALL))
            if (paths.contains(file.path())) wanted.put(file.path(), file);
        var sound = new HashMap<String, Path>();
        try (var store = BagStore.open(from)) {
            store.list(entry -> {}, new Findings());
            store.readAll(entry -> isWanted(wanted, entry), (entry, content) -> {
                var file = staged.resolve(Integer.toString(sound.size()));
                var expected = wanted.get(entry.path()).checksum();
                if (copy(content, file, expected.algorithm())
                        .filter(expected::equals)
                        .isPresent()) sound.put(entry.path(), Durability.force(file));
                else Files.deleteIfExists(file);
            });
        } catch (UnknownForm e) {
            throw new IOException(from + " is no bag: " + e.getMessage(), e);
        }
        return sound;
    }

    private static boolean isWanted(Map<String, KnownFile> wanted, StoredEntry entry) {
        var file = wanted.get(entry.path());
        return file != null && entry.isFile() && (entry.size() < 0 || entry.size() == file.bytes());
    }

    /** Empty where the copy cannot be read to its end: then it is no help, and no fault of the bag's. */
    private static Optional<Checksum> copy(InputStream content, Path file, Algorithm algorithm) throws IOException {
        try (var out = new DigestingOutput(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
                List.of(algorithm))) {
            var block = new byte[BLOCK];
            for (int count = read(content, block); count != END; count = read(content, block)) {
                if (count == BROKEN) return Optional.empty();
                out.write(block, 0, count);
            }
            return Optional.of(out.finish().get(algorithm));
        }
    }

    private static int read(InputStream content, byte[] block) {
        try {
            return content.read(block);
        } catch (IOException e) {
            return BROKEN;
        }
    }
}
