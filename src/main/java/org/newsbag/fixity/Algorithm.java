package org.newsbag.fixity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /** Every algorithm that newsbag writes and reads. */
    public static final List<Algorithm> ALL =
            List.of(MD5, SHA_1, SHA_224, SHA_256, SHA_384, SHA_512, SHA3_224, SHA3_256, SHA3_384, SHA3_512);

    /** Finds an algorithm by any spelling of its name: {@code sha512}, {@code SHA-512}, {@code sha3-256}. */
    public static Optional<Algorithm> named(String spelling) {
        var normalized = spelling.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return ALL.stream().filter(a -> a.name.equals(normalized)).findFirst();
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
