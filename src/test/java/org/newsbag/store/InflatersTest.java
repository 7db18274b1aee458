package org.newsbag.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Inflaters are used again, and never by two readers at once. */
class InflatersTest {
    @Test
    void what_is_given_back_is_taken_again_and_once_only() throws Exception {
        try (var inflaters = new Inflaters()) {
            var first = inflaters.take();
            var giver = inflaters.giverBack(first);
            giver.close();
            giver.close();
            var second = inflaters.take();
            assertThat(second).isSameAs(first);
            var third = inflaters.take();
            assertThat(third).isNotSameAs(second);
            giver.close();
            assertThat(inflaters.take()).isNotSameAs(second).isNotSameAs(third);
        }
    }

    @Test
    void one_that_was_left_in_the_middle_of_a_stream_begins_anew() throws Exception {
        try (var inflaters = new Inflaters()) {
            var used = inflaters.take();
            used.setInput(new byte[] {1, 2, 3});
            inflaters.giverBack(used).close();
            assertThat(inflaters.take().getRemaining()).isZero();
        }
    }
}
