package org.newsbag.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbag.cli.ToldFindings;
import org.newsbag.finding.Findings;
import org.newsbag.finding.TrickledInput;
import org.newsbag.path.RelativePath;

/** fetch.txt: no item leads out of the payload, and an item written out again is the same item. */
class FetchFuzz {
    record Read(List<FetchItem> items, List<String> told) {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                TagFile.input(0, "https://example.org/a 12 data/a.txt\nftp://example.org/b\t-\tdata/b%0Ac d\r\n"),
                TagFile.input(
                        0, "x 1 data/a\nhttps://a 1 ../b\nhttps://a 1 bagit.txt\nhttps://a 9x data/c\n\nhttps://a\n"),
                TagFile.input(0, "urn:x 999999999999999999 data/./a//b/../c\nurn:x 0 data\\..\\..\\a\n"),
                TagFile.input(0, new BagVersion(0, 97), UTF_8, "https://example.org/%25 - data/%25"));
    }

    @DictionaryEntries({"data/", "https://", "%0A", "%25", "../", "./", " - ", "\\\\"})
    @MethodSource("seeds")
    @FuzzTest
    void fetch(byte[] input) throws IOException {
        var file = TagFile.of(input);
        var read = read(file, new ByteArrayInputStream(file.content()));
        assertThat(read(file, new TrickledInput(file.content()))).isEqualTo(read);
        for (var item : read.items()) {
            assertThat(item.path()).startsWith("data/");
            assertThat(RelativePath.isLegal(item.path())).as(item.path()).isTrue();
            assertThat(item.length().orElse(0)).isNotNegative();
            assertThat(item.url()).isNotEmpty().doesNotContain(" ", "\t", "\n", "\r");
            expectSame(item);
        }
    }

    private static void expectSame(FetchItem item) throws IOException {
        var length = item.length().isPresent() ? "" + item.length().getAsLong() : "-";
        var line = item.url() + " " + length + " " + ManifestLine.encode(item.path()) + "\n";
        var again = TagFile.of(TagFile.input(0, line));
        assertThat(read(again, new ByteArrayInputStream(again.content())).items())
                .containsExactly(new FetchItem(item.url(), item.length(), item.path(), 1));
    }

    private static Read read(TagFile file, InputStream content) throws IOException {
        var findings = new Findings();
        var items = new ArrayList<FetchItem>();
        new FetchFile(findings).read(content, file.rules(), (item, literal) -> items.add(item));
        return new Read(items, ToldFindings.of(findings));
    }
}
