package org.newsbag.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbag.cli.ToldFindings;
import org.newsbag.finding.Findings;
import org.newsbag.finding.TrickledInput;

/** bag-info.txt: elements that could be written come back from our own writer, folded or not. */
class BagInfoFuzz {
    record Read(List<MetadataElement> elements, List<String> told) {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                TagFile.input(0, "Source-Organization: Lanternwire\nContact-Name: Marta\nPayload-Oxum: 12.3\n"),
                TagFile.input(0, "External-Description: begun\n and folded\r\n\tagain\rBagging-Date: 2026-01-01"),
                TagFile.input(0, "\uFEFFa :b\nno colon\n\n: none\n  x\nc:  two\n"),
                TagFile.input(0, "Description: " + "long words\u3000and \u2003wide \tspaces ".repeat(6) + "\n"),
                TagFile.input(0, "Label-" + "of-a-long-name-".repeat(6) + ": a b c\nPayload-Oxum: 1.1\n"),
                TagFile.input(0, new BagVersion(0, 97), UTF_8, " a : b\n c\nBag-Size:1 GB\n"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void bagInfo(byte[] input) throws IOException {
        var file = TagFile.of(input);
        var read = read(file, new ByteArrayInputStream(file.content()));
        assertThat(read(file, new TrickledInput(file.content()))).isEqualTo(read);
        int last = 0;
        for (var element : read.elements()) {
            assertThat(element.line()).isGreaterThan(last);
            last = element.line();
            assertThat(element.label())
                    .isNotEmpty()
                    .isEqualTo(element.label().strip())
                    .doesNotContain(":");
            assertThat(element.value())
                    .isEqualTo(element.value().strip())
                    .doesNotContain("\n")
                    .doesNotContain("\r");
            PayloadOxum.parse(element.value())
                    .ifPresent(oxum ->
                            assertThat(PayloadOxum.parse(oxum.toString())).contains(oxum));
        }
        if (file.isOurs()) expectBackFromWriter(read.elements());
    }

    private static void expectBackFromWriter(List<MetadataElement> elements) throws IOException {
        var tags = new ArrayList<Tag>();
        for (var element : elements)
            try {
                tags.add(new Tag(element.label(), element.value()));
            } catch (MalformedTag e) {
                assertThat(e.getMessage()).isNotBlank(); // newsbag writes no such tag
            }
        var again = TagFile.of(TagFile.input(0, new BagInfo(tags).toText()));
        var back = read(again, new ByteArrayInputStream(again.content()));
        assertThat(back.elements().stream().map(e -> new Tag(e.label(), e.value())))
                .isEqualTo(tags);
        assertThat(back.told()).isEmpty();
    }

    private static Read read(TagFile file, InputStream content) throws IOException {
        var findings = new Findings();
        var metadata = BagMetadata.read(BagInfo.FILE_NAME, content, file.rules(), findings);
        return new Read(metadata.elements(), ToldFindings.of(findings));
    }
}
