package org.newsbag.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.tika.Tika;
import org.slf4j.LoggerFactory;

/**
 * Extracts what files hold. Plain text is decoded here; every other format is parsed in a forked process that may run out of memory, hang or
 * crash without harm. May be used by as many threads at once as it was opened for.
 */
public final class Extractor implements AutoCloseable {
    /** Reading the table of media types takes a quarter of a second: in the background, while the caller walks its folders. */
    private final CompletableFuture<Sniffer> loading = CompletableFuture.supplyAsync(Sniffer::new, Extractor::start);

    private final LanguageGuess languages = new LanguageGuess();
    private final PlainText plainText;
    private final Limits limits;
    private final int jobs;
    private final Path temporary;
    private Forks forks;

    private Extractor(Limits limits, int jobs, Path temporary) throws IOException {
        this.plainText = new PlainText(limits, languages);
        this.limits = limits;
        this.jobs = jobs;
        this.temporary = Files.createDirectories(temporary);
    }

    /**
     * Opens an extractor. No process starts before a file needs one.
     *
     * @param jobs how many threads may extract at once, each with a forked process of its own
     * @param temporary a private folder, which need not exist; what is made in it is gone after closing
     */
    public static Extractor open(Limits limits, int jobs, Path temporary) throws IOException {
        // Logging must be up before two threads ask for it at once, or slf4j complains on the terminal.
        LoggerFactory.getILoggerFactory();
        return new Extractor(limits, jobs, temporary);
    }

    /** The library that does it and its version, as in {@code Apache Tika 3.3.1}. */
    public static String agent() {
        return Tika.getString();
    }

    /**
     * Extracts one file, which is only read. Bad content is an {@link Outcome}, never an exception.
     *
     * @param name what the file is called where it comes from; its ending is a hint to the media type
     * @throws IOException if the file cannot be read
     */
    public Extraction extract(Path file, String name) throws IOException, InterruptedException {
        var sniffer = loading.join();
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(sniffer.needed());
        }
        var type = sniffer.identify(head, name);
        if (head.length == 0) return Extraction.without(Outcome.EMPTY, "The file has no bytes.", type);
        if (sniffer.isPlain(type)) return plainText.read(file, type);
        if (sniffer.isUnknown(type)) return unknown(file, type, head);
        var forks = forks();
        return new ForkReport(forks.parse(file, name), type, forks.home()).extraction(languages, sniffer, head, name);
    }

    private synchronized Forks forks() throws IOException {
        if (forks == null) forks = new Forks(limits, jobs, temporary.resolve("forks"));
        return forks;
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "media types");
        thread.setDaemon(true);
        thread.start();
    }

    /** Bytes of no known format; wide characters without a mark look so, too. */
    private Extraction unknown(Path file, Identified type, byte[] head) throws IOException {
        return Utf16.guess(head, head.length).isPresent()
                ? plainText.read(file, new Identified("text/plain", Sniffer.BY_CONTENT))
                : Extraction.without(Outcome.UNSUPPORTED, "No parser knows the format.", type);
    }

    /** Ends all forked processes and removes what they left. */
    @Override
    public synchronized void close() throws IOException {
        if (forks != null) forks.close();
    }
}
