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

/** The files that are expected in one part, in the order of their paths, and what is known of each so far. A file is named by its place in that order. */
final class PartFiles {
    /** What no file is at. */
    static final int NOWHERE = -1;

    private static final String PAYLOAD = "data/";

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
    private final State[] states;
    private final Map<Integer, Difference> differences = new HashMap<>();
    private int contiguous;

    PartFiles(List<KnownFile> expected) {
        this.expected = expected;
        states = new State[expected.size()];
        Arrays.fill(states, State.PENDING);
    }

    int size() {
        return states.length;
    }

    /** The place of a path; {@link #NOWHERE} where it is not expected. */
    int find(String path) {
        int low = 0;
        int high = states.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = RelativePath.compareUtf8(expected.get(middle).path(), path);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle;
        }
        return NOWHERE;
    }

    KnownFile file(int at) {
        return expected.get(at);
    }

    State state(int at) {
        return states[at];
    }

    void set(int at, State state) {
        states[at] = state;
        while (contiguous < states.length && states[contiguous].isDone()) contiguous++;
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
        for (int i = 0;
                i < states.length && RelativePath.compareUtf8(expected.get(i).path(), progress.upto()) <= 0;
                i++) set(i, State.EARLIER);
        for (var failure : progress.failures()) {
            int at = find(failure.path());
            if (at == NOWHERE) continue;
            differences.put(at, new Difference(failure, Optional.empty()));
            set(at, State.FAILED);
        }
    }

    /** The last path, in order, up to which every file was checked; empty where that is none. */
    Optional<String> upto() {
        return contiguous == 0
                ? Optional.empty()
                : Optional.of(expected.get(contiguous - 1).path());
    }

    /** The failures among the files up to that path. */
    List<FileFailure> failuresSoFar() {
        var found = new ArrayList<FileFailure>();
        for (int i = 0; i < contiguous; i++)
            if (states[i] == State.FAILED) found.add(differences.get(i).failure());
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
