package org.newsbag.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A message holds no more of a stranger's words than a person reads. */
class QuoteTest {
    @Test
    void a_text_stands_in_quotes_and_of_a_longer_one_its_beginning() {
        assertThat(Quote.of("")).isEqualTo("\"\"");
        assertThat(Quote.of("a".repeat(500))).isEqualTo('"' + "a".repeat(500) + '"');
        assertThat(Quote.of("a".repeat(1 << 20))).isEqualTo('"' + "a".repeat(500) + "...\"");
    }

    @Test
    void a_character_of_two_units_is_never_cut_in_two() {
        assertThat(Quote.beginning("a".repeat(499) + "\uD83D\uDCF0 and more")).isEqualTo("a".repeat(499) + "...");
    }

    @Test
    void what_would_move_the_cursor_or_turn_the_direction_is_written_out() {
        assertThat(Quote.visible("a\u001b[2J\n\u202E\u2066\u200F\u061C\u2028\u0085\u00A0b"))
                .isEqualTo("a\\u001B[2J\\u000A\\u202E\\u2066\\u200F\\u061C\\u2028\\u0085\\u00A0b");
        assertThat(Quote.visible("\ud800a")).isEqualTo("\\uD800a");
        assertThat(Quote.visible("data/صحيفة 🗞.txt")).isEqualTo("data/صحيفة 🗞.txt");
    }
}
