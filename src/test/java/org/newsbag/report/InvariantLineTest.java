package org.newsbag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvariantLineTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Standing standing(
            long bags, long files, long bytes, Duration age, long never, Duration limit, long overdue, long failing) {
        return new Standing(
                bags, 0, files, bytes, Optional.ofNullable(age).map(NOW::minus), never, limit, overdue, failing, NOW);
    }

    private static String oldest(Duration age, Duration limit) {
        var line = InvariantLine.of(standing(2, 2, 2, age, 0, limit, 0, 0));
        return line.substring(line.indexOf("; ") + 2, line.indexOf("; 0 overdue"));
    }

    @Test
    void many_bags() {
        assertThat(InvariantLine.of(standing(
                        1204, 3_140_000, 8_200_000_000_000L, Duration.ofDays(61), 0, Duration.ofDays(90), 0, 1)))
                .isEqualTo(
                        "1,204 bags, 3.1 M files, 8.2 TB; oldest verified 61 days ago (limit 90); 0 overdue; 1 failing");
    }

    @Test
    void one_bag_with_one_file_of_one_byte() {
        assertThat(InvariantLine.of(standing(1, 1, 1, Duration.ofDays(3), 0, Duration.ofDays(90), 0, 0)))
                .isEqualTo("1 bag, 1 file, 1 byte; oldest verified 3 days ago (limit 90); 0 overdue; 0 failing");
    }

    @Test
    void nothing_registered() {
        assertThat(InvariantLine.of(standing(0, 0, 0, null, 0, Duration.ofDays(90), 0, 0)))
                .isEqualTo("0 bags, 0 files, 0 bytes; nothing to verify (limit 90 days); 0 overdue; 0 failing");
    }

    @Test
    void bags_that_were_never_verified() {
        assertThat(InvariantLine.of(standing(5, 9999, 999, null, 3, Duration.ofDays(90), 2, 0)))
                .isEqualTo("5 bags, 9,999 files, 999 bytes; 3 never verified (limit 90 days); 2 overdue; 0 failing");
    }

    @Test
    void ages_and_limits_have_the_unit_that_fits_and_the_limit_goes_without_that_of_the_age() {
        assertThat(oldest(Duration.ofHours(5), Duration.ofDays(90)))
                .isEqualTo("oldest verified 5 hours ago (limit 90 days)");
        assertThat(oldest(Duration.ofHours(5), Duration.ofHours(36)))
                .isEqualTo("oldest verified 5 hours ago (limit 36)");
        assertThat(oldest(Duration.ofDays(4), Duration.ofHours(36)))
                .isEqualTo("oldest verified 4 days ago (limit 36 hours)");
        assertThat(oldest(Duration.ofDays(4), Duration.ofHours(60)))
                .isEqualTo("oldest verified 4 days ago (limit 60 hours)");
        assertThat(oldest(Duration.ofSeconds(70), Duration.ofDays(2)))
                .isEqualTo("oldest verified 1 minute ago (limit 2 days)");
        assertThat(oldest(Duration.ofHours(-3), Duration.ofDays(2)))
                .isEqualTo("oldest verified 0 minutes ago (limit 2 days)");
    }

    @Test
    void numbers_are_rounded_into_the_next_unit_where_they_reach_it() {
        var figures = new Figures(Words.of(Language.ENGLISH));
        assertThat(figures.files(10_000)).isEqualTo("10.0 k files");
        assertThat(figures.files(999_600)).isEqualTo("1.0 M files");
        assertThat(figures.files(2_000_000_000)).isEqualTo("2.0 G files");
        assertThat(figures.size(999)).isEqualTo("999 bytes");
        assertThat(figures.size(1000)).isEqualTo("1.0 KB");
        assertThat(figures.size(99_960)).isEqualTo("100 KB");
        assertThat(figures.size(999_500_000)).isEqualTo("1.0 GB");
        assertThat(figures.size(Long.MAX_VALUE)).isEqualTo("9.2 EB");
    }

    @Test
    void a_share_is_whole_only_where_nothing_is_missing() {
        var figures = new Figures(Words.of(Language.ENGLISH));
        assertThat(figures.share(999_999, 1_000_000)).isEqualTo("99.9%");
        assertThat(figures.share(1, 1)).isEqualTo("100.0%");
        assertThat(figures.share(0, 0)).isEqualTo("100.0%");
    }

    @Test
    void the_locale_of_the_machine_decides_nothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            many_bags();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void in_arabic_nouns_follow_their_numbers() {
        var words = Words.of(Language.ARABIC);
        assertThat(InvariantLine.of(standing(2, 3, 1, Duration.ofDays(2), 0, Duration.ofDays(90), 0, 1), words))
                .isEqualTo(
                        "حقيبتان، 3 ملفات، بايت واحد؛ أقدم تحقق منذ يومين (المهلة 90 يومًا)؛ المتأخرة: 0؛ المخفقة: 1");
    }
}
