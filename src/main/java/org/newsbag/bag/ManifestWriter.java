package org.newsbag.bag;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.newsbag.fixity.Algorithm;
import org.newsbag.fixity.Checksum;
import org.newsbag.fixity.Digester;
import org.newsbag.path.RelativePath;

/**
 * Writes the manifests of one kind, one for each algorithm, side by side and in one pass. Lines must come in the order of
 * {@link RelativePath}; a line out of order is a defect of the caller.
 */
public final class ManifestWriter implements Closeable {
    private final Map<Algorithm, OutputStream> files = new TreeMap<>();
    private final Map<Algorithm, Digester> digesters = new TreeMap<>();
    private final String kind;
    private final Collection<Algorithm> algorithms;
    private String last = "";

    private ManifestWriter(Path bag, String kind, Collection<Algorithm> algorithms) throws IOException {
        this.kind = kind;
        this.algorithms = algorithms;
        for (var algorithm : algorithms) {
            var file = Files.newOutputStream(
                    bag.resolve(fileName(kind, algorithm)), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            files.put(algorithm, new BufferedOutputStream(file, 1 << 16));
            digesters.put(algorithm, Digester.of(algorithms));
        }
    }

    /** Opens {@code manifest-ALGORITHM.txt} of each algorithm in a bag's folder. */
    public static ManifestWriter payload(Path bag, Collection<Algorithm> algorithms) throws IOException {
        return new ManifestWriter(bag, "manifest", algorithms);
    }

    /** Opens {@code tagmanifest-ALGORITHM.txt} of each algorithm in a bag's folder. */
    public static ManifestWriter tags(Path bag, Collection<Algorithm> algorithms) throws IOException {
        return new ManifestWriter(bag, "tagmanifest", algorithms);
    }

    /** Whether a line with a path is read back as that path: a payload file's always is, a tag file's may not be. */
    public static boolean canList(String path) {
        var listed = ListedPath.of(path);
        return !listed.isRefused() && listed.value().equals(path) && path.equals(path.stripLeading());
    }

    public static String payloadFileName(Algorithm algorithm) {
        return fileName("manifest", algorithm);
    }

    public static String tagFileName(Algorithm algorithm) {
        return fileName("tagmanifest", algorithm);
    }

    /**
     * Adds one file to every manifest.
     *
     * @param path its path in the bag, such as {@code data/a.txt}
     * @param checksums at least those of the manifests' algorithms
     */
    public void add(String path, Map<Algorithm, Checksum> checksums) throws IOException {
        if (RelativePath.compareUtf8(last, path) >= 0)
            throw new IllegalStateException("\"" + path + "\" comes after \"" + last + "\" in a manifest");
        last = path;
        for (var entry : files.entrySet()) {
            var line = ManifestLine.write(checksums.get(entry.getKey()).hex(), path)
                    .getBytes(StandardCharsets.UTF_8);
            entry.getValue().write(line);
            digesters.get(entry.getKey()).update(line, 0, line.length);
        }
    }

    /** Ends the manifests and gives each one's own checksums by its file name. */
    public Map<String, Map<Algorithm, Checksum>> finish() throws IOException {
        close();
        var checksums = new TreeMap<String, Map<Algorithm, Checksum>>();
        for (var algorithm : algorithms)
            checksums.put(fileName(kind, algorithm), digesters.get(algorithm).finish());
        return checksums;
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) file.close();
    }

    private static String fileName(String kind, Algorithm algorithm) {
        return kind + "-" + algorithm.name() + ".txt";
    }
}
