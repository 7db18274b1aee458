package org.newsbag.fixity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Digests many sources: each is read once for all its algorithms, on several threads, several files at once on each where the processor
 * has lanes for it (docs/decisions/0008-hashing-in-lanes.md), and the algorithms of a last large file side by side.
 */
public final class Digests {
    /** Less than this is done sooner than a second thread begins. */
    private static final long WORTH_A_THREAD = 1 << 20;

    private Digests() {}

    /** What takes the outcomes, in any order and from many threads at once. An exception from it ends the run. */
    public interface Sink<T> {
        /** All of a source was read: its checksums by algorithm in the order of their names, and its length in bytes. */
        void digested(T item, Map<Algorithm, Checksum> checksums, long length) throws IOException, InterruptedException;

        /** A source could not be opened, or not be read on after so many bytes. */
        void unreadable(T item, IOException cause, long at) throws IOException, InterruptedException;

        /** So many bytes more of some source were read. */
        default void read(long bytes) {}
    }

    /**
     * Digests every source that the jobs name, and returns when all are done. The calling thread works too.
     *
     * @param threads how many threads may work at once, at least 1
     * @param jobs is asked by one thread at a time, and never far ahead: so it may be endless, and as slow as a walk of a folder
     * @param bytes how many are likely to come in all; 0 where nobody knows
     * @throws IOException what the sink threw
     * @throws InterruptedException when the calling thread was interrupted
     */
    public static <T> void run(int threads, Iterator<Job<T>> jobs, long bytes, Sink<T> sink)
            throws IOException, InterruptedException {
        run(threads, jobs, bytes, sink, new LaneTrial());
    }

    static <T> void run(int threads, Iterator<Job<T>> jobs, long bytes, Sink<T> sink, LaneChoice lanes)
            throws IOException, InterruptedException {
        var run = new Run<>(jobs, bytes, sink, threads, lanes);
        var others = new ArrayList<Thread>();
        try {
            run.lookAhead();
            int helpers = run.waitingBytes() < WORTH_A_THREAD && run.allWaiting() ? 0 : threads - 1;
            for (int i = 0; i < helpers; i++) others.add(begin(run, i));
            work(run);
            for (var thread : others) thread.join();
        } catch (InterruptedException e) {
            run.fail(e);
        } finally {
            end(run, others);
        }
        run.throwFailure();
    }

    private static Thread begin(Run<?> run, int number) {
        var thread = new Thread(() -> work(run), "newsbag-digest-" + number);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void work(Run<?> run) {
        try {
            new Worker<>(run).run();
        } catch (Throwable e) { // also an error: the other threads must end, and the caller is told
            run.fail(e);
        }
    }

    /** Waits for every thread, also when interrupted meanwhile: nothing is read behind the caller's back. */
    private static void end(Run<?> run, List<Thread> threads) {
        run.end();
        boolean interrupted = false;
        for (var thread : threads)
            while (thread.isAlive()) {
                if (run.failed()) thread.interrupt();
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    run.fail(e);
                    interrupted = true;
                }
            }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
