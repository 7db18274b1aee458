package org.newsbag.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time stamps beside OpenSSL's: what it makes is read here, what is asked for here it answers. Skipped where there is no openssl. */
class TimeStampTest {
    private static final Checkpoint HEAD = new Checkpoint(
            "0123456789abcdef0123456789abcdef", 17, "8438974fdc349bfaa58fe33855d21f368592e647b1a99977e18446f95b318d26");

    private static final String CONFIGURATION = """
            [ req ]
            distinguished_name = name
            [ name ]
            [ issuer ]
            basicConstraints = critical,CA:true
            [ authority ]
            extendedKeyUsage = critical,timeStamping
            keyUsage = critical,digitalSignature
            [ tsa ]
            default_tsa = stamps
            [ stamps ]
            serial = ./serial
            default_policy = 1.2.3.4.1
            digests = sha256, sha384, sha512
            signer_digest = sha256
            ordering = yes
            tsa_name = yes
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void makeAuthorities() throws Exception {
        assumeTrue(hasOpenssl(), "skipped: openssl is not installed");
        Files.writeString(folder.resolve("c.cnf"), CONFIGURATION);
        Files.writeString(folder.resolve("serial"), "01\n");
        for (var name : List.of("issuer", "stranger"))
            openssl(
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-keyout",
                    name + ".key",
                    "-out",
                    name + ".pem",
                    "-subj",
                    "/CN=" + name,
                    "-days",
                    "30",
                    "-config",
                    "c.cnf",
                    "-extensions",
                    "issuer");
        openssl(
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "tsa.key",
                "-out",
                "tsa.csr",
                "-subj",
                "/CN=Authority",
                "-config",
                "c.cnf");
        openssl(
                "x509",
                "-req",
                "-in",
                "tsa.csr",
                "-CA",
                "issuer.pem",
                "-CAkey",
                "issuer.key",
                "-CAcreateserial",
                "-out",
                "tsa.pem",
                "-days",
                "20",
                "-extfile",
                "c.cnf",
                "-extensions",
                "authority");
    }

    @Test
    void openssl_answers_our_request_and_the_answer_holds() throws Exception {
        Files.write(folder.resolve("q.tsq"), TimeStamp.request(HEAD));
        reply("q.tsq");
        var stamp = TimeStamp.read(Files.readAllBytes(folder.resolve("r.tsr")));
        assertThat(stamp.isOf(HEAD)).isTrue();
        assertThat(stamp.isOf(new Checkpoint(HEAD.ledger(), 18, HEAD.root()))).isFalse();
        assertThat(stamp.time())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plusSeconds(5));
        assertThat(stamp.flaw(Optional.empty())).isEmpty();
        assertThat(stamp.flaw(Optional.of(certificate("tsa")))).isEmpty();
        assertThat(stamp.flaw(Optional.of(certificate("issuer")))).isEmpty();
        assertThat(stamp.flaw(Optional.of(certificate("stranger"))).orElseThrow())
                .contains("does not vouch for");
        assertThat(TimeStamp.ofBase64(stamp.toBase64()).isOf(HEAD)).isTrue();
        openssl(
                "ts",
                "-verify",
                "-queryfile",
                "q.tsq",
                "-in",
                "r.tsr",
                "-CAfile",
                "issuer.pem",
                "-untrusted",
                "tsa.pem");
    }

    @Test
    void a_stamp_of_the_printed_line_with_another_digest_and_no_certificate_holds_too() throws Exception {
        Files.writeString(folder.resolve("head.txt"), HEAD + "\n");
        openssl("ts", "-query", "-data", "head.txt", "-sha512", "-no_nonce", "-out", "q.tsq");
        reply("q.tsq");
        var stamp = TimeStamp.read(Files.readAllBytes(folder.resolve("r.tsr")));
        assertThat(stamp.isOf(HEAD)).isTrue();
        assertThat(stamp.flaw(Optional.empty()).orElseThrow()).contains("no certificate");
        assertThat(stamp.flaw(Optional.of(certificate("tsa")))).isEmpty();
        assertThat(stamp.flaw(Optional.of(certificate("stranger")))).isPresent();
    }

    @Test
    void no_byte_of_a_stamp_can_be_changed() throws Exception {
        Files.write(folder.resolve("q.tsq"), TimeStamp.request(HEAD));
        reply("q.tsq");
        var sound = Files.readAllBytes(folder.resolve("r.tsr"));
        var authority = Optional.of(certificate("tsa"));
        for (int at = 0; at < sound.length; at += 3) {
            var changed = sound.clone();
            changed[at] ^= 4;
            assertThat(holds(changed, authority)).as("byte " + at).isIn(false, sameStamp(changed, sound));
        }
    }

    @Test
    void what_is_no_stamp_is_told() {
        assertThatThrownBy(() -> TimeStamp.read("no stamp".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no RFC 3161 time stamp");
    }

    private static boolean holds(byte[] der, Optional<X509Certificate> authority) {
        try {
            var stamp = TimeStamp.read(der);
            return stamp.isOf(HEAD) && stamp.flaw(authority).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What is not signed, such as the words of the answer around the token, may differ. */
    private static boolean sameStamp(byte[] changed, byte[] sound) {
        try {
            return TimeStamp.read(changed).time().equals(TimeStamp.read(sound).time());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void reply(String query) throws Exception {
        openssl(
                "ts",
                "-reply",
                "-config",
                "c.cnf",
                "-section",
                "stamps",
                "-queryfile",
                query,
                "-inkey",
                "tsa.key",
                "-signer",
                "tsa.pem",
                "-out",
                "r.tsr");
    }

    private X509Certificate certificate(String name) throws Exception {
        try (var in = Files.newInputStream(folder.resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static boolean hasOpenssl() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private void openssl(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var log = folder.resolve("log").toFile();
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(process.waitFor())
                .as(() -> {
                    try {
                        return Files.readString(log.toPath());
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
    }
}
