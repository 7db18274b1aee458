package org.newsbag.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.Making;
import org.newsbag.SecondOpinion;
import org.newsbag.bag.Tag;
import org.newsbag.durable.Staging;
import org.newsbag.finding.Finding;
import org.newsbag.finding.FindingCode;
import org.newsbag.finding.Findings;
import org.newsbag.fixity.Progress;
import org.newsbag.inventory.Inventory;
import org.newsbag.packaging.CreateResult.Created;
import org.newsbag.packaging.CreateResult.Reason;
import org.newsbag.packaging.CreateResult.Refused;
import org.newsbag.store.Serialization;

/** What create leaves behind, in success and in failure: a whole bag, or nothing. */
class CreateBagTest {
    @TempDir
    Path folder;

    private Path source;
    private Path output;

    @BeforeEach
    void folders() throws IOException {
        source = Files.createDirectory(folder.resolve("source"));
        output = folder.resolve("out/put");
        Making.file(source, "a.txt");
    }

    @Test
    void the_bag_holds_the_bytes_of_the_source_which_stays_as_it_was() throws Exception {
        Making.file(source, "b/c.bin", "\0\r\n\u00ff");
        var before = tree(source);
        var bag = Making.into(output, source).bag();
        assertThat(tree(source)).isEqualTo(before);
        assertThat(tree(bag.resolve("data"))).isEqualTo(before);
        assertThat(Making.names(bag))
                .containsExactlyInAnyOrder(
                        "bag-info.txt",
                        "bagit.txt",
                        "data/a.txt",
                        "data/b/c.bin",
                        "manifest-sha256.txt",
                        "manifest-sha512.txt",
                        "metadata/dublin-core.json",
                        "metadata/premis.xml",
                        "tagmanifest-sha256.txt",
                        "tagmanifest-sha512.txt");
        assertThat(list(output)).containsExactly("bag");
    }

    @Test
    void bag_info_holds_what_is_calculated_and_then_what_was_given_in_order() throws Exception {
        var bag = Making.into(output, source)
                .with(new Tag("Z", "1"), new Tag("A", "2"), new Tag("Z", "3"))
                .bag();
        assertThat(Files.readAllLines(bag.resolve("bag-info.txt")))
                .startsWith("Payload-Oxum: 16.1", "Bagging-Date: 2026-03-04")
                .contains("Bag-Software-Agent: newsbag 1.2.3", "BagIt-Profile-Identifier: " + CreateBag.PROFILE)
                .endsWith("Z: 1", "A: 2", "Z: 3");
    }

    @Test
    void default_names_never_collide() throws Exception {
        var names = new ArrayList<String>();
        for (int i = 0; i < 3; i++)
            names.add(Making.into(output, source).unnamed().bag().getFileName().toString());
        assertThat(names).containsExactly("source-2026-03-04", "source-2026-03-04-2", "source-2026-03-04-3");
    }

    @Test
    void a_hidden_source_gives_a_visible_bag_that_no_later_run_sweeps_away() throws Exception {
        var hidden = Files.move(source, folder.resolve(Staging.PREFIX + "x"));
        var bag = Making.into(output, hidden).unnamed().bag();
        assertThat(bag.getFileName().toString()).isEqualTo("newsbag-staging-x-2026-03-04");
        Making.into(output, hidden).unnamed().bag();
        SecondOpinion.judge(bag);
    }

    @Test
    void a_name_that_is_taken_is_refused_and_what_has_it_is_untouched() throws Exception {
        var bag = Making.into(output, source).bag();
        var before = tree(bag);
        Making.file(source, "new.txt");
        assertThat(Making.into(output, source).run()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.REQUEST);
            assertThat(refused.message()).contains("exists already", "never overwrites");
        });
        assertThat(tree(bag)).isEqualTo(before);
        Files.createSymbolicLink(output.resolve("dangling"), Path.of("nowhere"));
        assertThat(Making.into(output, source).named("dangling").run()).isInstanceOf(Refused.class);
        Files.writeString(output.resolve("x.tar"), "mine");
        assertThat(Making.into(output, source).named("x").as(Serialization.TAR).run())
                .isInstanceOf(Refused.class);
        assertThat(output.resolve("x.tar")).hasContent("mine");
    }

    @Test
    void names_that_are_no_names_are_refused() throws Exception {
        for (var name : List.of(
                "",
                ".",
                "..",
                "a/b",
                "../a",
                "/abs",
                ".hidden",
                Staging.PREFIX + "a",
                "x".repeat(256),
                "خ".repeat(128)))
            assertThat(Making.into(output, source).named(name).run()).as(name).isInstanceOf(Refused.class);
        assertThat(Making.into(output, source)
                        .named("x".repeat(252))
                        .as(Serialization.TAR)
                        .run())
                .isInstanceOf(Refused.class);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(Making.into(output, source).named("x".repeat(255)).run()).isInstanceOf(Created.class);
    }

    @Test
    void the_output_may_not_lie_inside_a_source() throws Exception {
        for (var inside : List.of(source, source.resolve("deep/er"), folder.resolve("source/../source/x")))
            assertThat(Making.into(inside, source).run())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.message()).contains("lies inside the source"));
        Files.createSymbolicLink(folder.resolve("alias"), source);
        assertThat(Making.into(folder.resolve("alias/new"), source).run()).isInstanceOf(Refused.class);
        assertThat(list(source)).containsExactly("a.txt");
    }

    @Test
    void a_source_without_files_is_refused() throws Exception {
        Files.delete(source.resolve("a.txt"));
        assertThat(Making.into(output, source).run())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).contains("no file to package"));
    }

    @Test
    void what_cannot_be_packaged_is_refused_or_left_out_and_recorded() throws Exception {
        Files.createSymbolicLink(source.resolve("bad"), Path.of("/etc/passwd"));
        assertThat(Making.into(output, source).run())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.SOURCE));
        assertThat(output).doesNotExist();
        var bag = Making.into(output, source).omitting().bag();
        SecondOpinion.judge(bag);
        assertThat(list(bag.resolve("data"))).containsExactly("a.txt");
        assertThat(Files.readString(bag.resolve("metadata/premis.xml"))).contains("source-link-refused: bad: ");
    }

    @Test
    void metadata_files_of_names_that_get_into_each_others_way_are_all_there() throws Exception {
        var names = List.of(
                "a", "a.txt/b", "a.json/b", "x".repeat(255), "خ".repeat(127), "Case", "case", "CASE", "d.txt", "d");
        Files.delete(source.resolve("a.txt"));
        for (var name : names) Making.file(source, name, "text of " + name);
        var bag = Making.into(output, source).extracting().bag();
        SecondOpinion.judge(bag);
        var texts = new ArrayList<String>();
        for (var name : Making.names(bag.resolve("metadata/text")))
            texts.add(Files.readString(bag.resolve("metadata/text/" + name)).strip());
        assertThat(texts)
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(n -> "text of " + n).toList());
        assertThat(Making.names(bag.resolve("metadata/technical"))).hasSize(names.size());
    }

    @Test
    void a_file_that_grows_while_it_is_read_is_reported_and_nothing_is_left() throws Exception {
        var grown = Making.file(source, "grows.txt", "x".repeat(2_000_000));
        var done = new AtomicBoolean();
        var making = Making.into(output, source).jobs(1).watchedBy(new Watcher() {
            @Override
            public void advance(long files, long bytes) {
                if (bytes > 1000 && done.compareAndSet(false, true)) append(grown);
            }
        });
        assertThat(making.run())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.SOURCE));
        assertThat(codes(making.findings())).containsExactly(entry(FindingCode.SOURCE_CHANGED, "grows.txt"));
        assertThat(list(output)).isEmpty();
    }

    @Test
    void a_file_that_is_removed_or_becomes_a_folder_is_reported_and_nothing_is_left() throws Exception {
        for (boolean folderInstead : List.of(false, true)) {
            var file = Making.file(source, "gone.txt");
            var making = Making.into(output, source).jobs(1).watchedBy(new Watcher() {
                @Override
                void meddle(String step) {
                    if (step.equals("Packaging")) remove(file, folderInstead);
                }
            });
            assertThat(making.run()).isInstanceOf(Refused.class);
            assertThat(codes(making.findings())).containsExactly(entry(FindingCode.SOURCE_CHANGED, "gone.txt"));
            assertThat(list(output)).isEmpty();
            Files.deleteIfExists(file);
        }
    }

    /** The folder of the staged bag is spoilt between writing and reading back: the one honest way to have a disk that lies. */
    @Test
    void a_byte_that_the_disk_did_not_keep_is_found_and_nothing_is_published() throws Exception {
        var making = Making.into(output, source).watchedBy(new Watcher() {
            @Override
            void meddle(String step) throws IOException {
                if (!step.equals("Reading back")) return;
                for (var name : Making.names(output))
                    if (name.endsWith("data/a.txt")) Files.writeString(output.resolve(name), "Content of a.txt");
            }
        });
        assertThatThrownBy(making::run)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("read back with other bytes than were written: data/a.txt: sha256 expected ");
        assertThat(list(output)).isEmpty();
    }

    @Test
    void an_interrupted_run_leaves_nothing() throws Exception {
        for (int i = 0; i < 50; i++) Making.file(source, i + ".txt");
        var making = Making.into(output, source).watchedBy(new Watcher() {
            @Override
            void meddle(String step) {
                if (step.equals("Packaging")) Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(making::run).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(list(output)).isEmpty();
    }

    @Test
    void a_name_taken_while_the_bag_was_made_is_not_overwritten() throws Exception {
        for (var form : List.of(Serialization.NONE, Serialization.TAR)) {
            var target = output.resolve("bag" + form.extension());
            var making = Making.into(output, source).as(form).watchedBy(new Watcher() {
                @Override
                void meddle(String step) throws IOException {
                    if (step.equals("Reading back") && !Files.exists(target)) Files.writeString(target, "another's");
                }
            });
            assertThat(making.run()).isInstanceOf(Refused.class);
            assertThat(target).hasContent("another's");
            assertThat(list(output)).allMatch(name -> !name.startsWith("."));
        }
    }

    @Test
    void staging_of_a_dead_run_is_swept_and_links_are_not_followed() throws Exception {
        Files.createDirectories(output);
        var dead = Files.createDirectory(output.resolve(Staging.PREFIX + "dead"));
        Making.file(dead, "bag/data/half");
        Making.file(dead, "lock", "process 1");
        Making.file(output, Staging.PREFIX + "a file of a person");
        Making.file(folder, "elsewhere/precious");
        Files.createSymbolicLink(output.resolve(Staging.PREFIX + "link"), folder.resolve("elsewhere"));
        Making.into(output, source).bag();
        assertThat(dead).doesNotExist();
        assertThat(output.resolve(Staging.PREFIX + "a file of a person")).exists();
        assertThat(folder.resolve("elsewhere/precious")).exists();
        assertThat(list(folder.resolve("elsewhere"))).containsExactly("precious");
    }

    @Test
    void two_runs_for_one_name_do_not_meet() throws Exception {
        var other = new AtomicReference<CreateResult>();
        Making.into(output, source)
                .watchedBy(new Watcher() {
                    @Override
                    void meddle(String step) throws IOException {
                        try {
                            if (step.equals("Packaging"))
                                other.set(Making.into(output, source).run());
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }
                })
                .bag();
        assertThat(other.get()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.MACHINE);
            assertThat(refused.message()).contains("Another run is making");
        });
        assertThat(list(output)).containsExactly("bag");
    }

    @Test
    void archives_hold_exactly_what_the_folder_holds() throws Exception {
        for (var name :
                List.of("100%", "a\nb", "back\\slash", "خبر/" + "م".repeat(120), "b/" + "x".repeat(255), "empty"))
            Making.file(source, name);
        Files.write(source.resolve("empty"), new byte[0]);
        var expected = new TreeMap<String, String>();
        tree(Making.into(output, source).named("same").bag())
                .forEach((name, text) -> expected.put("same/" + name, text));
        for (var form : List.of(Serialization.TAR, Serialization.TAR_GZ, Serialization.ZIP)) {
            var archive = Making.into(output, source).named("same").as(form).bag();
            assertThat(archive.getFileName().toString()).isEqualTo("same" + form.extension());
            assertThat(read(archive, form)).as(form.id()).isEqualTo(expected);
        }
        assertThat(list(output)).containsExactly("same", "same.tar", "same.tar.gz", "same.zip");
    }

    @Test
    void folders_are_found_in_the_inventory_of_a_case_sensitive_source() throws Exception {
        Making.file(source, "A.txt/x");
        assertThat(Inventory.of(List.of(source), new Findings()).hasFolder("a.txt"))
                .isFalse();
    }

    /** Watches and meddles; what it throws ends the test. */
    private abstract static class Watcher implements Progress {
        @Override
        public void advance(long files, long bytes) {}

        @Override
        public void end() {}

        void meddle(String step) throws IOException {}

        @Override
        public void begin(String step, long files, long bytes) {
            try {
                meddle(step);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "more", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void remove(Path file, boolean folderInstead) {
        try {
            Files.delete(file);
            if (folderInstead) Files.createDirectory(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Map.Entry<FindingCode, String>> codes(Findings findings) {
        return findings.list().stream()
                .map((Finding f) -> Map.entry(f.code(), f.location().path()))
                .toList();
    }

    private static List<String> list(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> tree(Path root) throws IOException {
        var tree = new TreeMap<String, String>();
        for (var name : Making.names(root))
            tree.put(
                    name,
                    new String(Files.readAllBytes(root.resolve(name)), java.nio.charset.StandardCharsets.ISO_8859_1));
        return tree;
    }

    private static Map<String, String> read(Path archive, Serialization form) throws IOException {
        var tree = new TreeMap<String, String>();
        if (form == Serialization.ZIP) {
            try (var zip = ZipFile.builder().setPath(archive).get()) {
                for (var entry : java.util.Collections.list(zip.getEntries()))
                    if (!entry.isDirectory())
                        tree.put(
                                entry.getName(), latin(zip.getInputStream(entry).readAllBytes()));
            }
            return tree;
        }
        var file = new BufferedInputStream(Files.newInputStream(archive));
        try (var tar = new TarArchiveInputStream(
                form == Serialization.TAR ? file : new GzipCompressorInputStream(file), "UTF-8")) {
            for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                if (!entry.isDirectory()) tree.put(entry.getName(), latin(tar.readAllBytes()));
        }
        return tree;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
