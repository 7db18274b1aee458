package org.newsbag.ledger;

import java.time.Instant;
import org.newsbag.json.JsonObject;

/**
 * What the events say of one part of a bag.
 *
 * @param verified when the last check began in which each of its files was read; the beginning of time where there was none
 * @param outcome of its last check
 * @param event the number of that check, or of the registration
 * @param failingSince the first of the checks in a row that failed; 0 where the last did not
 * @param failingChecks how many in a row
 */
public record PartState(Instant verified, Outcome outcome, long event, long failingSince, long failingChecks) {
    public boolean isFailing() {
        return outcome != Outcome.INTACT && outcome != Outcome.UNVERIFIED;
    }

    /** A registration has read every file. */
    static PartState registered(Event register) {
        return new PartState(began(register.body()), Outcome.INTACT, register.seq(), 0, 0);
    }

    /**
     * A check that did not read all files takes no failure back; one that could not read some has verified nothing.
     *
     * @throws IllegalArgumentException where the event is no check
     */
    PartState after(Event check) {
        var body = check.body();
        var found = Outcome.named(body.string("outcome").orElse(""))
                .orElseThrow(() -> new IllegalArgumentException("a check without an outcome: event " + check.seq()));
        boolean isWhole = isTrue(body, "whole");
        var result = isWhole || found != Outcome.INTACT ? found : outcome;
        var read = isWhole && isTrue(body, "read") ? began(body) : verified;
        var state = new PartState(read, result, check.seq(), 0, 0);
        return state.isFailing()
                ? new PartState(
                        read, result, check.seq(), failingSince > 0 ? failingSince : check.seq(), failingChecks + 1)
                : state;
    }

    /** Whether the last event that looked at the part can have left it in this state; what an event takes over from those before it is taken on trust. */
    boolean follows(Event last) {
        if (last.kind() == EventKind.REGISTER) return equals(registered(last));
        var after = after(last);
        return event == last.seq()
                && verified.equals(after.verified)
                && outcome == after.outcome
                && isFailing() == failingSince > 0
                && failingSince <= event;
    }

    private static boolean isTrue(JsonObject body, String key) {
        return body.get(key).filter(Boolean.TRUE::equals).isPresent();
    }

    private static Instant began(JsonObject body) {
        return Instant.parse(body.string("began").orElseThrow(() -> new IllegalArgumentException("no time")));
    }
}
