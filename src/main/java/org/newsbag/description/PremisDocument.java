package org.newsbag.description;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.newsbag.extract.Extraction;

/**
 * {@code metadata/premis.xml}, PREMIS 3.0: an object for each file, an event for each step, an agent for each program. Objects must
 * stand before events, so the events of single files wait in a spool file; nothing is held in memory.
 */
public final class PremisDocument implements Closeable {
    private static final String NAMESPACE = "http://www.loc.gov/premis/v3";
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<premis xmlns=\"" + NAMESPACE
            + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" version=\"3.0\">\n";

    private final OutputStream out;
    private final PremisWriter units;
    private final Path spool;
    private final OutputStream spoolOut;
    private final PremisWriter fileEvents;
    private final Instant time;
    private final String packager;
    private final Optional<String> extractor;
    private long extracted;

    /**
     * @param spool a file to be made, and removed when the document ends
     * @param time when the bag was made
     * @param packager the program and its version
     * @param extractor the parser and its version; empty where extraction was turned off
     */
    public PremisDocument(OutputStream out, Path spool, Instant time, String packager, Optional<String> extractor)
            throws IOException {
        this.out = out;
        this.spool = spool;
        this.time = time;
        this.packager = packager;
        this.extractor = extractor;
        out.write(HEAD.getBytes(StandardCharsets.UTF_8));
        spoolOut = Files.newOutputStream(spool);
        try {
            units = new PremisWriter(out);
            fileEvents = new PremisWriter(spoolOut);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Adds the object of one file and, where it was extracted from, the event of that. */
    public void add(DescribedFile file) throws IOException {
        try {
            var event = file.extraction().map(e -> "metadata-extraction/" + ++extracted);
            units.object(file, event);
            if (event.isPresent())
                fileEvents.event(extraction(event.get(), file.extraction().orElseThrow()), time);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Ends the document.
     *
     * @param notes what a keeper should know of the capture: findings, empty folders
     */
    public void finish(List<String> notes) throws IOException {
        try {
            units.representation(
                    extractor.isPresent()
                            ? List.of(
                                    PremisEvent.CAPTURE, PremisEvent.DIGEST, PremisEvent.FORMAT, PremisEvent.PACKAGING)
                            : List.of(PremisEvent.CAPTURE, PremisEvent.DIGEST, PremisEvent.PACKAGING));
            units.event(
                    PremisEvent.of(PremisEvent.CAPTURE, "capture", "files copied from the source, unchanged")
                            .withNotes(notes),
                    time);
            units.event(
                    PremisEvent.of(
                            PremisEvent.DIGEST, "message digest calculation", "calculated while each file was copied"),
                    time);
            if (extractor.isPresent())
                units.event(
                        PremisEvent.of(PremisEvent.FORMAT, "format identification", "media types by content and name")
                                .by(PremisEvent.EXTRACTOR),
                        time);
            units.flush();
            fileEvents.flush();
            spoolOut.close();
            Files.copy(spool, out);
            Files.delete(spool);
            units.event(
                    PremisEvent.of(PremisEvent.PACKAGING, "information package creation", "BagIt 1.0 bag (RFC 8493)"),
                    time);
            units.agent(PremisEvent.PACKAGER, packager);
            if (extractor.isPresent()) units.agent(PremisEvent.EXTRACTOR, extractor.get());
            units.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.write("</premis>\n".getBytes(StandardCharsets.UTF_8));
    }

    private static PremisEvent extraction(String id, Extraction extraction) {
        var notes = extraction.detail().isEmpty() ? List.<String>of() : List.of(extraction.detail());
        return new PremisEvent(
                id,
                "metadata extraction",
                "text, metadata and provenance read from the packaged file",
                extraction.outcome().id(),
                notes,
                List.of(PremisEvent.EXTRACTOR, PremisEvent.PACKAGER));
    }

    @Override
    public void close() throws IOException {
        spoolOut.close();
        Files.deleteIfExists(spool);
    }
}
