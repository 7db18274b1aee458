package org.newsbag.packaging;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Work on many items in parallel whose results are taken in the order of the items. So what is written does not depend on the number of
 * threads, and only a window of results is ever held.
 */
final class OrderedWork implements AutoCloseable {
    private static final int WINDOW_PER_JOB = 64;

    private final ExecutorService threads;
    private final int jobs;
    private final int window;

    /** What is done to one item, on any thread. */
    interface Step<T, R> {
        R apply(T item) throws IOException, InterruptedException;
    }

    /** What takes the results, on the caller's thread. */
    interface Sink<R> {
        void accept(R result) throws IOException;
    }

    OrderedWork(int jobs) {
        threads = Executors.newFixedThreadPool(jobs);
        this.jobs = jobs;
        window = jobs * WINDOW_PER_JOB;
    }

    /** How much is done at once. */
    int jobs() {
        return jobs;
    }

    /** Ends at the first failure, which is thrown; what other threads have in hand is interrupted by {@link #close}. */
    <T, R> void run(Iterator<T> items, Step<T, R> step, Sink<R> sink) throws IOException, InterruptedException {
        Deque<Future<R>> pending = new ArrayDeque<>(window);
        while (items.hasNext() || !pending.isEmpty()) {
            while (pending.size() < window && items.hasNext()) {
                var item = items.next();
                Callable<R> task = () -> step.apply(item);
                pending.add(threads.submit(task));
            }
            sink.accept(result(pending.remove()));
        }
    }

    private static <R> R result(Future<R> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) throw cause;
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            if (e.getCause() instanceof InterruptedException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Stops what still runs and waits for it, so that nothing is written behind the caller's back. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        while (true)
            try {
                if (threads.awaitTermination(1, TimeUnit.MINUTES)) break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
