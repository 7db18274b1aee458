package org.newsbag.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Contradiction;
import org.newsbag.ledger.Ledger;
import org.newsbag.ledger.LedgerFailure;
import org.newsbag.ledger.LedgerPlace;
import org.newsbag.ledger.NoLedger;
import org.newsbag.report.Standing;

/** One run of a command of {@code newsbag audit}: opens the ledger, does it, tells what came of it, and gives the exit code. */
final class AuditWork {
    private static final int SHOWN = 20;

    private final String name;
    private final Terminal terminal;
    private final CommonOptions common;
    private final LedgerOption ledger;
    private final JsonObject.Builder document = JsonObject.builder();
    private Optional<Damaged> damaged = Optional.empty();

    /** What is done; gives the exit code. */
    interface Work {
        int run(Ledger ledger, AuditWork work) throws IOException, InterruptedException;
    }

    AuditWork(String name, Terminal terminal, CommonOptions common, LedgerOption ledger) {
        this.name = name;
        this.terminal = terminal;
        this.common = common;
        this.ledger = ledger;
    }

    /** A line for people; nothing where a program reads, or nobody wants to. */
    void say(String line) {
        if (!common.json && !common.quiet) terminal.out().println(FindingList.visible(line));
    }

    /** A line for people that is said also where they want to hear only of errors. */
    void warn(String line) {
        if (!common.json) terminal.out().println(FindingList.visible(line));
    }

    /** Names the bags of which the ledger cannot be trusted. */
    void contradictions(List<Contradiction> contradictions) {
        for (var contradiction : contradictions.subList(0, Math.min(SHOWN, contradictions.size())))
            warn("CONTRADICTED  "
                    + (contradiction.bag() == 0
                            ? ""
                            : (contradiction.location() + "  (bag " + contradiction.bag() + "): ").stripLeading())
                    + contradiction.what() + ". Somebody changed the ledger, or it is damaged"
                    + (contradiction.bag() == 0 ? "" : "; until that is put right the bag is not audited")
                    + ". Ask: newsbag audit verify");
        if (contradictions.size() > SHOWN) warn("  ... and " + (contradictions.size() - SHOWN) + " more bags");
    }

    /** Says so where the clock cannot be trusted. */
    void clock(Standing standing) {
        if (standing.clockBehind().isZero()) return;
        long minutes = standing.clockBehind().toMinutes();
        warn(
                "The clock is " + (minutes < 2880 ? minutes + " minutes" : minutes / 1440 + " days")
                        + " behind the last event of the ledger, so no age can be trusted: it is wrong now, or was when that event was recorded.");
    }

    /** The document for programs, to which the work adds what it has found. */
    JsonObject.Builder document() {
        return document;
    }

    boolean isJson() {
        return common.json;
    }

    Terminal terminal() {
        return terminal;
    }

    /** What is told of a ledger that cannot be read because of what it is; gives the exit code. */
    interface Damaged {
        int tell(LedgerFailure failure, AuditWork work);
    }

    /** As {@link #run(Work)}, where that the ledger is damaged is an answer, too. */
    int run(Work work, Damaged answer) {
        damaged = Optional.of(answer);
        return run(work);
    }

    private int damaged(LedgerFailure failure, Damaged answer) {
        int code = answer.tell(failure, this);
        if (common.json) print("done", code);
        return code;
    }

    /** Works on the ledger that is there. */
    int run(Work work) {
        return run(work, place -> Ledger.open(place, Clock.systemUTC()));
    }

    /** Works on the ledger, and makes it where there is none. */
    int runMaking(Work work) {
        return run(work, place -> Ledger.openOrMake(place, Clock.systemUTC(), Version.number()));
    }

    private interface Opening {
        Ledger open(LedgerPlace place) throws IOException;
    }

    private int run(Work work, Opening opening) {
        var place = ledger.place(terminal);
        try (var interruption = new Interruption()) {
            int code = told(work, opening, place);
            // The process may end as soon as the interruption is closed: what is said must be out by then.
            terminal.out().flush();
            terminal.err().flush();
            return code;
        }
    }

    private int told(Work work, Opening opening, LedgerPlace place) {
        try (var opened = opening.open(place)) {
            int code = work.run(opened, this);
            if (common.json) print("done", code);
            return code;
        } catch (UsageProblem e) {
            return failed("refused", e.getMessage(), ExitCode.USAGE);
        } catch (NoLedger e) {
            return failed("refused", e.getMessage(), ExitCode.USAGE);
        } catch (LedgerFailure e) {
            if (e.isDamage() && damaged.isPresent()) return damaged(e, damaged.get());
            return failed("failed", Newsbag.reason(e), ExitCode.NOT_DONE);
        } catch (IOException e) {
            return failed("failed", Newsbag.reason(e), ExitCode.NOT_DONE);
        } catch (UncheckedIOException e) {
            return failed("failed", Newsbag.reason(e.getCause()), ExitCode.NOT_DONE);
        } catch (InterruptedException e) {
            return failed(
                    "interrupted",
                    "interrupted. What was recorded stays; the next run goes on from there.",
                    ExitCode.INTERRUPTED);
        }
    }

    private int failed(String status, String reason, int code) {
        if (common.json) {
            document.put("message", reason);
            print(status, code);
        } else
            terminal.err()
                    .println("newsbag: " + (code == ExitCode.USAGE ? "" : "not done: ") + FindingList.visible(reason));
        return code;
    }

    private void print(String status, int code) {
        terminal.out().println(Json.pretty(whole(status, code)));
    }

    /** The document as it stands. */
    JsonObject whole(int code) {
        return whole(code == ExitCode.OK || code == ExitCode.FINDINGS ? "done" : "failed", code);
    }

    private JsonObject whole(String status, int code) {
        var head = JsonObject.builder()
                .put("newsbag", Version.number())
                .put("command", "audit " + name)
                .put("status", status)
                .put("exit", code);
        var rest = document.build();
        for (var key : rest.keys()) {
            var value = rest.get(key).orElseThrow();
            if (value instanceof List<?> items) head.put(key, items);
            else head.put(key, Optional.of(value));
        }
        return head.build();
    }
}
