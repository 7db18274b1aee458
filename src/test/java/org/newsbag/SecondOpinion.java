package org.newsbag;

import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;

/** Two judges of a bag that share no code with newsbag: one written here from RFC 8493, and the Library of Congress's. */
public final class SecondOpinion {
    private static final Map<String, String> DIGESTS =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512", "sha3256", "SHA3-256");

    private SecondOpinion() {}

    /** Every rule for a complete and valid bag of version 1.0, by the letter. */
    public static void judge(Path bag) throws IOException, GeneralSecurityException {
        assertThat(bag.resolve("bagit.txt"))
                .hasBinaryContent(
                        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.US_ASCII));
        var all = new TreeSet<>(Making.names(bag));
        var payload = new TreeSet<>(all.subSet("data/", "data0"));
        var tagManifests = new TreeSet<String>();
        for (var name : all) if (name.startsWith("tagmanifest-")) tagManifests.add(name);
        var tagFiles = new TreeSet<>(all);
        tagFiles.removeAll(payload);
        tagFiles.removeAll(tagManifests);
        int manifests = 0;
        for (var name : all) {
            if (name.startsWith("manifest-")) {
                manifests++;
                judge(bag, name, payload);
            } else if (name.startsWith("tagmanifest-")) judge(bag, name, tagFiles);
        }
        assertThat(manifests).isPositive().isEqualTo(tagManifests.size());
        long octets = 0;
        for (var file : payload) octets += Files.size(bag.resolve(file));
        assertThat(Files.readString(bag.resolve("bag-info.txt")).lines())
                .containsOnlyOnce("Payload-Oxum: " + octets + "." + payload.size());
    }

    private static void judge(Path bag, String manifest, Set<String> expected)
            throws IOException, GeneralSecurityException {
        var algorithm = manifest.substring(manifest.indexOf('-') + 1, manifest.indexOf('.'));
        var entries = entries(bag.resolve(manifest));
        assertThat(entries.keySet()).as(manifest).isEqualTo(expected);
        for (var entry : entries.entrySet()) {
            var bytes = Files.readAllBytes(bag.resolve(entry.getKey()));
            var digest = MessageDigest.getInstance(DIGESTS.get(algorithm)).digest(bytes);
            assertThat(HexFormat.of().formatHex(digest)).as(entry.getKey()).isEqualTo(entry.getValue());
        }
    }

    /** Path to checksum, by RFC 8493, sections 2.1.3 and 2.1.4; each line ends in a line feed, each path stands once and in order. */
    public static Map<String, String> entries(Path manifest) throws IOException {
        var entries = new TreeMap<String, String>();
        var text = Files.readString(manifest);
        byte[] last = {};
        while (!text.isEmpty()) {
            int end = text.indexOf('\n');
            assertThat(end).as("line feed at the end of " + manifest).isPositive();
            var line = text.substring(0, end);
            text = text.substring(end + 1);
            assertThat(line).matches("(?s)[0-9a-f]+  .*");
            var written = line.substring(line.indexOf(' ') + 2);
            assertThat(written).doesNotContain("\r");
            var path = new StringBuilder();
            for (int i = 0; i < written.length(); i++) {
                if (written.charAt(i) != '%') path.append(written.charAt(i));
                else {
                    assertThat(written.substring(i + 1, i + 3)).isIn("0A", "0D", "25");
                    path.append((char) Integer.parseInt(written.substring(i + 1, i + 3), 16));
                    i += 2;
                }
            }
            assertThat(entries.put(path.toString(), line.substring(0, line.indexOf(' '))))
                    .as("twice: " + path)
                    .isNull();
            var bytes = path.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(java.util.Arrays.compareUnsigned(last, bytes))
                    .as("order: " + path)
                    .isNegative();
            last = bytes;
        }
        return entries;
    }

    /** Throws what the Library of Congress's verifier throws. */
    public static void congress(Path bag) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try (var verifier = new BagVerifier(threads)) {
            verifier.isValid(new BagReader().read(bag), false);
        } finally {
            threads.shutdownNow();
        }
    }
}
