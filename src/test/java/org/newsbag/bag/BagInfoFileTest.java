package org.newsbag.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of tags as people write them. */
class BagInfoFileTest {
    @TempDir
    Path folder;

    @Test
    void order_and_repeated_labels_are_kept() throws IOException {
        assertThat(read("B: 1\nA: 2\nB: 3\n").tags())
                .containsExactly(new Tag("B", "1"), new Tag("A", "2"), new Tag("B", "3"));
    }

    @Test
    void folded_values_are_joined_by_one_space() throws IOException {
        assertThat(read("A: one\n two\n\tthree\n      four\nB: x\n").tags())
                .containsExactly(new Tag("A", "one two three four"), new Tag("B", "x"));
    }

    @Test
    void line_ends_of_windows_and_of_old_macs_are_read() throws IOException {
        assertThat(read("A: one\r\n two\r\nB: x\r\n").tags())
                .containsExactly(new Tag("A", "one two"), new Tag("B", "x"));
        assertThat(read("A: one\r two\rB: x\r").tags()).containsExactly(new Tag("A", "one two"), new Tag("B", "x"));
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(read("A: one\nB: x").tags()).containsExactly(new Tag("A", "one"), new Tag("B", "x"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_label() throws IOException {
        assertThat(read("\uFEFFA: one\n").tags()).containsExactly(new Tag("A", "one"));
    }

    @Test
    void a_blank_line_is_named_by_its_number() {
        assertThatThrownBy(() -> read("A: one\n\nB: x\n"))
                .isInstanceOf(MalformedTag.class)
                .hasMessageContaining("line 2 is blank");
        assertThatThrownBy(() -> read("A: one\n   \n"))
                .isInstanceOf(MalformedTag.class)
                .hasMessageContaining("line 2 is blank");
    }

    @Test
    void values_keep_their_colons_and_may_be_empty() throws IOException {
        assertThat(read("A: http://a:80/\nB:\nC:c\n").tags())
                .containsExactly(new Tag("A", "http://a:80/"), new Tag("B", ""), new Tag("C", "c"));
    }

    @Test
    void an_empty_file_has_no_tags() throws IOException {
        assertThat(read("").tags()).isEmpty();
    }

    @Test
    void a_line_without_a_colon_is_named_by_its_number() {
        assertThatThrownBy(() -> read("A: one\nno colon here\n"))
                .isInstanceOf(MalformedTag.class)
                .hasMessageContaining("tags.txt: line 2")
                .hasMessageContaining("no colon here");
    }

    @Test
    void a_first_line_that_goes_on_from_nothing_is_named() {
        assertThatThrownBy(() -> read("  A: one\n"))
                .isInstanceOf(MalformedTag.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void an_empty_label_is_named() {
        assertThatThrownBy(() -> read("A: one\n: two\n"))
                .isInstanceOf(MalformedTag.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void another_encoding_is_told_from_utf8() throws IOException {
        var file = folder.resolve("tags.txt");
        Files.write(file, "Title: \u0623\u062e\u0628\u0627\u0631\n".getBytes(Charset.forName("windows-1256")));
        assertThatThrownBy(() -> BagInfo.read(file))
                .isInstanceOf(MalformedTag.class)
                .hasMessageContaining("tags.txt is not UTF-8");
    }

    private BagInfo read(String content) throws IOException {
        return BagInfo.read(Files.write(folder.resolve("tags.txt"), content.getBytes(StandardCharsets.UTF_8)));
    }
}
