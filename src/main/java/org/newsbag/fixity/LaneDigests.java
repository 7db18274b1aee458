package org.newsbag.fixity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Several sources at once, in the lanes of a vector. As one ends the next takes its slot. Belongs to one thread.
 * See docs/decisions/0008-hashing-in-lanes.md.
 */
final class LaneDigests<T> implements AutoCloseable {
    private static final int SLOTS = 16;
    private static final int BLOCK = 1 << 15;
    /** A shorter source is done sooner alone. */
    private static final int WORTH_A_LANE = 1 << 10;

    private final Run<T> run;
    private final byte[][] blocks = new byte[SLOTS][BLOCK];
    private final int[] at = new int[SLOTS];
    private final List<Slot<T>> slots = new ArrayList<>();
    private final Map<Algorithm, Lanes> lanes = new TreeMap<>();
    private int active;
    private long inHand;
    private int room = SLOTS;

    LaneDigests(Run<T> run) {
        this.run = run;
        for (var block : blocks) slots.add(new Slot<>(block));
    }

    boolean idle() {
        return active == 0;
    }

    /** Is there a slot for one source more, and is this thread to take it? */
    boolean room() {
        long before = inHand;
        inHand = remaining();
        return active == 0 || run.owes(before, inHand) && active < room;
    }

    /**
     * Is it worth it to begin a source in a lane? Not where there is too little else to fill the lanes beside it until it ends.
     *
     * @param served the algorithms that are digested in lanes now
     */
    boolean wants(Job<T> job, Set<Algorithm> served) {
        int fewest = 0;
        for (var algorithm : job.algorithms())
            if (served.contains(algorithm))
                fewest = Math.max(fewest, of(algorithm).fewest());
        long size = job.expectedSize();
        if (fewest == 0 || size < WORTH_A_LANE) return false;
        return run.fills(fewest, size, remaining());
    }

    /** How many bytes are likely to come of the sources in hand. */
    long remaining() {
        long bytes = 0;
        for (int s = 0; s < SLOTS; s++) bytes += slots.get(s).remaining(at[s]);
        return bytes;
    }

    /** Opens a source in a free slot. */
    void begin(Job<T> job, Set<Algorithm> served) throws IOException, InterruptedException {
        int s = 0;
        while (!slots.get(s).free()) s++;
        var plain = new ArrayList<Algorithm>();
        var laned = new ArrayList<Lanes>();
        for (var algorithm : job.algorithms())
            if (served.contains(algorithm)) laned.add(of(algorithm));
            else plain.add(algorithm);
        active++;
        at[s] = 0;
        room = 0;
        for (var algorithm : laned) {
            algorithm.begin(s);
            room = Math.max(room, algorithm.width());
        }
        try {
            slots.get(s).begin(job, laned, plain);
        } catch (IOException e) {
            giveUp(s, e);
        }
    }

    /** Reads where a block is used up, ends what is read to its end, and takes in as many bytes as every slot has. */
    void step() throws IOException, InterruptedException {
        run.checkStopped();
        int length = BLOCK;
        for (int s = 0; s < SLOTS; s++) {
            if (!slots.get(s).free() && slots.get(s).whole(at[s]) == 0) read(s);
            if (!slots.get(s).free()) length = Math.min(length, slots.get(s).whole(at[s]));
        }
        if (active == 0) return;
        for (var algorithm : lanes.values())
            for (int group = 0; group < SLOTS / algorithm.width(); group++) advance(algorithm, group, length);
        for (int s = 0; s < SLOTS; s++) if (!slots.get(s).free()) at[s] += length;
    }

    /** Closes every source. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (var slot : slots)
            try {
                slot.clear();
            } catch (IOException e) {
                if (failure == null) failure = e;
                else failure.addSuppressed(e);
            }
        if (failure != null) throw failure;
    }

    private void advance(Lanes algorithm, int group, int length) {
        int first = group * algorithm.width();
        int used = 0;
        for (int s = first; s < first + algorithm.width(); s++) if (slots.get(s).uses(algorithm)) used++;
        if (2 * used > algorithm.fewest()) algorithm.together(group, blocks, at, length);
        else
            for (int s = first; s < first + algorithm.width(); s++)
                if (slots.get(s).uses(algorithm)) algorithm.alone(s, blocks[s], at[s], length);
    }

    private void read(int s) throws IOException, InterruptedException {
        var slot = slots.get(s);
        try {
            if (!slot.ended()) {
                at[s] = 0;
                run.read(slot.read());
            }
        } catch (IOException e) {
            giveUp(s, e);
            return;
        }
        if (slot.ended() && slot.whole(at[s]) == 0) finish(s);
    }

    private void finish(int s) throws IOException, InterruptedException {
        var slot = slots.get(s);
        var job = slot.job();
        var checksums = new TreeMap<Algorithm, Checksum>();
        for (var algorithm : job.algorithms()) checksums.put(algorithm, Checksum.of(algorithm, digest(s, algorithm)));
        long total = slot.total();
        free(s);
        run.digested(job.item(), checksums, total);
    }

    private byte[] digest(int s, Algorithm algorithm) {
        var slot = slots.get(s);
        var laned = lanes.get(algorithm);
        return laned != null && slot.uses(laned)
                ? laned.finish(s, blocks[s], at[s], slot.rest(at[s]), slot.total())
                : slot.digest(algorithm);
    }

    private void giveUp(int s, IOException cause) throws IOException, InterruptedException {
        var job = slots.get(s).job();
        long total = slots.get(s).total();
        try {
            free(s);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        run.unreadable(job.item(), cause, total);
    }

    private void free(int s) throws IOException {
        at[s] = 0;
        active--;
        slots.get(s).clear();
    }

    private Lanes of(Algorithm algorithm) {
        return lanes.computeIfAbsent(algorithm, a -> Lanes.of(a, SLOTS).orElseThrow());
    }
}
