package org.newsbag.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A second opinion on a bag of version 1.0 that was found valid without a remark, in a few plain lines. */
final class NaiveCheck {
    private static final Map<String, String> ALGORITHMS =
            Map.of("manifest-md5.txt", "MD5", "manifest-sha256.txt", "SHA-256", "tagmanifest-sha256.txt", "SHA-256");

    private final Map<String, byte[]> files;

    NaiveCheck(Map<String, byte[]> files) {
        this.files = files;
    }

    void expectValid() {
        assertThat(files).containsKey("bagit.txt");
        var payload = new TreeSet<String>();
        for (var path : files.keySet()) if (path.startsWith("data/")) payload.add(path);
        ALGORITHMS.forEach((manifest, algorithm) -> {
            if (!files.containsKey(manifest)) return;
            var listed = listed(manifest, algorithm);
            if (!manifest.startsWith("tag")) assertThat(listed).isEqualTo(payload);
        });
    }

    private Set<String> listed(String manifest, String algorithm) {
        var listed = new TreeSet<String>();
        for (var line : new String(files.get(manifest), UTF_8).split("\r\n|\r|\n")) {
            if (line.isEmpty()) continue;
            var parts = line.split("[ \t]+", 2);
            var path = parts[1].replaceAll("(?i)%0a", "\n")
                    .replaceAll("(?i)%0d", "\r")
                    .replace("%25", "%");
            assertThat(hex(algorithm, path)).as(path).isEqualTo(parts[0].toLowerCase(Locale.ROOT));
            listed.add(path);
        }
        return listed;
    }

    private String hex(String algorithm, String path) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(files.getOrDefault(path, new byte[0])));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
