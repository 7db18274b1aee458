package org.newsbag.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbag.AwkwardText;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.path.RelativePath;
import org.quicktheories.generators.SourceDSL;

/** Manifests hold any name that a file system takes, and give back exactly that name. */
class ManifestTest {
    private static final String ZEROS = "0".repeat(64);
    private static final List<Algorithm> TWO = List.of(Algorithm.SHA_256, Algorithm.MD5);

    @TempDir
    Path folder;

    @Test
    void every_name_survives_a_line() {
        qt().forAll(AwkwardText.fileNames()).checkAssert(name -> {
            var line = ManifestLine.write(ZEROS, "data/" + name);
            assertThat(line).endsWith("\n");
            var text = line.substring(0, line.length() - 1);
            assertThat(text).doesNotContain("\n", "\r");
            assertThat(ManifestLine.parse(Algorithm.SHA_256, text).path().value())
                    .isEqualTo("data/" + name);
        });
    }

    @Test
    void nothing_but_line_breaks_and_percent_is_encoded() {
        qt().forAll(AwkwardText.fileNames()).checkAssert(name -> {
            var encoded = ManifestLine.encode(name);
            assertThat(encoded.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%"))
                    .isEqualTo(name);
            assertThat(encoded.replaceAll("%(0A|0D|25)", "")).isEqualTo(name.replaceAll("[\\n\\r%]", ""));
        });
    }

    @Test
    void escapes_of_either_case_are_decoded_once_and_others_are_left() {
        assertThat(ManifestLine.decode("a%0ab%0Dc%250A%25d%20%zz%")).isEqualTo("a\nb\rc%0A%d%20%zz%");
    }

    @Test
    void a_list_of_names_survives_writing_and_reading() {
        qt().withExamples(60)
                .forAll(SourceDSL.lists().of(AwkwardText.fileNames()).ofSizeBetween(0, 12))
                .checkAssert(names -> {
                    var paths = new TreeSet<RelativePath>();
                    for (var name : names) paths.add(new RelativePath("data/" + name));
                    assertThat(writtenAndRead(paths)).containsExactlyElementsOf(paths);
                });
    }

    @Test
    void names_sort_as_their_bytes_sort() {
        qt().forAll(AwkwardText.texts(), AwkwardText.texts()).checkAssert((left, right) -> {
            int bytes = java.util.Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(RelativePath.compareUtf8(left, right))).isEqualTo(Integer.signum(bytes));
        });
        assertThat(RelativePath.compareUtf8("\uFFFD", "😀")).isNegative();
    }

    @Test
    void the_file_is_hex_two_spaces_and_a_path_with_lf_and_no_mark() throws IOException {
        try (var manifest = ManifestWriter.payload(folder, TWO)) {
            manifest.add("data/a%b\n", checksums("x"));
            manifest.finish();
        }
        assertThat(folder.resolve("manifest-md5.txt")).hasContent("9dd4e461268c8034f5c8564e155c67a6  data/a%25b%0A\n");
        assertThat(folder.resolve("manifest-sha256.txt"))
                .hasBinaryContent(("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  data/a%25b%0A\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void finish_gives_the_checksums_of_the_files_themselves() throws Exception {
        Map<String, Map<Algorithm, Checksum>> own;
        try (var manifest = ManifestWriter.tags(folder, TWO)) {
            manifest.add("bag-info.txt", checksums("1"));
            manifest.add("bagit.txt", checksums("2"));
            own = manifest.finish();
        }
        assertThat(own).containsOnlyKeys("tagmanifest-md5.txt", "tagmanifest-sha256.txt");
        for (var file : own.keySet()) {
            var bytes = Files.readAllBytes(folder.resolve(file));
            assertThat(own.get(file).get(Algorithm.MD5).hex()).isEqualTo(digest("MD5", bytes));
            assertThat(own.get(file).get(Algorithm.SHA_256).hex()).isEqualTo(digest("SHA-256", bytes));
        }
    }

    @Test
    void a_manifest_of_an_empty_payload_is_an_empty_file() throws IOException {
        try (var manifest = ManifestWriter.payload(folder, TWO)) {
            manifest.finish();
        }
        assertThat(folder.resolve("manifest-md5.txt")).isEmptyFile();
        assertThat(read(folder.resolve("manifest-sha256.txt"))).isEmpty();
    }

    @Test
    void a_line_out_of_order_or_twice_is_refused() throws IOException {
        try (var manifest = ManifestWriter.payload(folder, TWO)) {
            manifest.add("data/b", checksums("b"));
            assertThatThrownBy(() -> manifest.add("data/a", checksums("a")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("\"data/a\" comes after \"data/b\" in a manifest");
            assertThatThrownBy(() -> manifest.add("data/b", checksums("b"))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void what_is_no_line_of_ours_is_refused_with_what_was_found() {
        assertThatThrownBy(() -> ManifestLine.parse(Algorithm.SHA_256, ZEROS + " data/a"))
                .hasMessageContaining("two spaces");
        assertThatThrownBy(() -> ManifestLine.parse(Algorithm.SHA_512, ZEROS + "  data/a"))
                .hasMessageContaining("sha512 checksum expected 128");
        assertThatThrownBy(() -> ManifestLine.parse(Algorithm.SHA_256, ZEROS + "  data/../../etc/passwd"))
                .hasMessageContaining("not a path inside a folder");
        assertThatThrownBy(() -> ManifestLine.parse(Algorithm.SHA_256, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<RelativePath> writtenAndRead(TreeSet<RelativePath> paths) {
        try {
            var bag = Files.createTempDirectory(folder, "bag");
            try (var manifest = ManifestWriter.payload(bag, List.of(Algorithm.SHA_256))) {
                for (var path : paths) manifest.add(path.value(), checksums(path.value()));
                manifest.finish();
            }
            return read(bag.resolve("manifest-sha256.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RelativePath> read(Path manifest) throws IOException {
        var paths = new ArrayList<RelativePath>();
        try (var lines = ManifestReader.open(manifest, Algorithm.SHA_256)) {
            for (var line : lines) {
                if (!line.path().value().isEmpty())
                    assertThat(line.checksum())
                            .isEqualTo(checksums(line.path().value()).get(Algorithm.SHA_256));
                paths.add(line.path());
            }
        }
        return paths;
    }

    private static Map<Algorithm, Checksum> checksums(String content) {
        var digester = Digester.of(TWO);
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        digester.update(bytes, 0, bytes.length);
        return new TreeMap<>(digester.finish());
    }

    private static String digest(String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }
}
