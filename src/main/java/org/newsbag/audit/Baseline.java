package org.newsbag.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.newsbag.ledger.IntactFiles;
import org.newsbag.ledger.KnownFile;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.Part;
import org.newsbag.ledger.RegisteredBag;

/** What the ledger expects of one part. It is read while the bag is listed, which keeps another thread busy. */
final class Baseline {
    private final CompletableFuture<List<KnownFile>> files;
    private final CompletableFuture<IntactFiles> all;

    private Baseline(CompletableFuture<List<KnownFile>> files) {
        this.files = files;
        this.all = files.thenApply(IntactFiles::of);
    }

    /** @param files in the order of their paths */
    static Baseline of(List<KnownFile> files) {
        return new Baseline(CompletableFuture.completedFuture(files));
    }

    /** Begins to read. */
    static Baseline of(Ledger ledger, RegisteredBag bag, Part part) {
        return new Baseline(CompletableFuture.supplyAsync(() -> {
            try {
                return ledger.holdings().expected(bag, part.range());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /**
     * The files, in the order of their paths; waits for them.
     *
     * @throws UncheckedIOException where the ledger could not be read
     */
    List<KnownFile> files() {
        return waitFor(files);
    }

    /** What they come to where each is intact; waits for it. */
    IntactFiles all() {
        return waitFor(all);
    }

    private static <T> T waitFor(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) throw failure;
            if (e.getCause() instanceof OutOfMemoryError beyond) throw beyond;
            throw e;
        }
    }
}
