package org.newsbag.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/** A time stamp of an authority (RFC 3161): its signed word that the digest of a checkpoint was there at a time. */
public final class TimeStamp {
    private final TimeStampToken token;

    private TimeStamp(TimeStampToken token) {
        this.token = token;
    }

    /** The request to be sent to an authority, for SHA-256 of a checkpoint's text without a line end. */
    public static byte[] request(Checkpoint checkpoint) throws IOException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        var nonce = new BigInteger(64, new SecureRandom());
        return generator
                .generate(NISTObjectIdentifiers.id_sha256, Sha256.of(bytes(checkpoint.toString())), nonce)
                .getEncoded();
    }

    /**
     * Reads an authority's answer, or the token that is in it, in DER.
     *
     * @throws IllegalArgumentException where it is neither, or an answer that refuses
     */
    public static TimeStamp read(byte[] der) {
        try {
            return new TimeStamp(new TimeStampToken(new CMSSignedData(der)));
        } catch (CMSException | TSPException | IOException | RuntimeException e) { // no token: it may be a whole answer
            return ofAnswer(der);
        }
    }

    private static TimeStamp ofAnswer(byte[] der) {
        TimeStampResponse answer;
        try {
            answer = new TimeStampResponse(der);
        } catch (TSPException | IOException | RuntimeException e) { // a library meets bytes from strangers
            throw new IllegalArgumentException("it is no RFC 3161 time stamp in DER: " + e.getMessage(), e);
        }
        if (answer.getTimeStampToken() == null)
            throw new IllegalArgumentException("the authority refused: " + answer.getStatusString());
        return new TimeStamp(answer.getTimeStampToken());
    }

    /** As it is kept in an event. */
    static TimeStamp ofBase64(String text) {
        return read(Base64.getDecoder().decode(text));
    }

    /** The token itself, to be kept in an event. */
    public String toBase64() throws IOException {
        return Base64.getEncoder().encodeToString(token.getEncoded());
    }

    /** Whether it brings along the certificate that it was signed with. */
    public boolean hasCertificate() {
        return signer().isPresent();
    }

    /** When the authority says that the digest was there. */
    public Instant time() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** Whether it is of this checkpoint's text, with a line feed behind it or not. */
    public boolean isOf(Checkpoint checkpoint) {
        var imprint = token.getTimeStampInfo().getMessageImprintDigest();
        var text = checkpoint.toString();
        return Arrays.equals(imprint, digest(text)) || Arrays.equals(imprint, digest(text + "\n"));
    }

    private byte[] digest(String text) {
        var oid = token.getTimeStampInfo().getMessageImprintAlgOID();
        var name = oid.equals(NISTObjectIdentifiers.id_sha256)
                ? "SHA-256"
                : oid.equals(NISTObjectIdentifiers.id_sha384)
                        ? "SHA-384"
                        : oid.equals(NISTObjectIdentifiers.id_sha512) ? "SHA-512" : "";
        if (name.isEmpty()) return new byte[0];
        try {
            return MessageDigest.getInstance(name).digest(bytes(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has them
        }
    }

    /** The certificate that is in the token and signed it. */
    @SuppressWarnings("unchecked")
    private Optional<X509CertificateHolder> signer() {
        return token.getCertificates().getMatches((Selector<X509CertificateHolder>) token.getSID()).stream()
                .map(X509CertificateHolder.class::cast)
                .findFirst();
    }

    /** Who signed it, by the certificate in it. */
    public String authority() {
        return signer().map(holder -> holder.getSubject().toString())
                .orElse("an authority whose certificate is not in the token");
    }

    /**
     * What is wrong with the signature; empty where it holds.
     *
     * @param trusted the certificate of the authority, or of the one that issued it; where it is empty, the token's own is taken, which says only that the token is whole
     */
    public Optional<String> flaw(Optional<X509Certificate> trusted) {
        try {
            var signer = signer();
            if (signer.isEmpty() && trusted.isEmpty())
                return Optional.of("it holds no certificate; name the authority's own with --authority");
            var verifier = new JcaSimpleSignerInfoVerifierBuilder();
            if (signer.isEmpty()) {
                token.validate(verifier.build(trusted.get()));
                return Optional.empty();
            }
            token.validate(verifier.build(signer.get()));
            if (trusted.isEmpty()
                    || Arrays.equals(signer.get().getEncoded(), trusted.get().getEncoded())) return Optional.empty();
            var own = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(signer.get().getEncoded()));
            own.verify(trusted.get().getPublicKey());
            return Optional.empty();
        } catch (TSPException
                | OperatorCreationException
                | CertificateException
                | IOException
                | RuntimeException e) { // a library meets bytes from strangers
            return Optional.of("its signature is not right: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            return Optional.of("it was signed by " + authority() + ", whom the certificate given does not vouch for");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
