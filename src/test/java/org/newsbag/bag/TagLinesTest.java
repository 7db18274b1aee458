package org.newsbag.bag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;

/** The lines of a tag file do not depend on how its bytes come in. */
class TagLinesTest {
    private final Findings findings = new Findings();

    @Test
    void every_line_before_bytes_of_another_charset_is_read_and_none_of_its_own() throws IOException {
        var bytes = "one\ntwo\nthree \u00FC\nfour\n".getBytes(ISO_8859_1);
        assertThat(lines(new ByteArrayInputStream(bytes), UTF_8)).containsExactly("one", "two");
        assertThat(lines(trickled(bytes), UTF_8)).containsExactly("one", "two");
        assertThat(findings.list()).hasSize(1);
        assertThat(findings.counts()).containsEntry(FindingCode.TAG_FILE_NOT_DECODABLE, 2L);
        assertThat(findings.list().get(0).location().line()).isEqualTo(3);
    }

    @Test
    void a_character_that_the_end_cuts_off_is_none() throws IOException {
        assertThat(lines(new ByteArrayInputStream(new byte[] {'a', '\n', 'b', (byte) 0xC3}), UTF_8))
                .containsExactly("a");
        assertThat(findings.list()).extracting(Finding::code).containsExactly(FindingCode.TAG_FILE_NOT_DECODABLE);
    }

    @Test
    void a_decoder_that_holds_a_character_back_gives_it_at_the_end() throws IOException {
        assertThat(lines(new ByteArrayInputStream("a".getBytes(UTF_8)), Charset.forName("x-ISCII91")))
                .containsExactly("a");
    }

    @Test
    void characters_and_line_ends_may_be_parted_anywhere() throws IOException {
        for (var charset : List.of(UTF_8, UTF_16))
            assertThat(lines(trickled("\u062E\u0628\u0631\r\n\rb\n\uD83D\uDCF0".getBytes(charset)), charset))
                    .containsExactly("\u062E\u0628\u0631", "", "b", "\uD83D\uDCF0");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void a_folded_value_does_not_grow_without_end() throws IOException {
        var part = new byte[TagLines.LONGEST / 2];
        java.util.Arrays.fill(part, (byte) 'a');
        var streams = new ArrayList<InputStream>(List.of(new ByteArrayInputStream("Label: a".getBytes(UTF_8))));
        for (int i = 0; i < 8; i++) {
            streams.add(new ByteArrayInputStream("\n ".getBytes(UTF_8)));
            streams.add(new ByteArrayInputStream(part));
        }
        var declaration = new BagDeclaration(BagVersion.V1_0, UTF_8);
        var metadata = BagMetadata.read(
                "bag-info.txt", new SequenceInputStream(Collections.enumeration(streams)), declaration, findings);
        assertThat(metadata.elements()).hasSize(1);
        assertThat(metadata.elements().get(0).value()).hasSizeBetween(TagLines.LONGEST, 2 * TagLines.LONGEST);
        assertThat(findings.counts()).containsEntry(FindingCode.TAG_FILE_LINE_TOO_LONG, 1L);
    }

    private List<String> lines(InputStream content, Charset charset) throws IOException {
        var lines = new ArrayList<String>();
        var text = new TagLines("tags.txt", content, charset, findings);
        for (var line = text.next(); line != null; line = text.next()) lines.add(line);
        return lines;
    }

    private static InputStream trickled(byte[] bytes) {
        var streams = new ArrayList<InputStream>();
        for (var b : bytes) streams.add(new ByteArrayInputStream(new byte[] {b}));
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
