package org.newsbag.fixity;

import java.io.IOException;
import java.util.Set;

/** One thread of a run: takes jobs until there are no more. */
final class Worker<T> {
    /** So long a source, in bytes, once begun plainly would go on so when the lanes have long been ready. */
    private static final long LONG = 16 << 20;

    private final Run<T> run;
    private final PlainDigests<T> plain;
    private LaneDigests<T> lanes;

    Worker(Run<T> run) {
        this.run = run;
        plain = new PlainDigests<>(run);
    }

    void run() throws IOException, InterruptedException {
        try {
            while (true) {
                if (lanes != null && !lanes.room()) lanes.step();
                else if (!takeJob()) {
                    if (lanes == null || lanes.idle()) break;
                    lanes.step();
                }
            }
            run.idle();
        } finally {
            if (lanes != null) lanes.close();
        }
    }

    private boolean takeJob() throws IOException, InterruptedException {
        var next = run.next();
        if (next.isEmpty()) return false;
        var job = next.get();
        long size = job.expectedSize();
        if (size >= LONG && run.fills(LaneTrial.WORTH_LANES, size, inHand())) run.settleLanes();
        var served = run.served();
        if (wantsLanes(job, served)) lanes.begin(job, served);
        else plain.digest(job);
        return true;
    }

    private long inHand() {
        return lanes == null ? 0 : lanes.remaining();
    }

    private boolean wantsLanes(Job<T> job, Set<Algorithm> served) {
        if (served.isEmpty()) return false;
        if (lanes == null) lanes = new LaneDigests<>(run);
        return lanes.wants(job, served);
    }
}
