package org.newsbag.fixity;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One source after the other, by Java's own digests. Belongs to one thread, and is used again for every source. */
final class PlainDigests<T> {
    private static final int BLOCK = 1 << 16;

    private final Run<T> run;
    private final Map<Algorithm, MessageDigest> made = new TreeMap<>();
    private final byte[] block = new byte[BLOCK];
    private long at;

    PlainDigests(Run<T> run) {
        this.run = run;
    }

    void digest(Job<T> job) throws IOException, InterruptedException {
        var digests = digests(job.algorithms());
        at = 0;
        Map<Algorithm, Checksum> checksums;
        try (var in = job.source().open()) {
            checksums = read(in, digests);
        } catch (IOException e) {
            digests.values().forEach(MessageDigest::reset);
            run.unreadable(job.item(), e, at);
            return;
        }
        run.digested(job.item(), checksums, at);
    }

    private Map<Algorithm, Checksum> read(InputStream in, Map<Algorithm, MessageDigest> digests)
            throws IOException, InterruptedException {
        while (true) {
            if (at >= BLOCK && digests.size() > 1 && run.someoneIdle()) return readOn(in, digests);
            int read = in.read(block, 0, BLOCK);
            if (read < 0) break;
            for (var digest : digests.values()) digest.update(block, 0, read);
            taken(read);
        }
        var checksums = new TreeMap<Algorithm, Checksum>();
        digests.forEach((algorithm, digest) -> checksums.put(algorithm, Checksum.of(algorithm, digest.digest())));
        return checksums;
    }

    /** The rest of the source, each algorithm on its own thread, because another thread of the run has nothing to do. */
    private Map<Algorithm, Checksum> readOn(InputStream in, Map<Algorithm, MessageDigest> digests)
            throws IOException, InterruptedException {
        try (var parallel = new ParallelDigester(digests)) {
            for (int read; (read = parallel.update(in)) >= 0; ) taken(read);
            return parallel.finish();
        }
    }

    private void taken(int bytes) throws InterruptedException {
        at += bytes;
        run.read(bytes);
        run.checkStopped();
    }

    private Map<Algorithm, MessageDigest> digests(List<Algorithm> algorithms) {
        for (var algorithm : algorithms) made.computeIfAbsent(algorithm, Algorithm::newDigest);
        if (algorithms.size() == made.size()) return made;
        var wanted = new TreeMap<>(made);
        wanted.keySet().retainAll(algorithms);
        return wanted;
    }
}
