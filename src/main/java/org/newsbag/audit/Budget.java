package org.newsbag.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How much time and how many bytes a run may still spend. */
final class Budget {
    static final Budget NONE = new Budget(Optional.empty(), OptionalLong.empty(), System::nanoTime);

    private final OptionalLong nanoseconds;
    private final OptionalLong bytes;
    private final LongSupplier clock;
    private final long began;
    private final AtomicLong read = new AtomicLong();

    /** @param clock nanoseconds that go on evenly, whatever is done to the time of day */
    Budget(Optional<Duration> time, OptionalLong bytes, LongSupplier clock) {
        nanoseconds = time.isPresent() ? OptionalLong.of(time.get().toNanos()) : OptionalLong.empty();
        this.bytes = bytes;
        this.clock = clock;
        began = clock.getAsLong();
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
        return bytes.isPresent() && read.get() >= bytes.getAsLong()
                || nanoseconds.isPresent() && clock.getAsLong() - began >= nanoseconds.getAsLong();
    }
}
