package org.newsbag.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.newsbag.finding.Severity;
import org.newsbag.validation.Judgement;
import org.newsbag.validation.Verdict;

/** The judgements as JUnit XML, which build servers show: each bag a test case, a failure where it is not valid, an error where it could not be read. */
final class ValidateJunit {
    private final List<Judgement> judgements = new ArrayList<>();

    void bag(Judgement judgement) {
        judgements.add(judgement);
    }

    void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private void suite(XMLStreamWriter xml) throws XMLStreamException {
        long errors = judgements.stream().filter(Judgement::isPartial).count();
        long wrong =
                judgements.stream().filter(j -> j.verdict() != Verdict.VALID).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "newsbag validate");
        xml.writeAttribute("tests", String.valueOf(judgements.size()));
        xml.writeAttribute("failures", String.valueOf(wrong - errors));
        xml.writeAttribute("errors", String.valueOf(errors));
        for (var judgement : judgements) testCase(xml, judgement);
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "newsbag.validate." + judgement.level().id());
        xml.writeAttribute("name", xmlText(FindingList.visible(judgement.bag())));
        if (judgement.verdict() != Verdict.VALID) {
            xml.writeStartElement(judgement.isPartial() ? "error" : "failure");
            xml.writeAttribute("message", judgement.verdict().id());
            xml.writeAttribute("type", judgement.verdict().id());
            for (var finding : judgement.findings().list())
                if (finding.severity() == Severity.ERROR)
                    xml.writeCharacters(xmlText(finding.code().id() + "  " + FindingList.line(finding)) + "\n");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Without what XML 1.0 cannot hold and {@link FindingList#visible} lets through: halves of surrogate pairs, U+FFFE and U+FFFF. */
    private static String xmlText(String text) {
        return text.codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
