package org.newsbag.store;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Inflater;

/** Inflaters that were used and can be used again: to make one costs more than to inflate a small file. */
final class Inflaters implements AutoCloseable {
    private final Deque<Inflater> idle = new ArrayDeque<>();

    synchronized Inflater take() {
        return idle.isEmpty() ? new Inflater(true) : idle.pop();
    }

    /** Closed once or more often, it gives the inflater back once: two readers must never share one. */
    Closeable giverBack(Inflater inflater) {
        var held = new AtomicReference<>(inflater);
        return () -> {
            var back = held.getAndSet(null);
            if (back != null) giveBack(back);
        };
    }

    private synchronized void giveBack(Inflater inflater) {
        inflater.reset();
        idle.push(inflater);
    }

    /** Ends those that are idle. */
    @Override
    public synchronized void close() {
        idle.forEach(Inflater::end);
        idle.clear();
    }
}
