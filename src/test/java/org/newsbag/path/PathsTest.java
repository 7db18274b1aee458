package org.newsbag.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsbag.finding.FindingCode.*;
import static org.quicktheories.QuickTheory.qt;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.AwkwardText;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;

/** Which paths stay inside, and which names bring a warning: exactly those and no more. */
class PathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", ".", "..", "./a", "a/.", "a/../b", "../a", "a/..", "a\0b"})
    void a_path_that_is_no_path_inside_a_folder_is_refused(String path) {
        assertThat(RelativePath.isLegal(path)).isFalse();
        assertThatThrownBy(() -> new RelativePath(path)).hasMessage("not a path inside a folder: \"" + path + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "...", ".a", "..a", "a..", "a/...", "a\\..\\b", "~", " ", "C:", "a\nb", "خبر/٢.txt"})
    void odd_names_are_legal_inside_a_folder(String path) {
        assertThat(new RelativePath(path)).hasToString(path);
    }

    @Test
    void a_path_keeps_every_letter() {
        qt().forAll(AwkwardText.fileNames()).checkAssert(name -> {
            var path = new RelativePath("folder").resolve(name);
            assertThat(path.value()).isEqualTo("folder/" + name);
            assertThat(path.fileName()).isEqualTo(name);
            assertThat(RelativePath.utf8Length(name)).isEqualTo(name.getBytes(StandardCharsets.UTF_8).length);
        });
    }

    @Test
    void in_the_order_of_the_tree_what_lies_in_a_folder_follows_it_at_once() {
        var paths = new ArrayList<>(List.of("b", "a!", "a/b", "a", "a/b/c", "a/b!", "a-b/c", "a\0"));
        paths.sort(RelativePath::compareAsTree);
        assertThat(paths).containsExactly("a", "a/b", "a/b/c", "a/b!", "a\0", "a!", "a-b/c", "b");
    }

    @Test
    void ordinary_names_bring_no_finding() {
        for (var name : List.of(
                "a.txt",
                "Console.txt",
                "com.txt",
                "COM10",
                "a b.txt",
                "خبر عاجل.txt",
                "新华社.html",
                "été.txt",
                "a~",
                "x'y&z")) assertThat(codes(name)).as(name).isEmpty();
    }

    @Test
    void awkward_names_bring_exactly_their_findings() {
        assertThat(codes("CON")).containsExactly(NAME_WINDOWS_RESERVED);
        assertThat(codes("nul.tar.gz")).containsExactly(NAME_WINDOWS_RESERVED);
        assertThat(codes("lpt¹.txt")).containsExactly(NAME_WINDOWS_RESERVED);
        assertThat(codes("a?b")).containsExactly(NAME_WINDOWS_CHARACTER);
        assertThat(codes("a:b")).containsExactly(NAME_WINDOWS_CHARACTER);
        assertThat(codes("a\\b")).containsExactly(NAME_BACKSLASH);
        assertThat(codes("100%.txt")).containsExactly(NAME_PERCENT);
        assertThat(codes("a\nb")).containsExactly(NAME_LINE_BREAK);
        assertThat(codes("a\rb")).containsExactly(NAME_LINE_BREAK);
        assertThat(codes("a\u001Bb")).containsExactly(NAME_CONTROL_CHARACTER);
        assertThat(codes("a\u007Fb")).containsExactly(NAME_CONTROL_CHARACTER);
        assertThat(codes("a\u0085b")).containsExactly(NAME_CONTROL_CHARACTER);
        assertThat(codes("a\u2028b")).containsExactly(NAME_CONTROL_CHARACTER);
        assertThat(codes("a\u202Etxt")).containsExactly(NAME_BIDI_CONTROL);
        assertThat(codes(" a")).containsExactly(NAME_OUTER_SPACE);
        assertThat(codes("a ")).containsExactly(NAME_OUTER_SPACE);
        assertThat(codes("a.")).containsExactly(NAME_TRAILING_DOT);
        assertThat(codes("~root")).containsExactly(NAME_TILDE);
        assertThat(codes("folder/~root")).isEmpty();
        assertThat(codes(Normalizer.normalize("أخبار", Normalizer.Form.NFD))).containsExactly(NAME_NOT_NFC);
        assertThat(codes("x".repeat(255))).isEmpty();
        assertThat(codes("f/" + "x".repeat(254))).containsExactly(NAME_PATH_LONG);
        assertThat(codes(" %?."))
                .containsExactlyInAnyOrder(NAME_OUTER_SPACE, NAME_PERCENT, NAME_WINDOWS_CHARACTER, NAME_TRAILING_DOT);
    }

    @Test
    void only_the_last_segment_is_judged() {
        assertThat(codes("a%b/CON/x.txt")).isEmpty();
    }

    @Test
    void files_of_operating_systems_are_known_in_any_case() {
        assertThat(List.of(".DS_Store", "Thumbs.db", "THUMBS.DB", "desktop.ini", "._photo.jpg", ".directory"))
                .allMatch(Portability::isSystemFile);
        assertThat(List.of("DS_Store", "_.jpg", ".hidden", "thumbs.db.txt")).noneMatch(Portability::isSystemFile);
    }

    @Test
    void names_that_a_lenient_file_system_takes_for_one_fold_to_one() {
        assertThat(Portability.folded("README")).isEqualTo(Portability.folded("readme"));
        assertThat(Portability.folded("\u0623")).isEqualTo(Portability.folded("\u0627\u0654"));
        assertThat(Portability.folded("\u0623")).isNotEqualTo(Portability.folded("\u0627"));
        assertThat(Portability.folded("s\u0131n\u0131r")).isNotEqualTo(Portability.folded("sinir"));
        assertThat(Portability.folded("S\u0131N")).isEqualTo(Portability.folded("s\u0131n"));
        assertThat(Portability.folded("É")).isEqualTo(Portability.folded("e\u0301"));
        qt().forAll(AwkwardText.texts())
                .checkAssert(name ->
                        assertThat(Portability.folded(Portability.folded(name))).isEqualTo(Portability.folded(name)));
    }

    private static List<FindingCode> codes(String path) {
        return Portability.judge(new RelativePath(path)).stream()
                .map(Finding::code)
                .toList();
    }
}
