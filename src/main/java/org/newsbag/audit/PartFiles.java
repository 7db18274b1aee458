package org.newsbag.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.bag.ManifestName;
import org.newsbag.ledger.FileFailure;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Outcome;
import org.newsbag.ledger.Queue;
import org.newsbag.path.RelativePath;

/**
 * The files that are expected in one part, in the order of their paths, and what is known of each so far. A file is named by its place in that order. They are
 * read in another: the tag files first, because the payload's checksums rest on them, and because a large one is not to be left for the end.
 */
final class PartFiles {
    /** What no file is at. */
    static final int NOWHERE = -1;

    private static final String PAYLOAD = "data/";

    /** In the order of the paths, what follows every path in {@link #PAYLOAD}. */
    private static final String BEHIND_PAYLOAD = "data0";

    /** What can be known of a file. */
    enum State {
        /** Nothing yet. */
        PENDING,
        /** To be read, and not yet read to its end. */
        TAKEN,
        INTACT,
        FAILED,
        /** Found intact before this check was resumed. */
        EARLIER,
        /** There, and by choice not read in this check. */
        LEFT;

        private boolean isDone() {
            return this == INTACT || this == FAILED || this == EARLIER;
        }
    }

    private final List<KnownFile> expected;
    private final int firstOfPayload;
    private final int behindPayload;
    private final State[] states;
    private final Map<Integer, Difference> differences = new HashMap<>();
    /** How many of the files that are read first are done. */
    private int contiguous;

    PartFiles(List<KnownFile> expected) {
        this.expected = expected;
        firstOfPayload = firstFrom(PAYLOAD);
        behindPayload = firstFrom(BEHIND_PAYLOAD);
        states = new State[expected.size()];
        Arrays.fill(states, State.PENDING);
    }

    int size() {
        return states.length;
    }

    /** The place of a path; {@link #NOWHERE} where it is not expected. */
    int find(String path) {
        int at = firstFrom(path);
        return at < size() && expected.get(at).path().equals(path) ? at : NOWHERE;
    }

    /** The place of the first path that is this one, or follows it. */
    private int firstFrom(String path) {
        int low = 0;
        int high = expected.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (RelativePath.compareUtf8(expected.get(middle).path(), path) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** How many files are read before the one at a place. */
    int turn(int at) {
        if (at < firstOfPayload) return at;
        return at < behindPayload ? at + size() - behindPayload : at - (behindPayload - firstOfPayload);
    }

    /** The place of the file before which so many others are read. */
    int at(int turn) {
        if (turn < firstOfPayload) return turn;
        int tagFiles = size() - (behindPayload - firstOfPayload);
        return turn < tagFiles ? turn + (behindPayload - firstOfPayload) : turn - tagFiles + firstOfPayload;
    }

    KnownFile file(int at) {
        return expected.get(at);
    }

    State state(int at) {
        return states[at];
    }

    void set(int at, State state) {
        states[at] = state;
        while (contiguous < states.length && states[at(contiguous)].isDone()) contiguous++;
    }

    /** What a file is called whose bytes are others. */
    Outcome altered(int at) {
        var path = expected.get(at).path();
        if (path.startsWith(PAYLOAD)) return Outcome.ALTERED;
        return ManifestName.parse(path).isPresent() ? Outcome.MANIFEST_ALTERED : Outcome.TAG_ALTERED;
    }

    void fail(int at, Outcome outcome, Optional<KnownFile> found, String detail) {
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
        set(at, State.FAILED);
    }

    Outcome failure(int at) {
        return differences.get(at).failure().outcome();
    }

    Collection<Difference> differences() {
        return differences.values();
    }

    /** Takes over what an earlier check has found. */
    void resume(Queue.Progress progress) {
        int last = find(progress.upto());
        if (last == NOWHERE) return; // what was written down is of no use: all is read
        for (int turn = 0; turn <= turn(last); turn++) set(at(turn), State.EARLIER);
        for (var failure : progress.failures()) {
            int at = find(failure.path());
            if (at == NOWHERE) continue;
            differences.put(at, new Difference(failure, Optional.empty()));
            set(at, State.FAILED);
        }
    }

    /** The last file, as they are read, up to which every one was checked; empty where that is none. */
    Optional<String> upto() {
        return contiguous == 0
                ? Optional.empty()
                : Optional.of(expected.get(at(contiguous - 1)).path());
    }

    /** The failures among the files up to that one. */
    List<FileFailure> failuresSoFar() {
        var found = new ArrayList<FileFailure>();
        for (int turn = 0; turn < contiguous; turn++)
            if (states[at(turn)] == State.FAILED)
                found.add(differences.get(at(turn)).failure());
        return found;
    }

    long count(State state) {
        long count = 0;
        for (var one : states) if (one == state) count++;
        return count;
    }

    IntactFiles intact() {
        var intact = new IntactFiles.Gathering();
        for (int i = 0; i < states.length; i++)
            if (states[i] == State.INTACT || states[i] == State.EARLIER) intact.add(expected.get(i));
        return intact.done();
    }
}
