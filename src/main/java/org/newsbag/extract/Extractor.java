package org.newsbag.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * Extracts what files hold. Plain text is decoded here; every other format is parsed in a forked process that may run out of memory, hang or
 * crash without harm. May be used by as many threads at once as it was opened for.
 */
public final class Extractor implements AutoCloseable {
    private final Sniffer sniffer = new Sniffer();
    private final LanguageGuess languages = new LanguageGuess();
    private final PlainText plainText;
    private final Forks forks;

    private Extractor(Limits limits, int jobs, Path temporary) throws IOException {
        this.plainText = new PlainText(limits, languages);
        this.forks = new Forks(limits, jobs, temporary.resolve("forks"));
    }

    /**
     * Opens an extractor. No process starts before a file needs one.
     *
     * @param jobs how many threads may extract at once, each with a forked process of its own
     * @param temporary a private folder, which need not exist; what is made in it is gone after closing
     */
    public static Extractor open(Limits limits, int jobs, Path temporary) throws IOException {
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
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(sniffer.needed());
        }
        var type = sniffer.identify(head, name);
        if (head.length == 0) return empty(type);
        if (sniffer.isPlain(type)) return plainText.read(file, type);
        return new ForkReport(forks.parse(file, name), type, forks.home()).extraction(languages, sniffer, head, name);
    }

    private static Extraction empty(Identified type) {
        return new Extraction(
                Outcome.EMPTY,
                "The file has no bytes.",
                type,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                List.of());
    }

    /** Ends all forked processes and removes what they left. */
    @Override
    public void close() throws IOException {
        forks.close();
    }
}
