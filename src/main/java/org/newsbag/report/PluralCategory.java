package org.newsbag.report;

import java.util.Locale;

/** The form of a noun that a whole number asks for, by the cardinal rules of the Unicode CLDR. */
enum PluralCategory {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    static PluralCategory of(Language language, long number) {
        return switch (language) {
            case ENGLISH -> number == 1 ? ONE : OTHER;
            case ARABIC -> arabic(number);
        };
    }

    private static PluralCategory arabic(long number) {
        if (number == 0) return ZERO;
        if (number == 1) return ONE;
        if (number == 2) return TWO;
        long rest = Math.abs(number % 100);
        if (rest >= 3 && rest <= 10) return FEW;
        return rest >= 11 ? MANY : OTHER;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
