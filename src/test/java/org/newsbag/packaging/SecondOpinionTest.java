package org.newsbag.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.exceptions.CorruptChecksumException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.SecondOpinion;
import org.newsbag.bag.Tag;
import org.newsbag.fixity.Algorithm;

/** Bags of ours before judges that share no code with us. */
class SecondOpinionTest {
    @TempDir
    Path folder;

    private Path source;
    private Path output;

    @BeforeEach
    void folders() throws IOException {
        source = Files.createDirectory(folder.resolve("source"));
        output = folder.resolve("output");
    }

    @Test
    void a_tame_bag_is_valid_for_both() throws Exception {
        for (var name : List.of("a.txt", "b/c.txt", "b/d/e f.txt", ".hidden", "b.txt", "empty"))
            Making.file(source, name);
        Files.write(source.resolve("empty"), new byte[0]);
        var bag = Making.into(output, source)
                .extracting()
                .with(new Tag("Source-Organization", "word ".repeat(60)))
                .bag();
        SecondOpinion.judge(bag);
        SecondOpinion.congress(bag);
    }

    @Test
    void arabic_names_in_both_normal_forms_are_valid_for_both() throws Exception {
        Making.file(source, "أخبار/رؤية.txt");
        Making.file(source, Normalizer.normalize("إعلام/آخر.txt", Normalizer.Form.NFD));
        Making.file(source, "ـ—١٢٣.txt");
        Making.file(source, "😀/𝒜.txt");
        var bag = Making.into(output, source).extracting().bag();
        SecondOpinion.judge(bag);
        SecondOpinion.congress(bag);
    }

    @Test
    void every_awkward_name_is_valid_by_the_rfc() throws Exception {
        for (var name : List.of(
                "100%",
                "%25",
                "%0A",
                "a\nb",
                "a\rb",
                "\r\n",
                " ",
                "a ",
                " a",
                "\\",
                "~",
                "*",
                "a  b",
                "\t",
                "\u001B[2J",
                "\u202Etxt.exe",
                "\u2028",
                "data",
                "bagit.txt",
                "manifest-sha256.txt",
                "-rf",
                "'\"",
                "CON",
                "x".repeat(255))) Making.file(source, "odd/" + name, "1");
        SecondOpinion.judge(Making.into(output, source).extracting().bag());
    }

    @Test
    void other_algorithms_and_many_files_are_valid_by_the_rfc() throws Exception {
        for (int i = 0; i < 400; i++) Making.file(source, i % 7 + "/" + i);
        var bag = Making.into(output, source)
                .with(Algorithm.MD5, Algorithm.SHA3_256)
                .jobs(4)
                .bag();
        SecondOpinion.judge(bag);
        assertThat(bag.resolve("manifest-md5.txt")).exists();
        assertThat(bag.resolve("manifest-sha3256.txt")).exists();
        assertThat(bag.resolve("manifest-sha256.txt")).doesNotExist();
    }

    @Test
    void a_changed_byte_is_found_by_both_judges() throws Exception {
        Making.file(source, "a.txt");
        var bag = Making.into(output, source).bag();
        Files.writeString(bag.resolve("data/a.txt"), "content of b.txt");
        assertThatThrownBy(() -> SecondOpinion.congress(bag)).isInstanceOf(CorruptChecksumException.class);
        assertThatThrownBy(() -> SecondOpinion.judge(bag)).isInstanceOf(AssertionError.class);
    }

    /** RFC 8493 has % written as %25; the library decodes only CR and LF and then misses the file. */
    @Test
    void the_library_of_congress_does_not_read_percent_signs_back() throws Exception {
        Making.file(source, "100%.txt");
        var bag = Making.into(output, source).bag();
        SecondOpinion.judge(bag);
        assertThatThrownBy(() -> SecondOpinion.congress(bag)).hasMessageContaining("100%");
    }
}
