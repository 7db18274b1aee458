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
}
