package org.newsbag.bag;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.newsbag.fixity.Algorithm;

/** Reads back, line by line, a manifest that newsbag has written. */
public final class ManifestReader implements Closeable, Iterable<ManifestLine> {
    private final BufferedReader reader;
    private final Stream<ManifestLine> lines;

    private ManifestReader(Path file, Algorithm algorithm) throws IOException {
        reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        lines = reader.lines().map(line -> ManifestLine.parse(algorithm, line));
    }

    /** Throws {@link IllegalArgumentException} while iterating where a line is not one of ours. */
    public static ManifestReader open(Path file, Algorithm algorithm) throws IOException {
        return new ManifestReader(file, algorithm);
    }

    @Override
    public Iterator<ManifestLine> iterator() {
        return lines.iterator();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
