package org.newsbag.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.tika.pipes.PipesResult;

/**
 * The forked parsers. Each starts when it is first needed; the one that was used last is used next, so that no more run than there is work
 * for (Tika's PipesParser takes them in turn, and would start all).
 */
final class Forks implements AutoCloseable {
    private final Limits limits;
    private final Path home;
    private final Semaphore free;
    private final Deque<Fork> idle = new ArrayDeque<>();
    private final List<Fork> all = new ArrayList<>();
    private boolean closed;

    /** @param home a private folder, gone after closing */
    Forks(Limits limits, int most, Path home) throws IOException {
        this.limits = limits;
        this.home = Files.createDirectories(home).toAbsolutePath();
        this.free = new Semaphore(most, true);
    }

    PipesResult parse(Path file, String name) throws IOException, InterruptedException {
        free.acquire();
        try {
            var fork = take();
            try {
                return fork.parse(file, name);
            } finally {
                giveBack(fork);
            }
        } finally {
            free.release();
        }
    }

    /** Under which all forked processes keep their files. */
    Path home() {
        return home;
    }

    private synchronized Fork take() throws IOException {
        if (closed) throw new IllegalStateException("closed");
        var fork = idle.poll();
        if (fork == null) {
            fork = new Fork(limits, home.resolve(Integer.toString(all.size())));
            all.add(fork);
        }
        return fork;
    }

    private synchronized void giveBack(Fork fork) {
        idle.push(fork);
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (var fork : all) fork.close();
        Files.deleteIfExists(home);
    }
}
