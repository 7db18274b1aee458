package org.newsbag.fixity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Digests every file of a folder: {@code DigestFolder FOLDER THREADS ALGORITHM,... ROUNDS}. The engine of whole commands, without them;
 * rounds after the first show it compiled.
 */
public final class DigestFolder {
    private DigestFolder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var algorithms = Arrays.stream(arguments[2].split(","))
                .map(name -> Algorithm.computable(name).orElseThrow())
                .toList();
        for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
            long begin = System.nanoTime();
            var bytes = new AtomicLong();
            try (var files = Files.walk(Path.of(arguments[0])).filter(Files::isRegularFile)) {
                var jobs = files.map(file -> new Job<>(file, ByteSource.of(file), algorithms));
                Digests.run(Integer.parseInt(arguments[1]), jobs.iterator(), 0, new Sum(bytes));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%.2f s, %.2f GB/s%n", seconds, bytes.get() / seconds / 1e9);
        }
    }

    private record Sum(AtomicLong bytes) implements Digests.Sink<Path> {
        @Override
        public void digested(Path file, Map<Algorithm, Checksum> checksums, long length) {
            bytes.addAndGet(length);
        }

        @Override
        public void unreadable(Path file, IOException cause, long at) {
            throw new UncheckedIOException(cause);
        }
    }
}
