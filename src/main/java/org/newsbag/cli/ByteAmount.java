package org.newsbag.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A number of bytes as an option has it: {@code 500GB}, {@code 1.5 TB}, {@code 64MiB}, {@code 1000}. */
final class ByteAmount {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}(?:[.][0-9]{1,6})?) ?([kmgtp]?)(i?)b?");
    private static final List<String> UNITS = List.of("", "k", "m", "g", "t", "p");

    private ByteAmount() {}

    static long parse(String option, String text) {
        var form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (form.matches()) {
            int power = UNITS.indexOf(form.group(2));
            var unit = BigDecimal.valueOf(form.group(3).isEmpty() ? 1000 : 1024).pow(power);
            var bytes = new BigDecimal(form.group(1)).multiply(unit);
            if (bytes.signum() > 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0)
                return Math.max(1, bytes.longValue());
        }
        throw new UsageProblem(option + " expected bytes with a unit, such as 500GB or 64MiB, found \"" + text + "\".");
    }
}
