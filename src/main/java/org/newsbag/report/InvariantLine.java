package org.newsbag.report;

import java.time.Duration;
import java.util.Locale;

/** The promise of the audit in one line. */
public final class InvariantLine {
    private InvariantLine() {}

    public static String of(Standing standing) {
        var age = standing.oldest()
                .map(oldest -> "oldest verified "
                        + Duration.between(oldest, standing.now()).toDays() + " days ago (limit "
                        + standing.limit().toDays() + "); ")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%,d bags, %,d files, %,d bytes; %s%d overdue; %d failing",
                standing.bags(),
                standing.files(),
                standing.bytes(),
                age,
                standing.overdue(),
                standing.failing());
    }
}
