package org.newsbag.fixity;

import java.util.Base64;
import java.util.Locale;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;

/**
 * The digest of some bytes under one algorithm.
 *
 * @param hex lower-case hexadecimal of exactly the algorithm's length
 */
public record Checksum(Algorithm algorithm, String hex) {
    public Checksum {
        if (hex.length() != 2 * algorithm.digestLength() || !isLowerHex(hex))
            throw new IllegalArgumentException(algorithm + " checksum expected " + 2 * algorithm.digestLength()
                    + " lower-case hexadecimal digits, found \"" + hex + "\"");
    }

    public static Checksum of(Algorithm algorithm, byte[] digest) {
        return new Checksum(algorithm, Hex.encodeHexString(digest));
    }

    /** Reads hexadecimal digits of either case, as a manifest may hold them (RFC 8493, section 2.1.3). */
    public static Checksum parse(Algorithm algorithm, String hex) {
        return new Checksum(algorithm, hex.toLowerCase(Locale.ROOT));
    }

    /** The digest itself. */
    public byte[] digest() {
        try {
            return Hex.decodeHex(hex);
        } catch (DecoderException e) {
            throw new AssertionError("a checksum holds only hexadecimal digits", e);
        }
    }

    /** The checksum as a name that needs no registry: {@code ni:///sha-256;...} (RFC 6920, section 3). */
    public String toNamedInformation() {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(digest());
        return "ni:///" + algorithm.jcaName().toLowerCase(Locale.ROOT) + ";" + encoded;
    }

    private static boolean isLowerHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) return false;
        }
        return true;
    }
}
