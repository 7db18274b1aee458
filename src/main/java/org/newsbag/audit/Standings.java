package org.newsbag.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.Ledger;
import org.newsbag.report.Standing;

/** How the promise stands that every bag is verified within a span of time. */
public final class Standings {
    /** Where nobody has said another. */
    public static final Duration USUAL_LIMIT = Duration.ofDays(90);

    private Standings() {}

    /** The limit that the last run was held to. */
    public static Duration limit(Ledger ledger) throws IOException {
        return ledger.history().last(EventKind.RUN_START, 1).stream()
                .map(event -> event.body().get("limitSeconds"))
                .flatMap(Optional::stream)
                .filter(Number.class::isInstance)
                .map(seconds -> Duration.ofSeconds(((Number) seconds).longValue()))
                .findFirst()
                .orElse(USUAL_LIMIT);
    }

    public static Standing of(Ledger ledger, Duration limit) throws IOException {
        var now = ledger.now();
        var totals = ledger.holdings().totals(now.minus(limit));
        return new Standing(
                totals.bags(),
                totals.copies(),
                totals.files(),
                totals.bytes(),
                totals.oldest(),
                0,
                limit,
                totals.overdue(),
                totals.failing(),
                now);
    }
}
