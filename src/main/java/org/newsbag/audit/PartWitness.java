package org.newsbag.audit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.newsbag.bag.ManifestName;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.PathRange;
import org.newsbag.path.RelativePath;
import org.newsbag.store.DamagedArchive;
import org.newsbag.store.StoredEntry;
import org.newsbag.validation.Witness;

/** Sits beside while a bag is judged, and compares what is read of one part with what the ledger expects there. */
final class PartWitness implements Witness {
    private static final byte PENDING = 0;
    private static final byte INTACT = 1;
    private static final byte FAILED = 2;
    /** Checked before this check was resumed, and intact then. */
    private static final byte EARLIER = 3;
    /** To be read, and not yet read to its end. */
    private static final byte TAKEN = 5;
    /** There, and by choice not read in this check. */
    private static final byte LEFT = 4;

    private static final String PAYLOAD = "data/";

    private final Algorithm algorithm;
    private final PathRange range;
    private final List<KnownFile> expected;
    private final Map<String, Integer> places;
    private final Supplier<IntactFiles> all;
    private final Choice choice;
    private final byte[] states;
    private final StoredEntry.Kind[] kinds;
    private final Map<Integer, Difference> differences = new HashMap<>();
    private final Map<String, Optional<KnownFile>> added = new TreeMap<>(RelativePath::compareUtf8);
    private final Map<String, String> unreadable = new TreeMap<>(RelativePath::compareUtf8);
    private Optional<String> bagUnreadable = Optional.empty();
    private boolean isCutOff;
    private int contiguous;
    private Runnable afterEach = () -> {};

    /** Which files are to be read now; asked one after the other. */
    interface Choice {
        boolean takes(String path);
    }

    /**
     * @param expected in the range, in the order of their paths
     * @param all the same, as they are where each is intact
     */
    PartWitness(
            Algorithm algorithm, PathRange range, List<KnownFile> expected, Supplier<IntactFiles> all, Choice choice) {
        this.algorithm = algorithm;
        this.range = range;
        this.expected = expected;
        this.all = all;
        this.choice = choice;
        places = new HashMap<>(2 * expected.size());
        for (int i = 0; i < expected.size(); i++) places.put(expected.get(i).path(), i);
        states = new byte[expected.size()];
        kinds = new StoredEntry.Kind[expected.size()];
    }

    /** Takes over what an earlier check has found up to a path. */
    void resume(String upto, List<FileFailure> failures) {
        for (int i = 0;
                i < states.length && RelativePath.compareUtf8(expected.get(i).path(), upto) <= 0;
                i++) states[i] = EARLIER;
        for (var failure : failures) {
            int at = find(failure.path());
            if (at < 0) continue;
            states[at] = FAILED;
            differences.put(at, new Difference(failure, Optional.empty()));
        }
        advance();
    }

    /** @param action is done after each file that was read, one at a time */
    void afterEach(Runnable action) {
        afterEach = action;
    }

    @Override
    public List<Algorithm> algorithms() {
        return List.of(algorithm);
    }

    @Override
    public synchronized boolean wants(String path, int place) {
        if (place < 0) return added.containsKey(path) && choice.takes(path);
        if (states[place] != PENDING) return false;
        states[place] = choice.takes(path) ? TAKEN : LEFT;
        return states[place] == TAKEN;
    }

    /** In the order of the paths, so that it can be said up to which file all were checked. */
    @Override
    public synchronized int there(StoredEntry entry) {
        if (entry.kind() == StoredEntry.Kind.UNREADABLE) unreadable.putIfAbsent(entry.path(), "it could not be opened");
        if (!range.contains(entry.path())) return UNPLACED;
        int at = find(entry.path());
        if (at >= 0) kinds[at] = entry.kind();
        else if (entry.kind() != StoredEntry.Kind.FOLDER && entry.kind() != StoredEntry.Kind.UNREADABLE)
            added.put(entry.path(), Optional.empty());
        return at;
    }

    @Override
    public synchronized void cutOff() {
        isCutOff = true;
    }

    @Override
    public synchronized void unreadable(String path, IOException cause) {
        boolean isDamage = cause instanceof DamagedArchive;
        if (path.isEmpty() && isDamage) isCutOff = true;
        else if (path.isEmpty()) bagUnreadable = Optional.of(reason(cause));
        int at = range.contains(path) ? find(path) : -1;
        if (at < 0) {
            if (!path.isEmpty()) unreadable.put(path, reason(cause));
            return;
        }
        // Damage to an archive is a change of its bytes, and no fault of the disk's.
        fail(at, isDamage ? altered(at) : Outcome.UNREADABLE, Optional.empty(), reason(cause));
        advance();
        afterEach.run();
    }

    @Override
    public synchronized void read(ReadFile file) {
        var checksum = file.checksums().get(algorithm);
        if (checksum == null) return;
        int at = file.place();
        if (at < 0) {
            added.computeIfPresent(
                    file.path(), (path, before) -> Optional.of(new KnownFile(path, file.size(), checksum)));
            return;
        }
        if (states[at] == FAILED) return; // could not be read as a tag file, and now could: the first word stands
        compare(at, file.size(), checksum);
        advance();
        afterEach.run();
    }

    private void compare(int at, long size, Checksum found) {
        var file = expected.get(at);
        if (file.checksum().equals(found) && file.bytes() == size) {
            states[at] = INTACT;
            return;
        }
        var detail = file.bytes() == size ? "same size, other bytes" : size + " bytes instead of " + file.bytes();
        fail(at, altered(at), Optional.of(new KnownFile(file.path(), size, found)), detail);
    }

    private Outcome altered(int at) {
        var path = expected.get(at).path();
        if (path.startsWith(PAYLOAD)) return Outcome.ALTERED;
        return ManifestName.parse(path).isPresent() ? Outcome.MANIFEST_ALTERED : Outcome.TAG_ALTERED;
    }

    private void fail(int at, Outcome outcome, Optional<KnownFile> found, String detail) {
        states[at] = FAILED;
        var file = expected.get(at);
        differences.put(
                at,
                new Difference(
                        new FileFailure(
                                file.path(),
                                outcome,
                                Optional.of(file.checksum().toString()),
                                found.map(known -> known.checksum().toString()),
                                detail),
                        found));
    }

    private void advance() {
        while (contiguous < states.length && isDone(states[contiguous])) contiguous++;
    }

    private static boolean isDone(byte state) {
        return state == INTACT || state == FAILED || state == EARLIER;
    }

    /** The last path, in order, up to which every expected file was checked; empty where that is none. */
    synchronized Optional<String> upto() {
        return contiguous == 0
                ? Optional.empty()
                : Optional.of(expected.get(contiguous - 1).path());
    }

    /** The failures among the files up to that path. */
    synchronized List<FileFailure> failuresSoFar() {
        var found = new ArrayList<FileFailure>();
        for (int i = 0; i < contiguous; i++)
            if (states[i] == FAILED) found.add(differences.get(i).failure());
        return found;
    }

    /** Whether the archive is damaged, so that not all of it was seen. */
    synchronized boolean isCutOff() {
        return isCutOff;
    }

    Optional<String> bagUnreadable() {
        return bagUnreadable;
    }

    /** Says something of every file; only those that were left by choice are no failures where they are there. */
    Conclusion conclude() {
        for (int i = 0; i < states.length; i++) if (states[i] != INTACT && states[i] != FAILED) unread(i);
        moved();
        var found = new TreeMap<String, Difference>(RelativePath::compareUtf8);
        for (var difference : differences.values())
            found.put(difference.failure().path(), difference);
        added.forEach((path, file) -> found.put(path, addition(path, file)));
        long left = 0;
        for (byte state : states) if (state == LEFT) left++;
        return new Conclusion(intact(left), List.copyOf(found.values()), left);
    }

    /** The root of all is known already. */
    private IntactFiles intact(long left) {
        if (left == 0 && differences.isEmpty()) return all.get();
        var intact = new IntactFiles.Gathering();
        for (int i = 0; i < states.length; i++)
            if (states[i] == INTACT || states[i] == EARLIER) intact.add(expected.get(i));
        return intact.done();
    }

    /**
     * @param left how many files that are there were by choice not read
     */
    record Conclusion(IntactFiles intact, List<Difference> differences, long left) {}

    /** A file that was not read: it is there, or hidden, or missing. */
    private void unread(int at) {
        var kind = kinds[at];
        if (kind == StoredEntry.Kind.FILE) {
            if (states[at] != EARLIER && states[at] != LEFT)
                fail(
                        at,
                        isCutOff ? altered(at) : Outcome.UNREADABLE,
                        Optional.empty(),
                        isCutOff
                                ? "the archive is damaged before the file would come"
                                : "it is there and was not read");
            return;
        }
        var path = expected.get(at).path();
        var hidden = hiddenBy(path);
        if (isCutOff && (kind == null || kind == StoredEntry.Kind.UNREADABLE))
            fail(at, altered(at), Optional.empty(), "the archive is damaged before the file would come");
        else if (hidden.isPresent()) fail(at, Outcome.UNREADABLE, Optional.empty(), hidden.get());
        else if (kind == null || kind == StoredEntry.Kind.FOLDER)
            fail(at, Outcome.MISSING, Optional.empty(), kind == null ? "" : "a folder has its name");
        else fail(at, altered(at), Optional.empty(), "a link or a device stands in its place; it was not followed");
    }

    /** Why nothing is known of a path: it, or a folder above it, could not be read. */
    private Optional<String> hiddenBy(String path) {
        if (unreadable.isEmpty()) return Optional.empty();
        if (unreadable.containsKey(path)) return Optional.of(unreadable.get(path));
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            var folder = path.substring(0, slash);
            if (unreadable.containsKey(folder))
                return Optional.of("its folder " + folder + " could not be read: " + unreadable.get(folder));
        }
        return Optional.empty();
    }

    /** A missing file whose very bytes are at a path that the ledger does not know has moved there. Empty files are all alike. */
    private void moved() {
        var byChecksum = new HashMap<Checksum, KnownFile>();
        for (var file : added.values())
            if (file.isPresent() && file.get().bytes() > 0)
                byChecksum.putIfAbsent(file.get().checksum(), file.get());
        for (int i = 0; i < states.length; i++) {
            if (states[i] != FAILED || differences.get(i).failure().outcome() != Outcome.MISSING) continue;
            var now = byChecksum.remove(expected.get(i).checksum());
            if (now == null) continue;
            fail(i, Outcome.MOVED, Optional.of(now), "now at " + now.path());
            added.remove(now.path());
        }
    }

    private Difference addition(String path, Optional<KnownFile> file) {
        var why = unreadable.get(path);
        return new Difference(
                new FileFailure(
                        path,
                        Outcome.ADDED,
                        Optional.empty(),
                        file.map(known -> known.checksum().toString()),
                        why == null ? "" : "it could not be read: " + why),
                file);
    }

    private int find(String path) {
        return places.getOrDefault(path, UNPLACED);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) return "no permission";
        if (cause instanceof FileSystemException file && file.getReason() != null) return file.getReason();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
