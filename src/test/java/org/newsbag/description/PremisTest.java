package org.newsbag.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** {@code metadata/premis.xml} has the structure of the schema of PREMIS 3.0, written down here as data, and names every file. */
class PremisTest {
    private static final String PREMIS = "http://www.loc.gov/premis/v3";

    /** The children of an element in their order: {@code ?} at most one, {@code *} any number, {@code +} one or more, none exactly one. */
    private static final Map<String, List<String>> STRUCTURE = new LinkedHashMap<>();

    static {
        STRUCTURE.put("premis", List.of("object+", "event*", "agent*", "rights*"));
        STRUCTURE.put(
                "object",
                List.of(
                        "objectIdentifier+",
                        "preservationLevel*",
                        "significantProperties*",
                        "objectCharacteristics+",
                        "originalName?",
                        "storage*",
                        "signatureInformation*",
                        "environmentFunction*",
                        "environmentDesignation*",
                        "relationship*",
                        "linkingEventIdentifier*",
                        "linkingRightsStatementIdentifier*"));
        STRUCTURE.put("objectIdentifier", List.of("objectIdentifierType", "objectIdentifierValue"));
        STRUCTURE.put(
                "objectCharacteristics",
                List.of("compositionLevel?", "fixity*", "size?", "format+", "creatingApplication*", "inhibitors*"));
        STRUCTURE.put("fixity", List.of("messageDigestAlgorithm", "messageDigest", "messageDigestOriginator?"));
        STRUCTURE.put("format", List.of("formatDesignation?", "formatRegistry?", "formatNote*"));
        STRUCTURE.put("formatDesignation", List.of("formatName", "formatVersion?"));
        STRUCTURE.put("linkingEventIdentifier", List.of("linkingEventIdentifierType", "linkingEventIdentifierValue"));
        STRUCTURE.put(
                "event",
                List.of(
                        "eventIdentifier",
                        "eventType",
                        "eventDateTime",
                        "eventDetailInformation*",
                        "eventOutcomeInformation*",
                        "linkingAgentIdentifier*",
                        "linkingObjectIdentifier*"));
        STRUCTURE.put("eventIdentifier", List.of("eventIdentifierType", "eventIdentifierValue"));
        STRUCTURE.put("eventDetailInformation", List.of("eventDetail?", "eventDetailExtension*"));
        STRUCTURE.put("eventOutcomeInformation", List.of("eventOutcome?", "eventOutcomeDetail*"));
        STRUCTURE.put("eventOutcomeDetail", List.of("eventOutcomeDetailNote?", "eventOutcomeDetailExtension*"));
        STRUCTURE.put(
                "linkingAgentIdentifier",
                List.of("linkingAgentIdentifierType", "linkingAgentIdentifierValue", "linkingAgentRole*"));
        STRUCTURE.put("agent", List.of("agentIdentifier+", "agentName*", "agentType?", "agentVersion?", "agentNote*"));
        STRUCTURE.put("agentIdentifier", List.of("agentIdentifierType", "agentIdentifierValue"));
    }

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final List<String> REPRESENTATION =
            List.of("objectIdentifier+", "originalName?", "relationship*", "linkingEventIdentifier*");

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void source() throws Exception {
        source = Files.createDirectory(folder.resolve("source"));
    }

    @Test
    void the_document_has_the_structure_of_the_schema_with_and_without_extraction() throws Exception {
        Making.file(source, "a.txt", "A headline\n\nBERGEN, Norway - Something happened.\n");
        Making.file(source, "b.bin", "\0\1\2\3");
        Files.createDirectory(source.resolve("empty folder"));
        requireStructure(premis(Making.into(folder.resolve("1"), source)).getDocumentElement());
        requireStructure(
                premis(Making.into(folder.resolve("2"), source).extracting()).getDocumentElement());
    }

    @Test
    void what_is_linked_exists_and_no_identifier_stands_twice() throws Exception {
        for (int i = 0; i < 5; i++) Making.file(source, i + ".txt", i == 3 ? "" : "text " + i);
        var premis = premis(Making.into(folder.resolve("out"), source).extracting());
        for (var unit : List.of("Event", "Agent")) {
            var defined = texts(premis, unit.toLowerCase(java.util.Locale.ROOT) + "IdentifierValue");
            var linked = new TreeSet<>(texts(premis, "linking" + unit + "IdentifierValue"));
            assertThat(defined).doesNotHaveDuplicates().containsAll(linked);
            assertThat(linked).containsAll(defined);
        }
        assertThat(texts(premis, "objectIdentifierValue")).doesNotHaveDuplicates();
    }

    @Test
    void there_is_an_object_for_every_file_and_a_note_for_what_has_none() throws Exception {
        for (var name : List.of("a", "b/c", "b/d")) Making.file(source, name);
        Files.createDirectories(source.resolve("leer/tief"));
        Files.createSymbolicLink(source.resolve("link"), Path.of("a"));
        var premis = premis(Making.into(folder.resolve("out"), source));
        assertThat(texts(premis, "objectIdentifierValue"))
                .containsExactly("data/a", "data/b/c", "data/b/d", "data/link", "./");
        assertThat(texts(premis, "originalName")).containsExactly("a", "b/c", "b/d", "link");
        assertThat(texts(premis, "eventOutcomeDetailNote"))
                .anyMatch(note -> note.startsWith("source-empty-folder: leer/tief: "))
                .anyMatch(note -> note.startsWith("source-link-followed: link: "))
                .hasSize(2);
    }

    @Test
    void no_two_awkward_names_become_one_and_none_is_lost() throws Exception {
        var names = List.of(
                "a\nb",
                "a%0Ab",
                "a%250Ab",
                "c\rd",
                "c%0Dd",
                "<&>\"']]>",
                "e\u0001",
                "e%01",
                "f\u001B[2J",
                "g\tg",
                "\uFFFE",
                "h\u0085",
                "h\u2028",
                "😀",
                "أخبار",
                " lead",
                "trail ");
        for (var name : names) Making.file(source, name);
        var premis = premis(Making.into(folder.resolve("out"), source));
        var read = texts(premis, "originalName");
        assertThat(read).hasSize(names.size()).doesNotHaveDuplicates();
        assertThat(read.stream().map(PremisTest::decoded)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(texts(premis, "objectIdentifierValue").stream().map(PremisTest::decoded))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names.stream().map(n -> "data/" + n), Stream.of("./"))
                                .toList());
    }

    private static String decoded(String name) {
        return java.net.URLDecoder.decode(name.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void requireStructure(Element element) {
        assertThat(element.getNamespaceURI()).isEqualTo(PREMIS);
        boolean whole = element.getAttributeNS(XSI, "type").equals("representation");
        var structure = whole ? REPRESENTATION : STRUCTURE.get(element.getLocalName());
        var children = children(element);
        if (structure == null) {
            assertThat(children).as(element.getLocalName() + " holds text only").isEmpty();
            assertThat(element.getTextContent()).as(element.getLocalName()).isNotBlank();
            return;
        }
        var names = children.stream().map(Node::getLocalName).toList();
        var pattern = new StringBuilder();
        for (var child : structure) {
            var name = child.replaceAll("[?*+]$", "");
            pattern.append("(").append(name).append(" )").append(child.substring(name.length()));
        }
        assertThat(String.join(" ", names) + " ").as(element.getLocalName()).matches(pattern.toString());
        children.forEach(PremisTest::requireStructure);
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element child) children.add(child);
        return children;
    }

    private static List<String> texts(Document document, String name) {
        var texts = new ArrayList<String>();
        var found = document.getElementsByTagNameNS(PREMIS, name);
        for (int i = 0; i < found.getLength(); i++) texts.add(found.item(i).getTextContent());
        return texts;
    }

    private static Document premis(Making making) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(making.bag().resolve("metadata/premis.xml").toFile());
    }
}
