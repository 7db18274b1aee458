package org.newsbag.fixity;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lanes once a run is large enough, and once a trial beside it has shown that they are faster than Java's own digests on this machine.
 * The trial also makes Java compile them: until it has, they would be a hundred times slower.
 */
final class LaneTrial implements LaneChoice {
    /** Less is done before what the trial costs, a third of a second of one core, could be gained back. */
    private static final long WORTH_A_TRIAL = 256L << 20;

    /** With fewer sources than this there is no gain in lanes. */
    static final int WORTH_LANES = 4;

    /** For each algorithm on trial: one that is alone on two cores takes a third of a second. */
    private static final long WORTH_A_WAIT_NANOS = 600_000_000L;

    private static final int MESSAGE = 1 << 10;
    private static final int GAIN_PERCENT = 20;
    private static final int LATEST = 8;
    private static final long PATIENCE_NANOS = 4_000_000_000L;

    /** What an earlier trial in this process has shown: that holds, and is compiled. */
    private static final Set<Algorithm> FASTER = ConcurrentHashMap.newKeySet();

    private volatile Thread trial;
    private volatile long worthAWait;
    private volatile boolean ended;
    private volatile Set<Algorithm> served = Set.copyOf(FASTER);

    @Override
    public void consider(Collection<? extends Job<?>> waiting, long bytes) {
        if (trial != null || bytes < WORTH_A_TRIAL || waiting.size() < WORTH_LANES) return;
        var candidates = new TreeSet<Algorithm>();
        for (var job : waiting)
            for (var algorithm : job.algorithms())
                if (Lanes.serve(algorithm) && !served.contains(algorithm)) candidates.add(algorithm);
        if (candidates.isEmpty()) return;
        worthAWait = System.nanoTime() + candidates.size() * WORTH_A_WAIT_NANOS;
        trial = new Thread(() -> candidates.forEach(this::tryOut), "newsbag-lane-trial");
        trial.setDaemon(true);
        trial.start();
    }

    @Override
    public Set<Algorithm> served() {
        return served;
    }

    @Override
    public void settle() throws InterruptedException {
        if (trial == null) return;
        long left = worthAWait - System.nanoTime();
        if (left > 0) TimeUnit.NANOSECONDS.timedJoin(trial, left);
    }

    @Override
    public void end() {
        ended = true;
        boolean interrupted = false;
        while (trial != null && trial.isAlive())
            try {
                trial.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void tryOut(Algorithm algorithm) {
        if (ended) return;
        var lanes = Lanes.of(algorithm, 0);
        if (lanes.isEmpty() || !faster(lanes.get())) return;
        var all = new TreeSet<>(served);
        all.add(algorithm);
        served = all;
        FASTER.add(algorithm);
    }

    private boolean faster(Lanes lanes) {
        var blocks = new byte[lanes.width()][MESSAGE];
        var at = new int[lanes.width()];
        var plain = lanes.algorithm().newDigest();
        long best = Long.MAX_VALUE;
        long latest = Long.MAX_VALUE;
        long begin = System.nanoTime();
        for (int round = 0; !ended && System.nanoTime() - begin < PATIENCE_NANOS; round++) {
            long start = System.nanoTime();
            lanes.together(0, blocks, at, MESSAGE);
            long between = System.nanoTime();
            for (var block : blocks) plain.update(block);
            long end = System.nanoTime();
            latest = Math.min(latest, between - start);
            best = Math.min(best, end - between);
            if (round % LATEST != 0) continue;
            if (latest * 100 < best * (100 - GAIN_PERCENT)) return true;
            latest = Long.MAX_VALUE;
        }
        return false;
    }
}
