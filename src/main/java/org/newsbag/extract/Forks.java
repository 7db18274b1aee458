package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesClient;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory.HANDLER_TYPE;

/**
 * The forked parsers. Each starts when it is first needed; the one that was used last is used next, so that no more run than there is work
 * for (Tika's PipesParser takes them in turn, and would start all).
 */
final class Forks implements AutoCloseable {
    private static final String CONFIGURATION = "fork.xml";

    private final Limits limits;
    private final Path home;
    private final Path configuration;
    private final PipesConfig pipes;
    private final Semaphore free;
    private final Deque<PipesClient> idle = new ArrayDeque<>();
    private final List<PipesClient> all = new ArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private boolean closed;

    /** @param home a private folder, emptied on closing */
    Forks(Limits limits, int most, Path home) throws IOException {
        this.limits = limits;
        this.home = Files.createDirectories(home).toAbsolutePath();
        this.free = new Semaphore(most, true);
        this.configuration = this.home.resolve(CONFIGURATION);
        this.pipes = configure();
    }

    /** Parses one file. Throws {@link ForkDown} where no forked process can be started. */
    PipesResult parse(Path file, String name) throws IOException, InterruptedException {
        free.acquire();
        try {
            var client = take();
            try {
                return parse(client, file, name);
            } finally {
                giveBack(client);
            }
        } finally {
            free.release();
        }
    }

    /** Where a forked process keeps its temporary files. */
    Path home() {
        return home;
    }

    private PipesResult parse(PipesClient client, Path file, String name) throws IOException, InterruptedException {
        // A link of a plain name: a process started under another locale could not spell the file's own.
        var link = home.resolve("link-" + requests.incrementAndGet());
        Files.createSymbolicLink(link, file.toAbsolutePath());
        try {
            var context = new ParseContext();
            context.set(DocumentName.class, new DocumentName(name));
            context.set(
                    HandlerConfig.class,
                    new HandlerConfig(
                            HANDLER_TYPE.BODY,
                            HandlerConfig.PARSE_MODE.RMETA,
                            limits.characters(),
                            limits.embedded(),
                            true));
            var key = new FetchKey(LinkFetcher.NAME, link.toString());
            return client.process(new FetchEmitTuple(name, key, EmitKey.NO_EMIT, new Metadata(), context));
        } catch (RuntimeException e) {
            throw new ForkDown("the parser's process did not start", e);
        } finally {
            Files.deleteIfExists(link);
        }
    }

    private synchronized PipesClient take() {
        if (closed) throw new IllegalStateException("closed");
        var client = idle.poll();
        if (client == null) {
            client = new PipesClient(pipes);
            all.add(client);
        }
        return client;
    }

    private synchronized void giveBack(PipesClient client) {
        idle.push(client);
    }

    private PipesConfig configure() throws IOException {
        try (InputStream in = Forks.class.getResourceAsStream(CONFIGURATION)) {
            Files.write(configuration, in.readAllBytes());
        }
        Files.createFile(home.resolve("hosts"));
        try (var in = Files.newInputStream(configuration)) {
            var config = PipesConfig.load(in);
            config.setTikaConfig(configuration);
            config.setJavaPath(ForkCommand.java());
            config.setForkedJvmArgs(ForkCommand.arguments(home, limits.heapMebibytes()));
            config.setTimeoutMillis(limits.time().toMillis());
            config.setMaxForEmitBatchBytes(-1);
            config.setStartupTimeoutMillis(60_000);
            config.setSleepOnStartupTimeoutMillis(1_000);
            return config;
        } catch (TikaConfigException e) {
            throw new IllegalStateException(CONFIGURATION, e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (var client : all) client.close();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                if (e != null) throw e;
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** No forked process can be had; says why. */
    static final class ForkDown extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        ForkDown(String message, RuntimeException cause) {
            super(message, new IOException(cause));
        }
    }
}
