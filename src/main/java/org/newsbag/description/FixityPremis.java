package org.newsbag.description;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** A PREMIS 3.0 document of what happened to bags: an object for each bag, an event for each fixity check and whatever else there was. Objects come first. */
public final class FixityPremis {
    /** Terms of the Library of Congress's event types. */
    public static final String FIXITY_CHECK = "fixity check";

    public static final String VALIDATION = "validation";
    public static final String MODIFICATION = "modification";
    public static final String TRANSFER = "transfer";
    public static final String RECOVERY = "recovery";

    private static final String AGENT = "agent/auditor";

    private final OutputStream out;
    private final PremisWriter units;
    private final String software;

    /** @param software a name, a space and a version */
    public FixityPremis(OutputStream out, String software) throws IOException {
        this.out = out;
        this.software = software;
        out.write(PremisDocument.HEAD.getBytes(StandardCharsets.UTF_8));
        try {
            units = new PremisWriter(out);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Adds a bag. */
    public void bag(String id, String location) throws IOException {
        try {
            units.bag(id, location);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Adds an event.
     *
     * @param type one of the terms above
     * @param notes of the outcome
     * @param bag the identifier that was given to {@link #bag}
     */
    public void event(
            String id, String type, Instant time, String detail, String outcome, List<String> notes, String bag)
            throws IOException {
        try {
            units.event(new PremisEvent(id, type, detail, outcome, notes, List.of(AGENT)), time, List.of(bag));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Ends the document; the stream stays open. */
    public void finish() throws IOException {
        try {
            units.agent(AGENT, software);
            units.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.write("</premis>\n".getBytes(StandardCharsets.UTF_8));
    }
}
