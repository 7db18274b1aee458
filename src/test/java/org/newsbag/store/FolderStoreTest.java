package org.newsbag.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.finding.Findings;

/** Everything that can lie in a bag's folder has its kind and its finding, and nothing leads out of it. */
class FolderStoreTest {
    @TempDir
    Path folder;

    private Path bag;
    private final Findings findings = new Findings();

    @BeforeEach
    void bag() throws IOException {
        bag = Files.createDirectory(folder.resolve("bag"));
    }

    @Test
    void files_and_folders_are_listed_by_the_bytes_of_their_names_with_hidden_ones() throws Exception {
        for (var name : List.of("b", "a/z", "a.txt", "a/b/c", ".hidden/.x", "é", "😀", "\uFF5E", "a b"))
            Making.file(bag, name, "12345");
        Files.createDirectory(bag.resolve("empty"));
        assertThat(list(bag))
                .containsExactly(
                        "FILE a b 5",
                        "FILE a.txt 5",
                        "FILE b 5",
                        "FILE é 5",
                        "FILE \uFF5E 5",
                        "FILE 😀 5",
                        "FOLDER .hidden -1",
                        "FILE .hidden/.x 5",
                        "FOLDER a -1",
                        "FILE a/z 5",
                        "FOLDER a/b -1",
                        "FILE a/b/c 5",
                        "FOLDER empty -1");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void a_file_gives_its_bytes_in_any_order_and_more_than_once() throws Exception {
        Making.file(bag, "data/خبر.txt", "one");
        Making.file(bag, "b", "two");
        try (var store = BagStore.open(bag)) {
            assertThat(store.form()).isEqualTo(Serialization.NONE);
            assertThat(store.isRandomAccess()).isTrue();
            assertThat(read(store, "data/خبر.txt")).isEqualTo("one");
            assertThat(read(store, "b")).isEqualTo("two");
            assertThat(read(store, "data/خبر.txt")).isEqualTo("one");
            var all = new ArrayList<String>();
            assertThat(store.readAll(
                            file -> !file.path().equals("b"),
                            (file, content) -> all.add(file.path() + " " + new String(content.readAllBytes(), UTF_8))))
                    .isEqualTo(BagStore.Reach.WHOLE);
            assertThat(all).containsExactly("data/خبر.txt one");
        }
    }

    @Test
    void links_to_files_inside_are_read_with_a_warning_and_all_others_refused() throws Exception {
        Making.file(bag, "real.txt", "12");
        Making.file(bag, "sub/deep.txt");
        Making.file(folder, "outside.txt");
        Making.file(folder, "bag-beside/x.txt");
        link("sub/up", "../real.txt");
        link("chain", "sub/up");
        link("absolute", bag.toRealPath().resolve("real.txt").toString());
        link("out", "../outside.txt");
        link("beside", "../bag-beside/x.txt");
        link("through-out", "../bag/real.txt");
        link("etc", "/etc/passwd");
        link("folder", "sub");
        link("self", ".");
        link("dangling", "nowhere");
        link("circle", "circle");
        link("null", "/dev/null");
        assertThat(list(bag))
                .containsExactly(
                        "FILE absolute 2",
                        "LINK beside -1",
                        "FILE chain 2",
                        "LINK circle -1",
                        "LINK dangling -1",
                        "LINK etc -1",
                        "LINK folder -1",
                        "LINK null -1",
                        "LINK out -1",
                        "FILE real.txt 2",
                        "LINK self -1",
                        "FILE through-out 2",
                        "FOLDER sub -1",
                        "FILE sub/deep.txt 23",
                        "FILE sub/up 2");
        assertThat(said())
                .containsExactly(
                        "store-link-refused beside",
                        "store-link-refused circle",
                        "store-link-refused dangling",
                        "store-link-refused etc",
                        "store-link-refused folder",
                        "store-link-refused null",
                        "store-link-refused out",
                        "store-link-refused self",
                        "store-link-followed absolute",
                        "store-link-followed chain",
                        "store-link-followed sub/up",
                        "store-link-followed through-out");
        try (var store = BagStore.open(bag)) {
            assertThat(read(store, "chain")).isEqualTo("12");
        }
    }

    @Test
    void the_bag_itself_may_be_given_as_a_link() throws Exception {
        Making.file(bag, "a");
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("bag"));
        assertThat(list(link)).containsExactly("FILE a 12");
    }

    @Test
    void a_file_that_becomes_a_link_after_the_listing_leads_nowhere() throws Exception {
        var secret = Making.file(folder, "secret.txt");
        var file = Making.file(bag, "a");
        Making.file(bag, "b");
        link("linked", "b");
        try (var store = BagStore.open(bag)) {
            var plain = entry(store, "a");
            var linked = entry(store, "linked");
            for (var path : List.of(file, bag.resolve("linked"))) {
                Files.delete(path);
                Files.createSymbolicLink(path, secret);
            }
            assertThatThrownBy(() -> store.open(plain)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.open(linked)).hasMessageContaining("no longer leads to a file in the bag");
        }
    }

    @Test
    void pipes_sockets_and_devices_are_named_and_never_opened() throws Exception {
        assumeTrue(run("mkfifo", bag.resolve("pipe").toString()) == 0);
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(bag.resolve("socket")));
            assertThat(list(bag)).containsExactly("SPECIAL pipe -1", "SPECIAL socket -1");
        }
        assertThat(said()).containsExactly("store-special-file pipe", "store-special-file socket");
    }

    @Test
    void what_may_not_be_read_is_an_error_of_its_own() throws Exception {
        var file = Making.file(bag, "secret.txt");
        Making.file(bag, "locked/inside.txt");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(bag.resolve("locked"), PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(file), "root may read everything");
            assertThat(list(bag)).containsExactly("UNREADABLE secret.txt -1", "UNREADABLE locked -1");
            assertThat(said()).containsExactly("store-unreadable locked", "store-unreadable secret.txt");
        } finally {
            Files.setPosixFilePermissions(bag.resolve("locked"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_name_that_is_not_utf8_is_listed_as_unreadable() throws Exception {
        assumeTrue(run("sh", "-c", "touch \"$0/$(printf 'a\\377b')\"", bag.toString()) == 0);
        Making.file(bag, "real\uFFFD");
        assertThat(list(bag)).containsExactly("UNREADABLE a\uFFFDb -1", "FILE real\uFFFD 18");
        assertThat(said()).containsExactly("store-name-not-utf8 a\uFFFDb");
        assertThat(findings.list().get(0).message()).contains("(a%FFb)");
    }

    @Test
    void ten_thousand_levels_are_read_to_the_bottom() throws Exception {
        int depth = 10_000;
        int step = 1_000;
        var chain = Path.of("d" + "/d".repeat(step - 1));
        Files.write(Files.createDirectories(bag.resolve(chain)).resolve("f"), "bottom\n".getBytes(UTF_8));
        for (int i = step; i < depth; i += step) {
            // No path is that long: the chain so far is moved to the bottom of another one.
            Files.move(bag.resolve("d"), folder.resolve("so-far"));
            Files.createDirectories(bag.resolve(chain));
            Files.move(folder.resolve("so-far"), bag.resolve(chain).resolve("d"));
        }
        try {
            try (var store = BagStore.open(bag)) {
                var last = new StoredEntry[1];
                var count = new int[1];
                store.list(
                        e -> {
                            last[0] = e;
                            count[0]++;
                        },
                        findings);
                assertThat(findings.list()).isEmpty();
                assertThat(count[0]).isEqualTo(depth + 1);
                assertThat(last[0].path()).hasSize(2 * depth + 1).endsWith("d/f");
                try (var in = store.open(last[0])) {
                    assertThat(in.readAllBytes()).isEqualTo("bottom\n".getBytes(UTF_8));
                }
            }
        } finally {
            run("rm", "-rf", bag.toString());
        }
    }

    @Test
    void what_is_not_there_and_what_is_no_bag_are_refused_in_words() throws IOException {
        assertThatThrownBy(() -> BagStore.open(folder.resolve("nothing"))).isInstanceOf(NoSuchFileException.class);
        var text = Making.file(folder, "a.txt", "Hello, this is a text and no archive.");
        assertThatThrownBy(() -> BagStore.open(text))
                .isInstanceOf(UnknownForm.class)
                .hasMessageContaining("expected a folder, or a tar")
                .hasMessageContaining("a.txt");
    }

    private void link(String name, String target) throws IOException {
        Files.createDirectories(bag.resolve(name).getParent());
        Files.createSymbolicLink(bag.resolve(name), Path.of(target));
    }

    private List<String> list(Path given) throws Exception {
        var all = new ArrayList<String>();
        try (var store = BagStore.open(given)) {
            assertThat(store.list(e -> all.add(e.kind() + " " + e.path() + " " + e.size()), findings))
                    .isEqualTo(BagStore.Reach.WHOLE);
        }
        return all;
    }

    private List<String> said() {
        return findings.list().stream()
                .map(f -> f.code().id() + " " + f.location())
                .toList();
    }

    private static StoredEntry entry(BagStore store, String path) throws IOException {
        var found = new ArrayList<StoredEntry>();
        store.list(
                e -> {
                    if (e.path().equals(path)) found.add(e);
                },
                new Findings());
        assertThat(found).as(path).hasSize(1);
        return found.get(0);
    }

    private static String read(BagStore store, String path) throws IOException {
        try (var in = store.open(entry(store, path))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static int run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
