package org.newsbag.fixity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lanes make of bytes is what Java's own digests make of them, however slots move on. */
class LanesTest {
    private static final int SLOTS = 16;

    @Test
    void the_tests_run_where_there_are_lanes_if_the_processor_has_them() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        assertThat(Lanes.of(Algorithm.SHA_512, SLOTS).isPresent()).isEqualTo(Sha512Vectors.LANES >= 4);
        assertThat(Lanes.of(Algorithm.SHA_256, SLOTS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha384", "sha512"})
    void every_length_around_a_block_has_the_right_digest_together_and_alone(String name) {
        for (int length = 0; length <= 400; length++) {
            var messages = messages(length, length);
            for (boolean together : new boolean[] {true, false}) {
                var lanes = lanes(name);
                for (int s = 0; s < SLOTS; s++) lanes.begin(s);
                int whole = length / Lanes.UNIT * Lanes.UNIT;
                if (whole > 0) advance(lanes, messages, new int[SLOTS], whole, together);
                for (int s = 0; s < SLOTS; s++)
                    assertThat(lanes.finish(s, messages[s], whole, length - whole, length))
                            .as("%s of %d bytes, together: %s", name, length, together)
                            .isEqualTo(plain(lanes.algorithm(), messages[s]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha384", "sha512"})
    void messages_begin_and_end_in_any_order_and_move_on_together_or_alone(String name) {
        qt().withExamples(150)
                .forAll(longs().all(), integers().between(1, 60))
                .checkAssert((seed, steps) -> interleave(lanes(name), new Random(seed), steps));
    }

    /** In each step some slots move on, together or alone; a message that is used up ends, and another begins in its slot. */
    private static void interleave(Lanes lanes, Random random, int steps) {
        var messages = new byte[SLOTS][];
        var at = new int[SLOTS];
        for (int s = 0; s < SLOTS; s++) begin(lanes, messages, at, s, random);
        for (int step = 0; step < steps; step++) {
            int length = Integer.MAX_VALUE;
            for (int s = 0; s < SLOTS; s++) {
                while (messages[s].length - at[s] < Lanes.UNIT) {
                    assertThat(lanes.finish(s, messages[s], at[s], messages[s].length - at[s], messages[s].length))
                            .isEqualTo(plain(lanes.algorithm(), messages[s]));
                    begin(lanes, messages, at, s, random);
                }
                length = Math.min(length, (messages[s].length - at[s]) / Lanes.UNIT * Lanes.UNIT);
            }
            advance(lanes, messages, at, length, random.nextInt(4) > 0);
            for (int s = 0; s < SLOTS; s++) at[s] += length;
        }
    }

    private static void begin(Lanes lanes, byte[][] messages, int[] at, int s, Random random) {
        messages[s] = new byte[random.nextInt(9 * Lanes.UNIT)];
        random.nextBytes(messages[s]);
        at[s] = 0;
        lanes.begin(s);
    }

    private static void advance(Lanes lanes, byte[][] blocks, int[] at, int length, boolean together) {
        if (together)
            for (int group = 0; group < SLOTS / lanes.width(); group++) lanes.together(group, blocks, at, length);
        else for (int s = 0; s < SLOTS; s++) lanes.alone(s, blocks[s], at[s], length);
    }

    private static byte[][] messages(int length, long seed) {
        var random = new Random(seed);
        var messages = new byte[SLOTS][length];
        for (var message : messages) random.nextBytes(message);
        return messages;
    }

    private static byte[] plain(Algorithm algorithm, byte[] message) {
        var digester = Digester.of(List.of(algorithm));
        digester.update(Arrays.copyOf(message, message.length), 0, message.length);
        return digester.finish().get(algorithm).digest();
    }

    private static Lanes lanes(String name) {
        var lanes = Algorithm.named(name).flatMap(a -> Lanes.of(a, SLOTS));
        assumeTrue(lanes.isPresent(), "this processor has no wide vectors");
        return lanes.get();
    }
}
