package org.newsbag.bag;

import java.util.Optional;

/**
 * The name of a manifest: which files it lists and under what algorithm (RFC 8493, sections 2.1.3, 2.2.1 and 2.4).
 *
 * @param fileName as it stands in the base directory
 * @param algorithm as it stands in the name
 */
public record ManifestName(String fileName, boolean isTagManifest, String algorithm) {
    private static final String PAYLOAD = "manifest-";
    private static final String TAG = "tagmanifest-";
    private static final String EXTENSION = ".txt";

    /** Reads the name of a file in the base directory; empty where it is not the name of a manifest. */
    public static Optional<ManifestName> parse(String fileName) {
        if (!fileName.endsWith(EXTENSION) || fileName.indexOf('/') >= 0) return Optional.empty();
        boolean isTag = fileName.startsWith(TAG);
        if (!isTag && !fileName.startsWith(PAYLOAD)) return Optional.empty();
        int start = isTag ? TAG.length() : PAYLOAD.length();
        int end = fileName.length() - EXTENSION.length();
        return start >= end
                ? Optional.empty()
                : Optional.of(new ManifestName(fileName, isTag, fileName.substring(start, end)));
    }

    /** The algorithm in lower case, nothing but letters and digits. */
    public String normalizedAlgorithm() {
        var normalized = new StringBuilder();
        for (int i = 0; i < algorithm.length(); i++) {
            char c = algorithm.charAt(i);
            if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') normalized.append(c);
        }
        return normalized.toString();
    }

    /** The name as the specification writes it. */
    public String normalized() {
        return (isTagManifest ? TAG : PAYLOAD) + normalizedAlgorithm() + EXTENSION;
    }
}
