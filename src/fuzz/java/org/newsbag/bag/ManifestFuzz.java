package org.newsbag.bag;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbag.cli.ToldFindings;
import org.newsbag.finding.Findings;
import org.newsbag.finding.TrickledInput;
import org.newsbag.fixity.Algorithm;
import org.newsbag.path.RelativePath;

/** Manifests: the lines that name a file stay in the bag, and a manifest without fault comes back from our own writer. */
class ManifestFuzz {
    private static final List<ManifestName> NAMES = Stream.of(
                    "manifest-md5.txt", "manifest-sha512.txt", "tagmanifest-md5.txt", "manifest-whirlpool.txt")
            .map(name -> ManifestName.parse(name).orElseThrow())
            .toList();
    private static final String MD5 = "0123456789abcdef0123456789ABCDEF";

    record Line(int number, String digest, String path, String literal) {}

    record Read(List<Line> lines, List<String> told) {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                TagFile.input(0, MD5 + "  data/a.txt\n" + MD5 + "  data/sub/\u062E\u0628\u0631\n"),
                TagFile.input(0, MD5 + "  data/a%0Ab%0d%25c\r\n" + MD5 + " *data/b\r" + MD5 + "\tdata/./x/../c"),
                TagFile.input(0, "\\" + MD5 + "  data/a\\\\b\\nc\n" + MD5 + "  ../a\n" + MD5 + "  data/~/C:/b\n"),
                TagFile.input(0, "\uFEFF" + MD5 + "  data/ a  b \n\n" + MD5 + "\nxyz  data/a\n"),
                TagFile.input(1, MD5.repeat(4) + "  data/a.txt\n"),
                TagFile.input(2, MD5 + "  bagit.txt\n" + MD5 + "  data/a\n" + MD5 + "  tagmanifest-md5.txt\n"),
                TagFile.input(3, "anything  data/a.txt\n"),
                TagFile.input(0, new BagVersion(0, 97), UTF_8, MD5 + "  data/a%0A%25\n"),
                TagFile.input(0, new BagVersion(0, 97), UTF_16, MD5 + "  data/a\n"));
    }

    @DictionaryEntries({
        "data/",
        "bagit.txt",
        "tagmanifest-md5.txt",
        "%0A",
        "%0d",
        "%25",
        "../",
        "./",
        "//",
        "\\\\",
        "*",
        "~/",
        "C:/"
    })
    @MethodSource("seeds")
    @FuzzTest
    void manifest(byte[] input) throws IOException {
        var file = TagFile.of(input);
        var name = NAMES.get(file.choice() % NAMES.size());
        var read = read(file, name, new ByteArrayInputStream(file.content()));
        assertThat(read(file, name, new TrickledInput(file.content()))).isEqualTo(read);
        int last = 0;
        for (var line : read.lines()) {
            assertThat(line.number()).isGreaterThan(last);
            last = line.number();
            expectInside(line.path(), name);
            expectInside(line.literal(), name);
            if (!file.rules().version().isBefore1()) assertThat(line.literal()).isEqualTo(line.path());
        }
        if (read.told().isEmpty() && !name.algorithm().equals("whirlpool")) expectBackFromWriter(read, name);
    }

    private static void expectInside(String path, ManifestName name) {
        assertThat(RelativePath.isLegal(path)).as(path).isTrue();
        assertThat(path.startsWith("data/")).as(path).isNotEqualTo(name.isTagManifest());
    }

    private static void expectBackFromWriter(Read read, ManifestName name) throws IOException {
        var text = new StringBuilder();
        for (var line : read.lines()) text.append(ManifestLine.write(line.digest(), line.path()));
        var again = TagFile.of(TagFile.input(0, text.toString()));
        var back = read(again, name, new ByteArrayInputStream(again.content()));
        assertThat(back.told()).isEmpty();
        assertThat(back.lines())
                .extracting(Line::path)
                .isEqualTo(read.lines().stream().map(Line::path).toList());
        assertThat(back.lines())
                .extracting(Line::digest)
                .isEqualTo(read.lines().stream().map(Line::digest).toList());
        var algorithm = algorithm(name).orElseThrow();
        assertThat(text.toString().lines().map(line -> ManifestLine.parse(algorithm, line)))
                .hasSameSizeAs(read.lines());
    }

    private static Read read(TagFile file, ManifestName name, InputStream content) throws IOException {
        var findings = new Findings();
        var lines = new ArrayList<Line>();
        var algorithm = algorithm(name);
        new ManifestFile(name, algorithm, file.rules().version(), findings)
                .read(content, file.rules(), (number, digest, path, literal) -> {
                    assertThat(digest.length)
                            .isIn(0, algorithm.map(Algorithm::digestLength).orElse(digest.length));
                    lines.add(new Line(number, HexFormat.of().formatHex(digest), path, literal));
                });
        return new Read(lines, ToldFindings.of(findings));
    }

    private static Optional<Algorithm> algorithm(ManifestName name) {
        return Algorithm.named(name.normalizedAlgorithm());
    }
}
