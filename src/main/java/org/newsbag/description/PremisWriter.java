package org.newsbag.description;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.newsbag.extract.Identified;

/** The units of PREMIS 3.0 in the order of its schema. One unit a line: the document is large, and read by programs. */
final class PremisWriter {
    private static final String LOCAL = "local";

    private final XMLStreamWriter out;

    PremisWriter(OutputStream stream) throws XMLStreamException {
        out = XMLOutputFactory.newDefaultFactory()
                .createXMLStreamWriter(
                        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 15));
    }

    void flush() throws XMLStreamException {
        out.flush();
    }

    void object(DescribedFile file, Optional<String> extractionEvent) throws XMLStreamException {
        open("object");
        out.writeAttribute("xsi:type", "file");
        identifier("object", "bag path", encoded(file.id()));
        open("objectCharacteristics");
        for (var checksum : file.checksums().values()) {
            open("fixity");
            element("messageDigestAlgorithm", checksum.algorithm().jcaName());
            element("messageDigest", checksum.hex());
            close();
        }
        element("size", Long.toString(file.size()));
        format(file.extraction().map(e -> e.mediaType()));
        close();
        element("originalName", encoded(file.path()));
        if (extractionEvent.isPresent()) linkEvent(extractionEvent.get());
        close();
        out.writeCharacters("\n");
    }

    /** The bag as a whole: what was done to all files alike is linked here. */
    void representation(List<String> events) throws XMLStreamException {
        open("object");
        out.writeAttribute("xsi:type", "representation");
        identifier("object", "bag path", "./");
        for (var event : events) linkEvent(event);
        close();
        out.writeCharacters("\n");
    }

    /** A bag among others, by its number in a ledger. */
    void bag(String id, String location) throws XMLStreamException {
        open("object");
        out.writeAttribute("xsi:type", "representation");
        identifier("object", LOCAL, id);
        element("originalName", encoded(location));
        close();
        out.writeCharacters("\n");
    }

    void event(PremisEvent event, Instant time) throws XMLStreamException {
        event(event, time, List.of());
    }

    /** @param objects local identifiers of what it happened to */
    void event(PremisEvent event, Instant time, List<String> objects) throws XMLStreamException {
        open("event");
        identifier("event", LOCAL, event.id());
        element("eventType", event.type());
        element("eventDateTime", time.toString());
        open("eventDetailInformation");
        element("eventDetail", event.detail());
        close();
        open("eventOutcomeInformation");
        element("eventOutcome", event.outcome());
        for (var note : event.notes()) {
            open("eventOutcomeDetail");
            element("eventOutcomeDetailNote", note);
            close();
        }
        close();
        for (var agent : event.agents()) identifier("linkingAgent", LOCAL, agent);
        for (var object : objects) identifier("linkingObject", LOCAL, object);
        close();
        out.writeCharacters("\n");
    }

    /** @param software a name, a space and a version */
    void agent(String id, String software) throws XMLStreamException {
        int space = software.lastIndexOf(' ');
        open("agent");
        identifier("agent", LOCAL, id);
        element("agentName", software.substring(0, space));
        element("agentType", "software");
        element("agentVersion", software.substring(space + 1));
        close();
        out.writeCharacters("\n");
    }

    private void format(Optional<Identified> mediaType) throws XMLStreamException {
        open("format");
        open("formatDesignation");
        element("formatName", mediaType.map(Identified::value).orElse("application/octet-stream"));
        close();
        element("formatNote", mediaType.map(Identified::how).orElse("not identified: extraction was turned off"));
        close();
    }

    private void linkEvent(String id) throws XMLStreamException {
        identifier("linkingEvent", LOCAL, id);
    }

    private void identifier(String unit, String type, String value) throws XMLStreamException {
        open(unit + "Identifier");
        element(unit + "IdentifierType", type);
        element(unit + "IdentifierValue", value);
        close();
    }

    private void open(String name) throws XMLStreamException {
        out.writeStartElement(name);
    }

    private void close() throws XMLStreamException {
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        open(name);
        out.writeCharacters(printable(text));
        close();
    }

    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) if (!isXml(text.charAt(i))) return encoded(text);
        return text;
    }

    /** What XML 1.0 cannot hold is written as {@code %XX}, and % itself too, so that no two file names become one. */
    private static String encoded(String text) {
        var encoded = new StringBuilder();
        text.chars().forEach(c -> {
            if (c != '%' && isXml(c)) encoded.append((char) c);
            else
                for (byte b : String.valueOf((char) c).getBytes(StandardCharsets.UTF_8))
                    encoded.append(String.format(Locale.ROOT, "%%%02X", b));
        });
        return encoded.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c < 0xFFFE;
    }
}
