package org.newsbag.durable;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Work on many items in parallel whose results are taken in the order of the items. So what is written does not depend on the number of
 * threads, and only a window of results is ever held.
 */
public final class OrderedWork implements AutoCloseable {
    private static final int WINDOW_PER_JOB = 64;

    private final ExecutorService threads;
    private final int jobs;

    /** What is done to one item, on any thread. */
    public interface Step<T, R> {
        R apply(T item) throws IOException, InterruptedException;
    }

    /** What takes the results, one at a time, on any thread: handing each to one certain thread costs more than the work on a small file. */
    public interface Sink<R> {
        void accept(R result) throws IOException;
    }

    public OrderedWork(int jobs) {
        threads = Executors.newFixedThreadPool(jobs);
        this.jobs = jobs;
    }

    /** How much is done at once. */
    public int jobs() {
        return jobs;
    }

    /**
     * Ends at the first failure in the order of the items, which is thrown; what other threads have in hand is interrupted by {@link #close}.
     *
     * @param items asked by one thread at a time
     */
    public <T, R> void run(Iterator<T> items, Step<T, R> step, Sink<R> sink) throws IOException, InterruptedException {
        var run = new Run<>(items, step, sink, jobs);
        for (int i = 0; i < jobs; i++) threads.execute(run::work);
        try {
            run.end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) throw cause;
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            if (e.getCause() instanceof InterruptedException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** One pass over the items. A thread that ends the item whose turn it is also takes the results that wait behind it to the sink. */
    private static final class Run<T, R> {
        final CompletableFuture<Void> end = new CompletableFuture<>();
        private final Iterator<T> items;
        private final Step<T, R> step;
        private final Sink<R> sink;
        private final Object[] ended;
        private int working;
        private long begun;
        private long taken;
        private boolean taking;

        private record Failed(Throwable cause) {}

        private record Item<T>(T value, long at) {}

        private record Done<R>(R result) {}

        Run(Iterator<T> items, Step<T, R> step, Sink<R> sink, int jobs) {
            this.items = items;
            this.step = step;
            this.sink = sink;
            this.working = jobs;
            this.ended = new Object[jobs * WINDOW_PER_JOB];
        }

        void work() {
            try {
                for (var item = next(); item != null; item = next()) {
                    keep(item.at(), attempt(item.value()));
                    takeAll();
                }
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
            leave();
        }

        /** The next item, once there is room for its result; null where there is none, or the run has failed. */
        private synchronized Item<T> next() throws InterruptedException {
            while (begun - taken >= ended.length && !end.isDone()) wait();
            return end.isDone() || !items.hasNext() ? null : new Item<>(items.next(), begun++);
        }

        private Object attempt(T item) {
            try {
                return new Done<>(step.apply(item));
            } catch (Throwable e) {
                return new Failed(e);
            }
        }

        private synchronized void keep(long at, Object result) {
            ended[slot(at)] = result;
        }

        private void takeAll() throws Throwable {
            for (var result = turn(true); result != null; result = turn(false)) {
                if (result instanceof Failed failed) throw failed.cause();
                @SuppressWarnings("unchecked")
                var done = (Done<R>) result;
                sink.accept(done.result());
            }
        }

        /** The result whose turn it is; null where it is still to come, or another thread is taking results. */
        private synchronized Object turn(boolean begins) {
            if (begins && taking) return null;
            if (!begins) {
                ended[slot(taken++)] = null;
                notifyAll();
            }
            var result = ended[slot(taken)];
            taking = result != null;
            return result;
        }

        private int slot(long at) {
            return (int) (at % ended.length);
        }

        private synchronized void leave() {
            notifyAll();
            if (--working == 0) end.complete(null);
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
