package org.newsbag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom time stamps are believed from. */
final class AuthorityOption {
    @Option(
            names = "--authority",
            paramLabel = "CERTIFICATE",
            description =
                    "The certificate of the time-stamping authority, or of the one that issued it, in PEM or DER. Without it a time stamp is only held to the certificate that it brings along.")
    private Optional<Path> certificate = Optional.empty();

    Optional<X509Certificate> certificate() throws IOException {
        if (certificate.isEmpty()) return Optional.empty();
        try (var in = Files.newInputStream(CommonOptions.readable("--authority", certificate.get()))) {
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (CertificateException e) {
            throw new UsageProblem("--authority expected a certificate in PEM or DER, found something else in "
                    + certificate.get() + ".");
        }
    }
}
