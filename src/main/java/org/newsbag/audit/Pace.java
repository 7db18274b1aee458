package org.newsbag.audit;

import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.newsbag.fixity.Progress;

/** Counts the bytes that are read, and holds the readers back where they would read more in a second than they may. */
final class Pace implements Progress {
    private static final double SECOND = 1e9;

    private final Budget budget;
    private final OptionalLong rate;
    private final Progress shown;
    private long free = System.nanoTime();

    /** @param rate in bytes a second */
    Pace(Budget budget, OptionalLong rate, Progress shown) {
        this.budget = budget;
        this.rate = rate;
        this.shown = shown;
    }

    @Override
    public void begin(String step, long files, long bytes) {
        shown.begin(step, files, bytes);
    }

    @Override
    public void advance(long files, long bytes) {
        budget.spend(bytes);
        shown.advance(files, bytes);
        if (rate.isEmpty() || bytes == 0) return;
        for (long ahead = ahead(bytes); ahead > 0 && !Thread.currentThread().isInterrupted(); ahead = ahead(0))
            LockSupport.parkNanos(ahead);
    }

    /** Nanoseconds until what was read so far fits the rate. Time that was not used is not saved up for later. */
    private synchronized long ahead(long bytes) {
        long now = System.nanoTime();
        if (bytes > 0) free = Math.max(free, now) + (long) (bytes / (double) rate.getAsLong() * SECOND);
        return free - now;
    }

    @Override
    public void end() {
        shown.end();
    }
}
