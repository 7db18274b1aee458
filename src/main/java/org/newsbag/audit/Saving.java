package org.newsbag.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.Queue;

/** Writes down ten times a second how far the check of a part has come: nobody who reads files waits for the disk of the ledger. */
final class Saving implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);

    private final Queue queue;
    private final Part part;
    private final long baseline;
    private final Instant began;
    private final PartWitness witness;
    private final Repeated repeated;
    private String saved = "";

    Saving(Ledger ledger, Part part, long baseline, Instant began, PartWitness witness) {
        this.queue = ledger.queue();
        this.part = part;
        this.baseline = baseline;
        this.began = began;
        this.witness = witness;
        repeated = new Repeated("newsbag-audit-saving", EVERY, this::now);
    }

    /** @throws UncheckedIOException where it could not be written down: what is read from now on would be lost */
    void confirm() {
        try {
            repeated.confirm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void now() throws IOException {
        var soFar = witness.soFar();
        if (soFar.isEmpty() || soFar.get().upto().equals(saved)) return;
        queue.save(
                part,
                baseline,
                new Queue.Progress(began, soFar.get().upto(), soFar.get().failures()));
        saved = soFar.get().upto();
    }

    /** Writes down how far it came in the end. */
    void end() throws IOException {
        repeated.close();
        repeated.confirm();
        now();
    }

    @Override
    public void close() {
        repeated.close();
    }
}
