package org.newsbag.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.newsbag.audit.Standings;
import org.newsbag.ledger.Ledger;
import picocli.CommandLine.Option;

/** Within what time every bag is to be verified. */
final class LimitOption {
    static final String NAME = "--max-age";

    @Option(
            names = NAME,
            paramLabel = "SPAN",
            description =
                    "Every bag is to be verified at least once in this time (default: as in the last run, at first 90d).")
    private Optional<String> maxAge = Optional.empty();

    void set(PlainArguments plain) {
        maxAge = plain.value(NAME);
    }

    /** What was asked for; to be read before the ledger is opened, because it may be no span. */
    Optional<Duration> given() {
        return maxAge.map(text -> TimeSpan.parse("--max-age", text));
    }

    /** What was asked for, or else what the last run was held to. */
    static Duration of(Ledger ledger, Optional<Duration> given) throws IOException {
        return given.isPresent() ? given.get() : Standings.limit(ledger);
    }
}
