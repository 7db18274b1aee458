package org.newsbag.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import gov.loc.repository.bagit.exceptions.InvalidBagMetadataException;
import gov.loc.repository.bagit.reader.KeyValueReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.AwkwardText;

/** A tag is read back as it was given, by us and by others, and never as two. */
class TagTest {
    @TempDir
    Path folder;

    @Test
    void every_value_survives_a_reader_written_from_the_rfc() {
        qt().forAll(AwkwardText.tagValues()).checkAssert(value -> {
            var tag = new Tag("Label", value);
            assertThat(unfolded(tag.toLines())).isEqualTo("Label: " + tag.value());
        });
    }

    @Test
    void every_value_survives_our_own_reader() {
        qt().withExamples(200).forAll(AwkwardText.tagValues()).checkAssert(value -> {
            var info = new BagInfo(List.of(new Tag("Before", "1"), new Tag("Label", value), new Tag("After", "2")));
            assertThat(reread(info)).isEqualTo(info);
        });
    }

    @Test
    void every_value_survives_the_reader_of_the_library_of_congress() {
        qt().withExamples(200).forAll(AwkwardText.tagValues()).checkAssert(value -> {
            var tag = new Tag("Label", value);
            assertThat(normalized(congress(new BagInfo(List.of(tag))))).isEqualTo(normalized(tag.value()));
        });
    }

    @Test
    void no_fold_touches_other_white_space_which_readers_would_take_away() {
        for (var white : List.of("\t", "\u2003", "\u3000")) {
            var tag = new Tag("Label", "words and words ".repeat(4) + ("a " + white + "b" + white + " c ").repeat(9));
            assertThat(unfolded(tag.toLines())).isEqualTo("Label: " + tag.value());
        }
    }

    @Test
    void a_long_value_is_folded_at_single_spaces_and_no_line_is_blank() {
        var words = "word ".repeat(60);
        var lines = new Tag("Label", words).toLines().split("\n");
        assertThat(lines)
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(79).isNotBlank());
        assertThat(List.of(lines).subList(1, lines.length)).allMatch(line -> line.startsWith(" "));
    }

    @Test
    void a_long_value_without_a_place_to_fold_stays_on_its_line() {
        assertThat(new Tag("Label", "x".repeat(500)).toLines()).isEqualTo("Label: " + "x".repeat(500) + "\n");
        assertThat(new Tag("Label", "x".repeat(100) + " y").toLines())
                .isEqualTo("Label: " + "x".repeat(100) + "\n y\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\u001C", "\u001B"})
    void a_line_break_of_any_kind_forges_no_tag(String lineBreak) {
        assertThatThrownBy(() -> new Tag("Title", "a" + lineBreak + "Payload-Oxum: 0.0"))
                .isInstanceOf(MalformedTag.class)
                .hasMessageContaining("The value of Title holds a line break");
        assertThatThrownBy(() -> new Tag("Ti" + lineBreak + "tle", "a")).isInstanceOf(MalformedTag.class);
    }

    @Test
    void a_nul_is_refused_in_label_and_value() {
        assertThatThrownBy(() -> new Tag("Title", "a\0b")).isInstanceOf(MalformedTag.class);
        assertThatThrownBy(() -> new Tag("Ti\0tle", "a")).isInstanceOf(MalformedTag.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Label", "Label ", "La:bel", "\tLabel", "\uFEFFLabel"})
    void a_label_that_would_be_read_as_something_else_is_refused(String label) {
        assertThatThrownBy(() -> new Tag(label, "value"))
                .isInstanceOf(MalformedTag.class)
                .hasMessageContaining("cannot be a label");
    }

    @Test
    void a_tag_is_typed_as_label_colon_value() {
        assertThat(Tag.parse("Contact-Email:a@b.c")).isEqualTo(new Tag("Contact-Email", "a@b.c"));
        assertThat(Tag.parse("Source : http://a:80/ ")).isEqualTo(new Tag("Source", "http://a:80/"));
        assertThat(Tag.parse("Empty:").value()).isEmpty();
        assertThatThrownBy(() -> Tag.parse("no colon"))
                .hasMessage("\"no colon\" has no colon. Expected \"Label: value\".");
        assertThatThrownBy(() -> Tag.parse(": value")).isInstanceOf(MalformedTag.class);
    }

    @Test
    void labels_compare_without_regard_to_case() {
        var info = new BagInfo(List.of(new Tag("BAGGING-date", "2026-01-01"), new Tag("Bagging-Date", "x")));
        assertThat(info.first("Bagging-Date")).contains("2026-01-01");
        assertThat(info.first("Bag-Size")).isEmpty();
    }

    private static String unfolded(String lines) {
        return lines.substring(0, lines.length() - 1).replaceAll("\\n[ \\t]", " ");
    }

    private static String normalized(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private BagInfo reread(BagInfo info) {
        try {
            return BagInfo.read(file(info));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String congress(BagInfo info) {
        try {
            var pairs = KeyValueReader.readKeyValuesFromFile(file(info), ":", StandardCharsets.UTF_8);
            assertThat(pairs).hasSize(1);
            return pairs.get(0).getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidBagMetadataException e) {
            throw new AssertionError(info.toText(), e);
        }
    }

    private Path file(BagInfo info) throws IOException {
        return Files.writeString(folder.resolve("bag-info.txt"), info.toText());
    }
}
