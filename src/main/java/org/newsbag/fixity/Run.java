package org.newsbag.fixity;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of {@link Digests}: what waits, who is idle, and how it ended. Shared by its threads. */
final class Run<T> {
    private static final int WINDOW = 64;
    private static final int WINDOW_PER_THREAD = 32;

    private final Iterator<Job<T>> jobs;
    private final long expectedBytes;
    private final Digests.Sink<T> sink;
    private final int threads;
    private final LaneChoice lanes;
    private final ArrayDeque<Job<T>> window = new ArrayDeque<>();
    private final int capacity;
    private long waitingBytes;
    private long seenBytes;
    private long inHand;
    private Throwable failure;
    private volatile boolean stopped;
    private volatile int idle;

    Run(Iterator<Job<T>> jobs, long expectedBytes, Digests.Sink<T> sink, int threads, LaneChoice lanes) {
        if (threads < 1) throw new IllegalArgumentException("threads: expected 1 or more, found " + threads);
        this.jobs = jobs;
        this.expectedBytes = expectedBytes;
        this.sink = sink;
        this.threads = threads;
        this.lanes = lanes;
        capacity = Math.max(WINDOW, WINDOW_PER_THREAD * threads);
    }

    /** The next job, or nothing when all have been handed out. */
    synchronized Optional<Job<T>> next() throws InterruptedException {
        checkStopped();
        lookAhead();
        if (window.isEmpty()) return Optional.empty();
        var job = window.remove();
        waitingBytes -= job.expectedSize();
        return Optional.of(job);
    }

    /** Fills the window, so that there is something to judge by. */
    synchronized void lookAhead() {
        while (window.size() < capacity && jobs.hasNext()) {
            var job = jobs.next();
            window.add(job);
            waitingBytes += job.expectedSize();
            seenBytes += job.expectedSize();
        }
        lanes.consider(window, Math.max(seenBytes, expectedBytes));
    }

    synchronized long waitingBytes() {
        return waitingBytes;
    }

    /**
     * Whether a thread that works on several sources at once is to take one more: not when it has its share already, so that all end together.
     *
     * @param before how many bytes it had in hand when it last asked
     * @param now how many it has
     */
    synchronized boolean owes(long before, long now) {
        inHand += now - before;
        return now * threads < inHand + waitingBytes;
    }

    /**
     * Whether there is enough for one thread to fill so many lanes until a source ends in one of them.
     *
     * @param size of the source
     * @param mine how many bytes the thread has in hand besides
     */
    synchronized boolean fills(int lanes, long size, long mine) {
        long share = (inHand + waitingBytes + size) / threads;
        return size * (lanes - 1) <= Math.min(share - size, mine + waitingBytes);
    }

    synchronized boolean allWaiting() {
        return !jobs.hasNext();
    }

    int threads() {
        return threads;
    }

    /** The algorithms that are digested in lanes from now on. */
    Set<Algorithm> served() {
        return lanes.served();
    }

    /** Waits until it is likely to be known which those are. */
    void settleLanes() throws InterruptedException {
        lanes.settle();
    }

    /** A thread has nothing to do any more. */
    synchronized void idle() {
        idle++;
    }

    /** Has another thread nothing to do any more? */
    boolean someoneIdle() {
        return idle > 0;
    }

    void digested(T item, Map<Algorithm, Checksum> checksums, long length) throws IOException, InterruptedException {
        checkStopped();
        sink.digested(item, checksums, length);
    }

    void unreadable(T item, IOException cause, long at) throws IOException, InterruptedException {
        checkStopped();
        sink.unreadable(item, cause, at);
    }

    void read(long bytes) {
        sink.read(bytes);
    }

    /** Ends the run at the next block of every thread. */
    void checkStopped() throws InterruptedException {
        if (stopped || Thread.interrupted()) throw new InterruptedException();
    }

    /** The first failure counts; later ones come of it. */
    synchronized void fail(Throwable e) {
        if (failure == null) failure = e;
        stopped = true;
    }

    void end() {
        lanes.end();
    }

    boolean failed() {
        return stopped;
    }

    synchronized void throwFailure() throws IOException, InterruptedException {
        if (failure == null) return;
        if (failure instanceof IOException e) throw e;
        if (failure instanceof InterruptedException e) throw e;
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
        throw new IllegalStateException(failure);
    }
}
