package org.newsbag.fixity;

import java.io.IOException;
import java.util.Optional;

/** One thread of a run: takes jobs until there are no more. */
final class Worker<T> {
    private final Run<T> run;
    private final PlainDigests<T> plain;

    Worker(Run<T> run) {
        this.run = run;
        plain = new PlainDigests<>(run);
    }

    void run() throws IOException, InterruptedException {
        while (true) {
            Optional<Job<T>> job = run.next();
            if (job.isEmpty()) return;
            plain.digest(job.get());
        }
    }
}
