package org.newsbag.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.newsbag.ledger.Contradiction;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.Ledger;
import org.newsbag.report.Standing;

/** How the promise stands that every bag is verified within a span of time. */
public final class Standings {
    /** Where nobody has said another. */
    public static final Duration USUAL_LIMIT = Duration.ofDays(90);

    /** Why nothing is done to a bag, or written of it, that would cover up what somebody did to the ledger. */
    static final String CONTRADICTED =
            "The ledger says another thing of the bag than its history. Put that right first: newsbag audit accept.";

    /** No person gives a longer one. */
    private static final Duration LONGEST_LIMIT = Duration.ofDays(7L * 1_000_000);

    private Standings() {}

    /** The limit that the last run was held to. */
    public static Duration limit(Ledger ledger) throws IOException {
        return ledger.history().last(EventKind.RUN_START, 1).stream()
                .map(event -> event.body().get("limitSeconds"))
                .flatMap(Optional::stream)
                .filter(Number.class::isInstance)
                .map(seconds -> ((Number) seconds).longValue())
                .filter(seconds -> seconds > 0 && seconds <= LONGEST_LIMIT.toSeconds())
                .map(Duration::ofSeconds)
                .findFirst()
                .orElse(USUAL_LIMIT);
    }

    /** A clock that is corrected by less than this is no cause for concern. */
    private static final long TOLERATED_MILLISECONDS = 1_000;

    /** How far the clock is behind the last event; nothing where that is next to nothing. */
    static Duration clockBehind(Ledger ledger) throws IOException {
        long behind = ledger.clockBehind();
        return behind > TOLERATED_MILLISECONDS ? Duration.ofMillis(behind) : Duration.ZERO;
    }

    public static Standing of(Ledger ledger, Duration limit) throws IOException {
        return of(ledger, limit, ledger.holdings().contradictions());
    }

    /** @param contradictions that there are */
    public static Standing of(Ledger ledger, Duration limit, List<Contradiction> contradictions) throws IOException {
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
                contradictions.size(),
                clockBehind(ledger),
                now);
    }
}
