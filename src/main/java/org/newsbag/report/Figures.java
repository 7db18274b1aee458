package org.newsbag.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Counts, sizes, times and rates as people read them. Digits are Western (0 to 9) in every language: checksums, paths and the numbers of events are
 * compared with what programs print, and two sets of digits on one page would ask a reader to translate between them.
 */
final class Figures {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String[] COUNTS = {"count.thousand", "count.million", "count.billion"};
    private static final String[] SIZES = {"size.kB", "size.MB", "size.GB", "size.TB", "size.PB", "size.EB"};
    /** Below this, files are counted exactly. */
    private static final long FEW = 10_000;

    private final Words words;

    Figures(Words words) {
        this.words = words;
    }

    static String exact(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** Files, rounded where they are many. */
    String files(long files) {
        if (files < FEW) return words.counted("count.files", files);
        // Rounded numbers take the form of whole hundreds.
        return words.counted("count.files", 100, "n", scaled(files, COUNTS));
    }

    /** In decimal units. */
    String size(long bytes) {
        return bytes < 1000 ? words.counted("size.bytes", bytes) : scaled(bytes, SIZES);
    }

    /** In decimal units a second. */
    String rate(double bytes) {
        return words.text("rate", "size", size(Math.round(bytes)));
    }

    private String scaled(long number, String[] units) {
        double value = number;
        int unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (unit < units.length - 1 && value >= 999.5);
        // 99.95 is written 100, not 100.0.
        return words.text(units[unit], "n", String.format(Locale.ROOT, value < 99.95 ? "%.1f" : "%.0f", value));
    }

    /** A part of a whole in per cent, rounded towards less, so that only the whole is 100%. */
    String share(long part, long whole) {
        double percent = whole == 0 ? 100 : 100.0 * part / whole;
        return words.isolated(String.format(Locale.ROOT, "%.1f%%", Math.floor(percent * 10) / 10));
    }

    /** A span in its largest whole unit: {@code 90 days}, {@code 36 hours}. */
    String span(Duration span) {
        var unit = Unit.ofWhole(span);
        return words.counted("span." + unit.id(), unit.count(span));
    }

    /** How long ago a moment was. */
    String ago(Instant then, Instant now) {
        var age = age(then, now);
        var unit = Unit.of(age);
        return words.counted("ago." + unit.id(), unit.count(age));
    }

    /** How long something has lasted, in the unit of {@link #ago}. */
    String lasting(Instant then, Instant now) {
        var age = age(then, now);
        var unit = Unit.of(age);
        return words.counted("span." + unit.id(), unit.count(age));
    }

    /** Never below nothing, since clocks are set back. */
    static Duration age(Instant then, Instant now) {
        return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
    }

    /** The ages that a band holds. */
    String age(AgeBand band) {
        if (band.fromDays() < 0) return words.text("band.never");
        if (band.toDays() == Long.MAX_VALUE) return words.counted("band.over", band.fromDays());
        if (band.fromDays() == 0) return words.counted("band.under", band.toDays());
        return words.counted("band.between", band.toDays(), "from", exact(band.fromDays()));
    }

    /** How long a run took, in two units at most. */
    String took(Duration took) {
        if (took.compareTo(Duration.ofSeconds(1)) < 0) return words.text("runs.instant");
        long seconds = took.toSeconds();
        if (seconds < 60) return words.counted("span.seconds", seconds);
        if (seconds < 3600) return two("minutes", seconds / 60, "seconds", seconds % 60);
        if (seconds < 48 * 3600) return two("hours", seconds / 3600, "minutes", seconds / 60 % 60);
        return two("days", seconds / 86400, "hours", seconds / 3600 % 24);
    }

    private String two(String unit, long count, String smaller, long rest) {
        var large = words.counted("span." + unit, count);
        return rest == 0
                ? large
                : words.text("span.two", "long", large, "short", words.counted("span." + smaller, rest));
    }

    /** The units of spans and ages. */
    enum Unit {
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }

        /** Days from two days, hours from two hours. */
        static Unit of(Duration span) {
            if (span.compareTo(DAYS.length.multipliedBy(2)) >= 0) return DAYS;
            return span.compareTo(HOURS.length.multipliedBy(2)) >= 0 ? HOURS : MINUTES;
        }

        /** A smaller unit where the span is not whole in that of {@link #of}. */
        static Unit ofWhole(Duration span) {
            var unit = of(span);
            while (unit != MINUTES
                    && !unit.length.multipliedBy(unit.count(span)).equals(span)) unit = values()[unit.ordinal() - 1];
            return unit;
        }

        long count(Duration span) {
            return span.dividedBy(length);
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
