package org.newsbag.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** One forked parser, which starts with its first file, and starts anew after a file that it did not survive. For one thread at a time. */
final class Fork implements AutoCloseable {
    private static final String CONFIGURATION = "fork.xml";
    private static final int STARTING_MILLIS = 60_000;

    private final Path home;
    private final Path temporary;
    private final HandlerConfig handler;
    private final PipesClient client;

    /** @param home a private folder, gone after closing */
    Fork(Limits limits, Path home) throws IOException {
        this.home = home;
        this.temporary = Files.createDirectories(home.resolve("temporary"));
        this.handler = new HandlerConfig(
                HANDLER_TYPE.BODY, HandlerConfig.PARSE_MODE.RMETA, limits.characters(), limits.embedded(), true);
        this.client = new PipesClient(configure(limits));
    }

    PipesResult parse(Path file, String name) throws IOException, InterruptedException {
        // A link of a plain name: a process started under another locale could not spell the file's own.
        var link = home.resolve("document");
        Files.deleteIfExists(link);
        linkOrCopy(link, file.toAbsolutePath());
        var context = new ParseContext();
        context.set(DocumentName.class, new DocumentName(name));
        context.set(HandlerConfig.class, handler);
        var key = new FetchKey(LinkFetcher.NAME, link.toString());
        var result = process(new FetchEmitTuple(name, key, EmitKey.NO_EMIT, new Metadata(), context));
        if (isDead(result)) Folders.empty(temporary);
        if (result.getStatus() == PipesResult.STATUS.FETCH_EXCEPTION)
            throw new IOException(
                    file + ": " + result.getMessage().lines().findFirst().orElse("cannot be read"));
        return result;
    }

    /** Some file systems of removable disks know no links. */
    private static void linkOrCopy(Path link, Path file) throws IOException {
        try {
            Files.createSymbolicLink(link, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, link);
        }
    }

    private PipesResult process(FetchEmitTuple request) throws IOException, InterruptedException {
        try {
            return client.process(request);
        } catch (RuntimeException e) {
            // The only way that PipesClient has to say that no process started. The file is not to blame, but goes
            // without text.
            return new PipesResult(
                    PipesResult.STATUS.UNSPECIFIED_CRASH, "The parser's process did not start: " + e.getMessage());
        }
    }

    private static boolean isDead(PipesResult result) {
        return switch (result.getStatus()) {
            case TIMEOUT, OOM, UNSPECIFIED_CRASH -> true;
            default -> false;
        };
    }

    private PipesConfig configure(Limits limits) throws IOException {
        var configuration = home.resolve(CONFIGURATION);
        try (InputStream in = Fork.class.getResourceAsStream(CONFIGURATION)) {
            Files.write(configuration, in.readAllBytes());
        }
        try (var in = Files.newInputStream(configuration)) {
            var config = PipesConfig.load(in);
            config.setTikaConfig(configuration);
            config.setJavaPath(ForkCommand.java());
            config.setForkedJvmArgs(ForkCommand.arguments(home, temporary, limits.heapMebibytes()));
            config.setTimeoutMillis(limits.time().toMillis());
            config.setStartupTimeoutMillis(STARTING_MILLIS);
            config.setSleepOnStartupTimeoutMillis(STARTING_MILLIS / 60);
            return config;
        } catch (TikaConfigException e) {
            throw new IllegalStateException(CONFIGURATION, e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        Folders.empty(home);
        Files.deleteIfExists(home);
    }
}
