package org.newsbag.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bytes of one stream, however they come, have the digests that they have elsewhere. */
class ParallelDigesterTest {
    private static final List<Algorithm> ALGORITHMS = List.of(Algorithm.MD5, Algorithm.SHA_256, Algorithm.SHA_512);

    @Test
    void every_stream_has_its_digests_and_the_next_starts_anew() throws Exception {
        var random = new Random(5);
        var plain = Digester.of(ALGORITHMS);
        try (var parallel = ParallelDigester.of(ALGORITHMS)) {
            for (int length : new int[] {0, 1, 3_000_000, 1 << 17, (1 << 20) + 1}) {
                var bytes = new byte[length];
                random.nextBytes(bytes);
                for (int at = 0; at < length; ) {
                    int part = Math.min(length - at, 1 + random.nextInt(200_000));
                    var copy = Arrays.copyOfRange(bytes, at, at + part);
                    parallel.update(copy, 0, part);
                    Arrays.fill(copy, (byte) 0);
                    at += part;
                }
                plain.update(bytes, 0, length);
                assertThat(parallel.finish()).isEqualTo(plain.finish());
            }
        }
    }

    @Test
    void threads_end_with_it() throws Exception {
        try (var parallel = ParallelDigester.of(ALGORITHMS)) {
            parallel.update(new byte[500_000], 0, 500_000);
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("newsbag-digest-"));
    }
}
