package org.newsbag.fixity;

import java.security.MessageDigest;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A digest algorithm under its BagIt name (RFC 8493, section 2.4: lower case, nothing but letters and digits).
 *
 * @param name the normalized name, such as {@code sha512} or {@code sha3256}
 * @param jcaName the name that the Java Cryptography Architecture knows it by, such as {@code SHA-512}
 * @param digestLength the length of a digest in bytes
 */
public record Algorithm(String name, String jcaName, int digestLength) implements Comparable<Algorithm> {
    public static final Algorithm MD5 = new Algorithm("md5", "MD5", 16);
    public static final Algorithm SHA_1 = new Algorithm("sha1", "SHA-1", 20);
    public static final Algorithm SHA_224 = new Algorithm("sha224", "SHA-224", 28);
    public static final Algorithm SHA_256 = new Algorithm("sha256", "SHA-256", 32);
    public static final Algorithm SHA_384 = new Algorithm("sha384", "SHA-384", 48);
    public static final Algorithm SHA_512 = new Algorithm("sha512", "SHA-512", 64);
    public static final Algorithm SHA3_224 = new Algorithm("sha3224", "SHA3-224", 28);
    public static final Algorithm SHA3_256 = new Algorithm("sha3256", "SHA3-256", 32);
    public static final Algorithm SHA3_384 = new Algorithm("sha3384", "SHA3-384", 48);
    public static final Algorithm SHA3_512 = new Algorithm("sha3512", "SHA3-512", 64);

    /** RFC 7693; Java has none, so Bouncy Castle computes it. newsbag reads it and does not write it. */
    public static final Algorithm BLAKE2B_512 = new Algorithm("blake2b512", "BLAKE2B-512", 64);

    /** Every algorithm that newsbag writes. */
    public static final List<Algorithm> ALL =
            List.of(MD5, SHA_1, SHA_224, SHA_256, SHA_384, SHA_512, SHA3_224, SHA3_256, SHA3_384, SHA3_512);

    /** Finds an algorithm that newsbag writes by any spelling of its name: {@code sha512}, {@code SHA-512}, {@code sha3-256}. */
    public static Optional<Algorithm> named(String spelling) {
        return written(normalize(spelling));
    }

    /**
     * Finds an algorithm that can be computed here, by any spelling of its name: those of {@link #ALL}, BLAKE2b, and whatever this
     * Java has under another name, such as {@code md2} or {@code sha512256}.
     */
    public static Optional<Algorithm> computable(String spelling) {
        var name = normalize(spelling);
        var ours = written(name);
        if (ours.isPresent()) return ours;
        return name.equals(BLAKE2B_512.name) ? Optional.of(BLAKE2B_512) : ofJava(name);
    }

    /** The name as a manifest's file name has it: lower case, nothing but letters and digits (RFC 8493, section 2.4). */
    public static String normalize(String spelling) {
        var name = new StringBuilder(spelling.length());
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            if (c >= 'A' && c <= 'Z') name.append((char) (c + ('a' - 'A')));
            else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') name.append(c);
        }
        return name.toString();
    }

    private static Optional<Algorithm> written(String name) {
        for (var algorithm : ALL) if (algorithm.name.equals(name)) return Optional.of(algorithm);
        return Optional.empty();
    }

    private static Optional<Algorithm> ofJava(String name) {
        for (var jcaName : Security.getAlgorithms("MessageDigest"))
            if (normalize(jcaName).equals(name)) {
                int length = DigestUtils.getDigest(jcaName).digest().length;
                return Optional.of(new Algorithm(name, jcaName, length));
            }
        return Optional.empty();
    }

    /** A new computation of this algorithm. */
    MessageDigest newDigest() {
        return equals(BLAKE2B_512) ? new Blake2b() : DigestUtils.getDigest(jcaName);
    }

    /** By the name alone, and written out: the equality that Java makes for a record costs a short command more than all its hashing. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Algorithm algorithm && name.equals(algorithm.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Algorithm other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
