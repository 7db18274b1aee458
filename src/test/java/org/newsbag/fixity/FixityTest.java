package org.newsbag.fixity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Digests agree with Java's own, and a checksum cannot hold a bad value. */
class FixityTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void one_pass_gives_every_digest_and_starts_anew_afterwards() throws Exception {
        var digester = Digester.of(Algorithm.ALL);
        for (int round = 0; round < 2; round++) {
            digester.update(ABC, 0, 1);
            digester.update(ABC, 1, 2);
            var checksums = digester.finish();
            for (var algorithm : Algorithm.ALL)
                assertThat(checksums.get(algorithm).digest())
                        .hasSize(algorithm.digestLength())
                        .isEqualTo(
                                MessageDigest.getInstance(algorithm.jcaName()).digest(ABC));
        }
    }

    @Test
    void what_is_reset_is_forgotten() throws Exception {
        var digester = Digester.of(List.of(Algorithm.SHA_256));
        digester.update(ABC, 0, 3);
        digester.reset();
        assertThat(digester.finish().get(Algorithm.SHA_256).digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest());
    }

    @Test
    void a_stream_counts_and_digests_what_passes() throws IOException {
        var sink = new ByteArrayOutputStream();
        try (var out = new DigestingOutput(sink, List.of(Algorithm.MD5))) {
            out.write('a');
            out.write(ABC, 1, 1);
            out.write(new byte[] {'c'});
            assertThat(out.bytes()).isEqualTo(3);
            assertThat(out.finish().get(Algorithm.MD5).hex()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        }
        assertThat(sink.toByteArray()).isEqualTo(ABC);
    }

    @Test
    void an_algorithm_is_known_by_every_spelling_in_every_locale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(List.of("sha512", "SHA-512", "Sha_512"))
                    .allSatisfy(s -> assertThat(Algorithm.named(s)).contains(Algorithm.SHA_512));
            assertThat(Algorithm.named("SHA3-256")).contains(Algorithm.SHA3_256);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(List.of("", "crc32", "sha", "sha2"))
                .allSatisfy(s -> assertThat(Algorithm.named(s)).isEmpty());
        assertThat(new HashSet<>(Algorithm.ALL)).hasSize(10);
        assertThat(Algorithm.ALL).allSatisfy(a -> assertThat(a.name()).matches("[a-z0-9]+"));
    }

    @Test
    void an_algorithm_that_only_java_or_bouncy_castle_knows_is_found_by_its_normalized_name() {
        assertThat(Algorithm.computable("SHA-512/256")).hasValueSatisfying(a -> {
            assertThat(a.name()).isEqualTo("sha512256");
            assertThat(a.digestLength()).isEqualTo(32);
        });
        assertThat(Algorithm.computable("md2")).map(Algorithm::jcaName).contains("MD2");
        assertThat(Algorithm.computable("SHA-512")).containsSame(Algorithm.SHA_512);
        assertThat(Algorithm.computable("BLAKE2b-512")).containsSame(Algorithm.BLAKE2B_512);
        assertThat(List.of("", "crc32", "sha", "blake2b"))
                .allSatisfy(s -> assertThat(Algorithm.computable(s)).isEmpty());
        assertThat(Algorithm.named("blake2b512")).isEmpty();
    }

    @Test
    void a_checksum_has_the_length_and_the_letters_of_its_algorithm() {
        var hex = "900150983CD24FB0D6963F7D28E17F72";
        assertThat(Checksum.parse(Algorithm.MD5, hex).hex()).isEqualTo(hex.toLowerCase(Locale.ROOT));
        assertThat(Checksum.parse(Algorithm.MD5, hex).digest())
                .isEqualTo(HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> Checksum.parse(Algorithm.SHA_1, hex))
                .hasMessage("sha1 checksum expected 40 hexadecimal digits, found \"" + hex + "\"");
        assertThatThrownBy(() -> Checksum.parse(Algorithm.MD5, hex.replace('9', 'g')))
                .hasMessageContaining("found \"g");
        assertThatThrownBy(() -> Checksum.parse(Algorithm.MD5, "")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The example of RFC 6920, section 8.2: the digest of "Hello World!". */
    @Test
    void a_checksum_is_a_name_by_rfc_6920() {
        var digester = Digester.of(List.of(Algorithm.SHA_256));
        digester.update("Hello World!".getBytes(StandardCharsets.US_ASCII), 0, 12);
        assertThat(digester.finish().get(Algorithm.SHA_256).toNamedInformation())
                .isEqualTo("ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
    }
}
