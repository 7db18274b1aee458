package org.newsbag.provenance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.newsbag.extract.Extraction;

/** Measures, by hand, how many plain-text articles a second {@link ProvenanceReader} reads on all cores, extraction apart: {@code Rate FOLDER}. */
final class Rate {
    private static final int ROUNDS = 6;
    private static final int TIMES = 200;

    private Rate() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long loading = System.nanoTime();
        var reader = ProvenanceReader.load(OwnLists.NONE);
        out.printf(Locale.ROOT, "lists loaded in %d ms%n", (System.nanoTime() - loading) / 1_000_000);
        List<Extraction> articles = new ArrayList<>();
        try (var files = Files.list(Path.of(args[0]))) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList())
                articles.add(Articles.extraction(Files.readString(file)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long rows = IntStream.range(0, TIMES * articles.size())
                    .parallel()
                    .mapToLong(i -> reader.read(articles.get(i % articles.size()))
                            .evidence()
                            .size())
                    .sum();
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%,.0f articles a second, %d rows of evidence%n",
                    TIMES * articles.size() / seconds,
                    rows);
        }
    }
}
