package org.newsbag.audit;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsbag.audit.PartFiles.State;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.PathRange;
import org.newsbag.ledger.Queue;
import org.newsbag.path.RelativePath;
import org.newsbag.store.DamagedArchive;
import org.newsbag.store.Reason;
import org.newsbag.store.StoredEntry;
import org.newsbag.store.StoredEntry.Kind;
import org.newsbag.validation.Witness;

/** Sits beside while a bag is judged, and compares what is read of one part with what the ledger expects there. */
final class PartWitness implements Witness {
    private static final String UNOPENED = "it could not be opened";
    private static final String BEHIND_DAMAGE = "the archive is damaged before the file would come";

    private final Algorithm algorithm;
    private final PathRange range;
    private final Baseline baseline;
    private final Choice choice;
    private PartFiles files = new PartFiles(List.of());
    private Kind[] kinds = {};
    private Optional<Queue.Progress> resumed = Optional.empty();
    private final Map<String, Optional<KnownFile>> added = new TreeMap<>(RelativePath::compareUtf8);
    private final Set<String> strangers = new TreeSet<>();
    private final Map<String, String> unreadable = new TreeMap<>(RelativePath::compareUtf8);
    private Optional<String> bagUnreadable = Optional.empty();
    private boolean isCutOff;
    private boolean isArchive;
    private Runnable afterEach = () -> {};

    /** Which files are to be read now; asked one after the other. */
    interface Choice {
        boolean takes(String path, long size);
    }

    PartWitness(Algorithm algorithm, PathRange range, Baseline baseline, Choice choice) {
        this.algorithm = algorithm;
        this.range = range;
        this.baseline = baseline;
        this.choice = choice;
    }

    /** Takes over what an earlier check has found. */
    void resume(Queue.Progress progress) {
        resumed = Optional.of(progress);
    }

    /** The bag is an archive: what cannot be read in it is damaged, and hidden by nobody. */
    void inArchive() {
        isArchive = true;
    }

    /** @param action is done after each file that was read, one at a time */
    void afterEach(Runnable action) {
        afterEach = action;
    }

    @Override
    public List<Algorithm> algorithms() {
        return List.of(algorithm);
    }

    /** Every file has its turn, so that it can be said up to which all were checked. */
    @Override
    public synchronized void listed(Listing bag) {
        files = new PartFiles(baseline.files());
        resumed.ifPresent(files::resume);
        kinds = new Kind[files.size()];
        for (int i = 0; i < kinds.length; i++)
            kinds[i] = bag.place(files.file(i).path(), files.turn(i)).orElse(null);
        for (int i = 0; i < kinds.length; i++)
            if (kinds[i] == Kind.UNREADABLE)
                unreadable.putIfAbsent(files.file(i).path(), UNOPENED);
        bag.eachOther(this::other);
        // What cannot be read need not be waited for: how far a check has come is told by the first file that is not
        // done.
        for (int i = 0; i < kinds.length; i++) if (kinds[i] != Kind.FILE && files.state(i) != State.FAILED) unread(i);
    }

    private void other(StoredEntry entry) {
        if (entry.kind() == Kind.UNREADABLE) unreadable.putIfAbsent(entry.path(), UNOPENED);
        else if (!range.contains(entry.path())) return;
        else if (entry.isFile()) added.put(entry.path(), Optional.empty());
        else strangers.add(entry.path());
    }

    @Override
    public synchronized boolean wants(String path, int place) {
        if (place == UNPLACED) return added.containsKey(path) && choice.takes(path, 0);
        int at = files.at(place);
        if (files.state(at) != State.PENDING) return false;
        files.set(at, choice.takes(path, files.file(at).bytes()) ? State.TAKEN : State.LEFT);
        return files.state(at) == State.TAKEN;
    }

    @Override
    public synchronized void cutOff() {
        isCutOff = true;
    }

    /** Damage to an archive is a change of its bytes, and no fault of the disk's. */
    @Override
    public synchronized void unreadable(String path, IOException cause) {
        boolean isDamage = cause instanceof DamagedArchive;
        if (path.isEmpty() && isDamage) isCutOff = true;
        else if (path.isEmpty()) bagUnreadable = Optional.of(Reason.of(cause));
        int at = range.contains(path) ? files.find(path) : PartFiles.NOWHERE;
        if (at == PartFiles.NOWHERE) {
            if (!path.isEmpty()) unreadable.put(path, Reason.of(cause));
            return;
        }
        files.fail(at, isDamage ? files.altered(at) : Outcome.UNREADABLE, Optional.empty(), Reason.of(cause));
        afterEach.run();
    }

    @Override
    public synchronized void read(ReadFile file) {
        var checksum = file.checksums().get(algorithm);
        if (checksum == null) return;
        if (file.place() == UNPLACED) {
            added.computeIfPresent(
                    file.path(), (path, before) -> Optional.of(new KnownFile(path, file.size(), checksum)));
            return;
        }
        int at = files.at(file.place());
        if (files.state(at) == State.FAILED) return; // a tag file that could not be read before: the first word stands
        compare(at, file.size(), checksum);
        afterEach.run();
    }

    private void compare(int at, long size, Checksum found) {
        var file = files.file(at);
        if (file.checksum().equals(found) && file.bytes() == size) {
            files.set(at, State.INTACT);
            return;
        }
        var detail = file.bytes() == size ? "same size, other bytes" : size + " bytes instead of " + file.bytes();
        files.fail(at, files.altered(at), Optional.of(new KnownFile(file.path(), size, found)), detail);
    }

    /**
     * How far all are checked.
     *
     * @param upto the last file, as they are read, up to which every expected one was
     * @param failures among those
     */
    record SoFar(String upto, List<FileFailure> failures) {}

    /** Empty where the first file is not checked yet, or nothing is there at all: then the bag is gone rather than its files. */
    synchronized Optional<SoFar> soFar() {
        return isEmpty() ? Optional.empty() : files.upto().map(upto -> new SoFar(upto, files.failuresSoFar()));
    }

    /** Whether the archive is damaged, so that not all of it was seen. */
    synchronized boolean isCutOff() {
        return isCutOff;
    }

    /** Why the bag as a whole could not be read; empty where it could. */
    synchronized Optional<String> bagUnreadable() {
        return bagUnreadable;
    }

    /**
     * What came of the part.
     *
     * @param differences in the order of their paths
     * @param left how many files that are there were by choice not read
     */
    record Conclusion(IntactFiles intact, List<Difference> differences, long left) {}

    /** Whether none of the files that are expected is there, though some are expected. */
    synchronized boolean isEmpty() {
        for (var kind : kinds) if (kind != null) return false;
        return kinds.length > 0;
    }

    /** A file has become a link to another file of the bag: what it leads to may be right, and is one copy less. */
    synchronized void linked(String path) {
        int at = files.find(path);
        if (at != PartFiles.NOWHERE && (files.state(at) == State.INTACT || files.state(at) == State.EARLIER))
            files.fail(at, files.altered(at), Optional.empty(), "a link to another file stands in its place");
    }

    /** More is there that is no file, such as links that lead away, than when the bag was registered: any of it may be new. */
    synchronized void addStrangers() {
        for (var path : strangers) added.put(path, Optional.empty());
    }

    /** Says something of every file; only those that were left by choice are no failures where they are there. */
    synchronized Conclusion conclude() {
        for (int i = 0; i < files.size(); i++)
            if (files.state(i) != State.INTACT && files.state(i) != State.FAILED) unread(i);
        moved();
        var found = new TreeMap<String, Difference>(RelativePath::compareUtf8);
        for (var difference : files.differences())
            found.put(difference.failure().path(), difference);
        added.forEach((path, file) -> found.put(path, addition(path, file)));
        long left = files.count(State.LEFT);
        // the root of all is known already
        var intact = left == 0 && files.differences().isEmpty() ? baseline.all() : files.intact();
        return new Conclusion(intact, List.copyOf(found.values()), left);
    }

    /** A file that was not read now: it is there, or hidden, or missing. */
    private void unread(int at) {
        var kind = kinds[at];
        boolean isSpared = files.state(at) == State.EARLIER || files.state(at) == State.LEFT;
        if (kind == Kind.FILE && isSpared) return;
        var hidden = hiddenBy(files.file(at).path());
        if (isArchive && kind == Kind.UNREADABLE && !isCutOff)
            files.fail(
                    at,
                    files.altered(at),
                    Optional.empty(),
                    "its entry in the archive is not to be trusted; newsbag validate says why");
        else if (isCutOff && (kind == null || kind == Kind.UNREADABLE || kind == Kind.FILE))
            files.fail(at, files.altered(at), Optional.empty(), BEHIND_DAMAGE);
        else if (hidden.isPresent()) files.fail(at, Outcome.UNREADABLE, Optional.empty(), hidden.get());
        else if (kind == Kind.FILE)
            files.fail(at, Outcome.UNREADABLE, Optional.empty(), "it is there and was not read");
        else if (kind == null) files.fail(at, Outcome.MISSING, Optional.empty(), "");
        else if (kind == Kind.FOLDER) files.fail(at, Outcome.MISSING, Optional.empty(), "a folder has its name");
        else
            files.fail(
                    at,
                    files.altered(at),
                    Optional.empty(),
                    "a link or a device stands in its place; it was not followed");
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
        if (byChecksum.isEmpty()) return;
        for (int i = 0; i < files.size(); i++) {
            if (files.state(i) != State.FAILED || files.failure(i) != Outcome.MISSING) continue;
            var now = byChecksum.remove(files.file(i).checksum());
            if (now == null) continue;
            files.fail(i, Outcome.MOVED, Optional.of(now), "now at " + now.path());
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
}
