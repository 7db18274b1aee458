package org.newsbag.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbag.cli.ToldFindings;
import org.newsbag.finding.Findings;
import org.newsbag.finding.TrickledInput;

/** bagit.txt: a declaration in hand is one that the other tag files can be read by, whatever charset it names. */
class DeclarationFuzz {
    /** Stands in an input between bagit.txt and a tag file that is read by it. */
    private static final byte SEPARATOR = 0x1C;

    record Read(Optional<BagDeclaration> declaration, boolean hasErrors, List<String> told) {}

    static Stream<byte[]> seeds() {
        return Stream.of(
                        BagDeclaration.TEXT,
                        BagDeclaration.TEXT + "\u001CContact-Name: Marta\n",
                        "\uFEFFBagIt-Version : 0.97\r\ntag-file-character-encoding:utf-16\r\n\r\n\u001C\u0000a\u0000:\u0000 \u0000b",
                        "BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-2022-CN\n\u001C\u001B$)Aa: b",
                        "BagIt-Version: 1.0\nTag-File-Character-Encoding: x-JISAutoDetect\n\u001Ca: b",
                        "BagIt-Version: 9.9\nTag-File-Character-Encoding: nothing\nmore\n",
                        "BagIt-Version: 01.0\nTag-File-Character-Encoding:\n")
                .map(text -> text.getBytes(UTF_8));
    }

    @DictionaryEntries({
        "BagIt-Version: ",
        "Tag-File-Character-Encoding: ",
        "0.97",
        "1.0",
        "UTF-8",
        "UTF-16LE",
        "UTF-32",
        "ISO-2022-KR",
        "ISO-2022-CN",
        "Big5-HKSCS",
        "GB18030",
        "EUC-TW",
        "IBM930",
        "x-ISCII91",
        "CESU-8",
        "windows-1258",
        "x-IBM1383",
        "Shift_JIS",
        "x-COMPOUND_TEXT",
        "x-MacSymbol",
        "ISO-2022-JP-2"
    })
    @MethodSource("seeds")
    @FuzzTest
    void declaration(byte[] input) throws IOException {
        int end = 0;
        while (end < input.length && input[end] != SEPARATOR) end++;
        var content = Arrays.copyOf(input, end);
        var read = read(new ByteArrayInputStream(content));
        assertThat(read(new TrickledInput(content))).isEqualTo(read);
        if (read.declaration().isEmpty()) {
            assertThat(read.hasErrors()).isTrue();
            return;
        }
        var declaration = read.declaration().get();
        assertThat(declaration.version().isSupported()).isTrue();
        if (read.told().isEmpty()) expectTwoPlainLines(declaration, new String(content, UTF_8));
        var rest = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        var metadata = metadata(declaration, new ByteArrayInputStream(rest));
        assertThat(metadata(declaration, new TrickledInput(rest))).isEqualTo(metadata);
    }

    private static void expectTwoPlainLines(BagDeclaration declaration, String text) {
        assertThat(text.lines()).hasSize(2);
        assertThat(text.lines().findFirst()).contains("BagIt-Version: " + declaration.version());
        assertThat(declaration.charset()).isEqualTo(UTF_8);
    }

    private static BagInfoFuzz.Read metadata(BagDeclaration declaration, InputStream content) throws IOException {
        var findings = new Findings();
        var metadata = BagMetadata.read(BagInfo.FILE_NAME, content, declaration, findings);
        return new BagInfoFuzz.Read(metadata.elements(), ToldFindings.of(findings));
    }

    private static Read read(InputStream content) throws IOException {
        var findings = new Findings();
        var declaration = BagDeclaration.read(content, findings);
        return new Read(declaration, findings.hasErrors(), ToldFindings.of(findings));
    }
}
