package org.newsbag.fixity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;

/** The digest of some bytes under one algorithm. */
public final class Checksum {
    private final Algorithm algorithm;
    private final byte[] digest;

    private Checksum(Algorithm algorithm, byte[] digest) {
        this.algorithm = algorithm;
        this.digest = digest;
    }

    /** Takes the bytes of a digest, as many as the algorithm's digests have; they are copied. */
    public static Checksum of(Algorithm algorithm, byte[] digest) {
        if (digest.length != algorithm.digestLength()) throw notOne(algorithm, Hex.encodeHexString(digest));
        return new Checksum(algorithm, digest.clone());
    }

    /** The checksum of a text's bytes in UTF-8. */
    public static Checksum ofText(Algorithm algorithm, String text) {
        return of(algorithm, algorithm.newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads hexadecimal digits of either case, as a manifest may hold them (RFC 8493, section 2.1.3). */
    public static Checksum parse(Algorithm algorithm, String hex) {
        if (hex.length() != 2 * algorithm.digestLength()) throw notOne(algorithm, hex);
        try {
            return new Checksum(algorithm, Hex.decodeHex(hex));
        } catch (DecoderException e) {
            throw notOne(algorithm, hex);
        }
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** Lower-case hexadecimal of exactly the algorithm's length. */
    public String hex() {
        return Hex.encodeHexString(digest);
    }

    /** The digest itself, a copy. */
    public byte[] digest() {
        return digest.clone();
    }

    /** Whether this is the digest that stands in some bytes from an offset on. */
    public boolean isIn(byte[] bytes, int offset) {
        return Arrays.equals(digest, 0, digest.length, bytes, offset, offset + digest.length);
    }

    /** The checksum as a name that needs no registry: {@code ni:///sha-256;...} (RFC 6920, section 3). */
    public String toNamedInformation() {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        return "ni:///" + algorithm.jcaName().toLowerCase(Locale.ROOT) + ";" + encoded;
    }

    private static IllegalArgumentException notOne(Algorithm algorithm, String found) {
        return new IllegalArgumentException(algorithm + " checksum expected " + 2 * algorithm.digestLength()
                + " hexadecimal digits, found \"" + found + "\"");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checksum checksum
                && algorithm.equals(checksum.algorithm)
                && Arrays.equals(digest, checksum.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex();
    }
}
