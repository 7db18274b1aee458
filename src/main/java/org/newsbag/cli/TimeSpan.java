package org.newsbag.cli;

import java.time.Duration;
import java.util.regex.Pattern;

/** A span of time as an option has it: {@code 90d}, {@code 2h}, {@code 30m}, {@code 45s}, {@code 2w}. */
final class TimeSpan {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smhdw])");

    private TimeSpan() {}

    static Duration parse(String option, String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches() || Long.parseLong(form.group(1)) == 0)
            throw new UsageProblem(option
                    + " expected a number above 0 and s, m, h, d or w, such as 90d or 2h, found \"" + text + "\".");
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
