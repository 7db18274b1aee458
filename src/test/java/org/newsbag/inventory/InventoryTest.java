package org.newsbag.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.newsbag.finding.FindingCode.NAME_PATH_LONG;
import static org.newsbag.finding.FindingCode.SOURCE_PATH_TOO_LONG;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.finding.Finding;
import org.newsbag.finding.Findings;

/** Every kind of thing that can lie in a source has its fate and its finding; a test asserts all findings, so that one too many fails. */
class InventoryTest {
    @TempDir
    Path folder;

    private Path source;
    private final Findings findings = new Findings();

    @BeforeEach
    void source() throws IOException {
        source = Files.createDirectory(folder.resolve("source"));
    }

    @Test
    void ordinary_files_are_taken_in_the_order_of_their_bytes_without_a_finding() throws IOException {
        for (var name : List.of("b", "a/z", "a.txt", "a/b/c", "é", "😀", "\uFF5E")) Making.file(source, name, "12345");
        assertThat(names(source)).containsExactly("a.txt", "a/b/c", "a/z", "b", "é", "\uFF5E", "😀");
        assertThat(said()).isEmpty();
        assertThat(Inventory.of(List.of(source), findings).bytes()).isEqualTo(35);
    }

    @Test
    void links_to_files_inside_are_followed_and_all_others_refused() throws IOException {
        Making.file(source, "real.txt", "12");
        Making.file(source, "sub/deep.txt");
        Making.file(folder, "outside.txt");
        link("sub/up", "../real.txt");
        link("chain", "sub/up");
        link("absolute", source.resolve("real.txt").toString());
        link("out", "../outside.txt");
        link("etc", "/etc/passwd");
        link("folder", "sub");
        link("self", ".");
        link("dangling", "nowhere");
        link("circle", "circle");
        link("through", "real.txt/x");
        link("null", "/dev/null");
        assertThat(names(source)).containsExactly("absolute", "chain", "real.txt", "sub/deep.txt", "sub/up");
        assertThat(said())
                .containsExactlyInAnyOrder(
                        "source-link-followed absolute",
                        "source-link-followed chain",
                        "source-link-followed sub/up",
                        "source-link-refused circle",
                        "source-link-refused dangling",
                        "source-link-refused etc",
                        "source-link-refused folder",
                        "source-link-refused null",
                        "source-link-refused out",
                        "source-link-refused self",
                        "source-link-refused through");
        assertThat(Inventory.of(List.of(source), new Findings()).files())
                .filteredOn(f -> f.name().equals("chain"))
                .extracting(SourceFile::size)
                .containsExactly(2L);
    }

    @Test
    void pipes_sockets_and_devices_are_named_and_never_opened() throws Exception {
        assumeTrue(run("mkfifo", source.resolve("pipe").toString()) == 0);
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(source.resolve("socket")));
            boolean device = run("mknod", source.resolve("device").toString(), "c", "1", "3") == 0;
            link("to-pipe", "pipe");
            assertThat(names(source)).isEmpty();
            var expected = new ArrayList<>(
                    List.of("source-special-file pipe", "source-special-file socket", "source-link-refused to-pipe"));
            if (device) expected.add("source-special-file device");
            assertThat(said()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(findings.list())
                    .anyMatch(f -> f.message().startsWith("It is a named pipe (FIFO)"))
                    .anyMatch(f -> f.message().startsWith("It is a socket"));
            if (device) assertThat(findings.list()).anyMatch(f -> f.message().startsWith("It is a character device"));
        }
    }

    @Test
    void a_pipe_given_as_a_source_itself_is_refused_too() throws Exception {
        assumeTrue(run("mkfifo", source.resolve("pipe").toString()) == 0);
        assertThat(names(source.resolve("pipe"))).isEmpty();
        assertThat(said()).containsExactly("source-special-file pipe");
    }

    @Test
    void what_may_not_be_read_is_an_error() throws IOException {
        var file = Making.file(source, "secret.txt");
        var locked = Files.createDirectory(source.resolve("locked"));
        Making.file(locked, "inside.txt");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(file), "root may read everything");
            assertThat(names(source)).isEmpty();
            assertThat(said()).containsExactlyInAnyOrder("source-unreadable secret.txt", "source-unreadable locked");
            assertThat(findings.list())
                    .allMatch(
                            f -> f.message().toLowerCase(java.util.Locale.ROOT).contains("no permission"));
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_name_that_is_not_utf8_is_refused_with_its_bytes_and_the_replacement_character_is_not() throws Exception {
        Making.file(source, "honest \uFFFD.txt");
        assumeTrue(run(
                        "sh",
                        "-c",
                        "touch \"$1/$(printf 'caf\\351.txt')\" && mkdir \"$1/$(printf '\\377')\" && touch \"$1/$(printf '\\377')/x\"",
                        "sh",
                        source.toString())
                == 0);
        assertThat(names(source)).containsExactly("honest \uFFFD.txt");
        assertThat(said())
                .containsExactlyInAnyOrder("source-name-not-utf8 caf\uFFFD.txt", "source-name-not-utf8 \uFFFD");
        assertThat(findings.list())
                .anyMatch(f -> f.message().contains("caf%E9.txt"))
                .anyMatch(f -> f.message().contains("%FF"));
    }

    @Test
    void empty_folders_hidden_files_and_files_of_the_system_are_told() throws IOException {
        Files.createDirectories(source.resolve("empty/deeper"));
        for (var name : List.of(".hidden", ".git/config", ".DS_Store", "Thumbs.db", "sub/._x.jpg"))
            Making.file(source, name);
        assertThat(names(source)).hasSize(5);
        assertThat(said())
                .containsExactlyInAnyOrder(
                        "source-empty-folder empty/deeper",
                        "source-hidden-file .hidden",
                        "source-system-file .DS_Store",
                        "source-system-file Thumbs.db",
                        "source-system-file sub/._x.jpg");
        assertThat(Inventory.of(List.of(source), new Findings()).emptyFolders()).containsExactly("empty/deeper");
    }

    @Test
    void a_bag_within_and_a_source_that_is_a_bag_are_told() throws IOException {
        for (var name : List.of("bagit.txt", "data/x", "inner/bagit.txt", "inner/data/y", "no/bagit.txt"))
            Making.file(source, name);
        names(source);
        assertThat(said()).containsExactlyInAnyOrder("source-is-bag .", "source-is-bag inner");
    }

    @Test
    void twins_are_told_by_kind_and_whatever_the_order_of_the_listing() throws IOException {
        for (var name : List.of("News.txt", "news.txt", "NEWS.TXT", "straße", "STRASSE")) Making.file(source, name);
        var arabic = "أخبار";
        Making.file(source, arabic);
        Making.file(source, Normalizer.normalize(arabic, Normalizer.Form.NFD));
        assertThat(names(source)).hasSize(7);
        var nfd = Normalizer.normalize(arabic, Normalizer.Form.NFD);
        assertThat(said())
                .containsExactlyInAnyOrder(
                        "name-case-twin News.txt",
                        "name-case-twin news.txt",
                        "name-case-twin straße",
                        "name-normalization-twin " + nfd,
                        "name-not-nfc " + nfd);
    }

    @Test
    void folders_are_twins_as_files_are() throws IOException {
        Making.file(source, "Photos/a");
        Making.file(source, "photos/a");
        names(source);
        assertThat(said()).containsExactly("name-case-twin photos");
    }

    @Test
    void several_sources_stand_under_their_own_names_and_single_files_at_the_top() throws IOException {
        var one = Files.createDirectory(folder.resolve("one"));
        var two = Files.createDirectory(folder.resolve("50% off"));
        Making.file(one, "a");
        Making.file(two, "a");
        var file = Making.file(source, "single.txt");
        assertThat(names(one, two, file)).containsExactly("50% off/a", "one/a", "single.txt");
        assertThat(said()).containsExactly("name-percent 50% off");
    }

    @Test
    void sources_that_would_stand_under_one_name_collide() throws IOException {
        Making.file(folder, "x/news/a");
        Making.file(folder, "y/news/b");
        Making.file(folder, "x/one.txt");
        Making.file(folder, "y/one.txt");
        names(folder.resolve("x/news"), folder.resolve("y/news"));
        assertThat(said()).containsExactly("source-name-collision news");
        assertThat(saidOf(folder.resolve("x/one.txt"), folder.resolve("y/one.txt")))
                .containsExactly("source-name-collision one.txt");
        assertThat(saidOf(folder.resolve("x/news"), folder.resolve("x/news")))
                .containsExactly("source-name-collision news");
        Making.file(folder, "z/news", "a file");
        assertThat(saidOf(folder.resolve("x/news"), folder.resolve("z/news")))
                .containsExactly("source-name-collision news");
    }

    @Test
    void sources_whose_names_differ_in_case_are_twins() throws IOException {
        Making.file(folder, "x/News/a");
        Making.file(folder, "y/news/b");
        Making.file(folder, "x/A.txt");
        Making.file(folder, "y/a.txt");
        assertThat(saidOf(folder.resolve("x/News"), folder.resolve("y/news"))).containsExactly("name-case-twin news");
        assertThat(saidOf(folder.resolve("x/A.txt"), folder.resolve("y/a.txt")))
                .containsExactly("name-case-twin a.txt");
    }

    @Test
    void paths_are_given_back_as_they_were_typed() throws IOException {
        Making.file(source, "sub/a");
        var inventory = Inventory.of(List.of(source), findings);
        assertThat(inventory.files().get(0).givenPath()).isEqualTo(source + "/sub/a");
        assertThat(inventory.files().get(0).location()).hasContent("content of sub/a");
    }

    @Test
    void whether_a_folder_is_there_is_told_by_its_whole_name() throws IOException {
        for (var name : List.of("a.txt/x", "a", "b/c/d")) Making.file(source, name);
        var inventory = Inventory.of(List.of(source), findings);
        assertThat(List.of("a.txt", "b", "b/c")).allMatch(inventory::hasFolder);
        assertThat(List.of("a", "a.t", "b/c/d", "c", "")).noneMatch(inventory::hasFolder);
    }

    /** Of 20 folders with names of 250 bytes only those whose path is below 4,096 bytes can be named to the system at all. */
    @Test
    void a_path_too_long_for_the_system_is_an_error_and_not_a_crash() throws Exception {
        var name = "d".repeat(250);
        assumeTrue(run(
                        "perl",
                        "-e",
                        "chdir $ARGV[0] or die; for (1..20) { mkdir $ARGV[1] and chdir $ARGV[1] or die }",
                        source.toString(),
                        name)
                == 0);
        try {
            assertThat(names(source)).isEmpty();
            assertThat(findings.counts())
                    .containsEntry(SOURCE_PATH_TOO_LONG, 1L)
                    .containsOnlyKeys(SOURCE_PATH_TOO_LONG, NAME_PATH_LONG);
        } finally {
            run("rm", "-rf", source.resolve(name).toString());
        }
    }

    @Test
    void a_source_that_is_not_there_is_the_callers_matter() {
        assertThatThrownBy(() -> names(folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    private List<String> names(Path... sources) throws IOException {
        return Inventory.of(Arrays.asList(sources), findings).files().stream()
                .map(SourceFile::name)
                .toList();
    }

    private List<String> said() {
        return said(findings);
    }

    private static List<String> saidOf(Path... sources) throws IOException {
        var own = new Findings();
        Inventory.of(Arrays.asList(sources), own);
        return said(own);
    }

    private static List<String> said(Findings findings) {
        return findings.list().stream()
                .map((Finding f) -> f.code().id() + " " + f.location())
                .toList();
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(source.resolve(name), Path.of(target));
    }

    /** The exit code; another than 0 where there is no such program. */
    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
