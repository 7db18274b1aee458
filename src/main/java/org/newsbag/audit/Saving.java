package org.newsbag.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.Queue;

/** Writes down again and again how far the check of a part has come, on a thread of its own: nobody who reads files waits for the disk of the ledger. */
final class Saving implements AutoCloseable {
    private static final long MILLISECONDS = 100;

    private final Queue queue;
    private final Part part;
    private final long baseline;
    private final Instant began;
    private final PartWitness witness;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "newsbag-audit-saving");
        daemon.setDaemon(true);
        return daemon;
    });
    private String saved = "";
    private volatile IOException failure;

    Saving(Ledger ledger, Part part, long baseline, Instant began, PartWitness witness) {
        this.queue = ledger.queue();
        this.part = part;
        this.baseline = baseline;
        this.began = began;
        this.witness = witness;
        thread.scheduleWithFixedDelay(this::now, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** @throws UncheckedIOException where it could not be written down: what is read from now on would be lost */
    void confirm() {
        if (failure != null) throw new UncheckedIOException(failure);
    }

    private void now() {
        var soFar = witness.soFar();
        if (soFar.isEmpty() || soFar.get().upto().equals(saved) || failure != null) return;
        try {
            queue.save(
                    part,
                    baseline,
                    new Queue.Progress(began, soFar.get().upto(), soFar.get().failures()));
            saved = soFar.get().upto();
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Writes down how far it came in the end. */
    void end() {
        stop();
        now();
    }

    @Override
    public void close() {
        stop();
    }

    /** Waits for what is being written: nothing may be written behind the record of the check. */
    private void stop() {
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
