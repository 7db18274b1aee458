package org.newsbag.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How much time and how many bytes a run may still spend. Files are taken some time before they are read, so what was taken counts. */
final class Budget {
    static final Budget NONE =
            new Budget(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), System::nanoTime);

    private static final double SECOND = 1e9;

    private final OptionalLong nanoseconds;
    private final OptionalLong bytes;
    private final OptionalLong rate;
    private final LongSupplier clock;
    private final long began;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param rate how many bytes a second are read at the most
     * @param clock nanoseconds that go on evenly, whatever is done to the time of day
     */
    Budget(Optional<Duration> time, OptionalLong bytes, OptionalLong rate, LongSupplier clock) {
        nanoseconds = time.isPresent() ? OptionalLong.of(time.get().toNanos()) : OptionalLong.empty();
        this.bytes = bytes;
        this.rate = rate;
        this.clock = clock;
        began = clock.getAsLong();
    }

    /** Takes a file of so many bytes on, unless the budget is spent. */
    boolean take(long size) {
        if (isSpent()) return false;
        taken.addAndGet(size);
        return true;
    }

    /** So many bytes more were read. */
    void spend(long more) {
        read.addAndGet(more);
    }

    /** How many were read so far. */
    long read() {
        return read.get();
    }

    boolean isSpent() {
        long used = Math.max(taken.get(), read.get());
        return bytes.isPresent() && used >= bytes.getAsLong()
                || nanoseconds.isPresent() && needed(used) >= nanoseconds.getAsLong();
    }

    /** The time that has gone, or that it takes to read what was taken. */
    private long needed(long used) {
        long gone = clock.getAsLong() - began;
        return rate.isPresent() ? Math.max(gone, (long) (used / (double) rate.getAsLong() * SECOND)) : gone;
    }
}
