package org.newsbag.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own, until it is closed or has failed. */
final class Repeated implements AutoCloseable {
    private final ScheduledExecutorService thread;
    private final Work work;
    private volatile Exception failure;

    /** What is done each time. */
    interface Work {
        void run() throws IOException;
    }

    /** @param name of the thread */
    Repeated(String name, Duration every, Work work) {
        this.work = work;
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::once, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void once() {
        if (failure != null) return;
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /** @throws IOException what it failed of, if it did */
    void confirm() throws IOException {
        if (failure instanceof IOException e) throw e;
        if (failure instanceof RuntimeException e) throw e;
    }

    /** Waits for what is being done: nothing may come of it behind the caller's back. */
    @Override
    public void close() {
        thread.shutdown();
        boolean isInterrupted = false;
        while (true)
            try {
                if (thread.awaitTermination(1, TimeUnit.MINUTES)) break;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        if (isInterrupted) Thread.currentThread().interrupt();
    }
}
