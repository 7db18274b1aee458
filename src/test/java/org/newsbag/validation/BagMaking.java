package org.newsbag.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes bags in tests, right ones and wrong ones, byte by byte and without the code that is tested. */
public final class BagMaking {
    private final Path bag;

    private BagMaking(Path bag) {
        this.bag = bag;
    }

    public static BagMaking in(Path folder) {
        return new BagMaking(folder);
    }

    /** A bag of version 1.0 with two files and one manifest, without tag manifests. */
    public static BagMaking simple(Path folder) {
        return in(folder)
                .declare("1.0")
                .put("data/a.txt", "alpha")
                .put("data/sub/b.txt", "beta")
                .manifest("sha256");
    }

    public Path path() {
        return bag;
    }

    public BagMaking declare(String version) {
        return put("bagit.txt", "BagIt-Version: " + version + "\nTag-File-Character-Encoding: UTF-8\n");
    }

    public BagMaking put(String name, String text) {
        return put(name, text, StandardCharsets.UTF_8);
    }

    public BagMaking put(String name, String text, Charset charset) {
        return put(name, text.getBytes(charset));
    }

    public BagMaking put(String name, byte[] bytes) {
        try {
            var file = bag.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public BagMaking folder(String name) {
        try {
            Files.createDirectories(bag.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public BagMaking remove(String name) {
        try {
            Files.delete(bag.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes the manifest of what is under data/ now. */
    public BagMaking manifest(String algorithm) {
        return put("manifest-" + algorithm + ".txt", lines(algorithm, true));
    }

    /** Writes the tag manifest of what is there now, but for tag manifests. */
    public BagMaking tagManifest(String algorithm) {
        return put("tagmanifest-" + algorithm + ".txt", lines(algorithm, false));
    }

    /** Puts a line at the end of a file. */
    public BagMaking append(String name, String text) {
        try {
            return put(name, Files.readString(bag.resolve(name)) + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BagMaking replace(String name, String old, String with) {
        try {
            var text = Files.readString(bag.resolve(name));
            if (!text.contains(old)) throw new IllegalArgumentException(old);
            return put(name, text.replace(old, with));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String hex(String algorithm, String text) {
        return hex(algorithm, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(javaName(algorithm)).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String javaName(String algorithm) {
        if (algorithm.startsWith("sha3")) return algorithm.length() == 7 ? "SHA3-" + algorithm.substring(4) : "SHA-384";
        return algorithm.startsWith("sha") ? "SHA-" + algorithm.substring(3) : algorithm;
    }

    private String lines(String algorithm, boolean isPayload) {
        var lines = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(bag)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = bag.relativize(file).toString();
                if (name.startsWith("data/") != isPayload || name.startsWith("tagmanifest-")) continue;
                lines.put(name, hex(algorithm, Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var text = new StringBuilder();
        lines.forEach((name, hex) -> text.append(hex)
                .append("  ")
                .append(name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D"))
                .append('\n'));
        return text.toString();
    }
}
