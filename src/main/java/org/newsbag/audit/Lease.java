package org.newsbag.audit;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.newsbag.ledger.Queue;

/** Says from time to time that a run still lives, so that no other takes over what it has claimed. */
final class Lease implements AutoCloseable {
    private static final long SECONDS = 30;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "newsbag-audit-lease");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile IOException failure;

    Lease(Queue queue, String run) {
        thread.scheduleAtFixedRate(() -> renew(queue, run), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void renew(Queue queue, String run) {
        try {
            queue.renew(run);
        } catch (IOException e) {
            failure = e;
        }
    }

    /** @throws IOException where it could not be said */
    void confirm() throws IOException {
        if (failure != null) throw failure;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
