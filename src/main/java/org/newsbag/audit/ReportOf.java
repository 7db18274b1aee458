package org.newsbag.audit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbag.json.JsonObject;
import org.newsbag.ledger.Event;
import org.newsbag.ledger.EventKind;
import org.newsbag.ledger.Holdings;
import org.newsbag.ledger.Ledger;
import org.newsbag.report.AgeBand;
import org.newsbag.report.AuditReport;
import org.newsbag.report.Coverage;
import org.newsbag.report.FailingBag;
import org.newsbag.report.FailingFile;
import org.newsbag.report.HeldBag;
import org.newsbag.report.HistoryLine;
import org.newsbag.report.RunSummary;
import org.newsbag.report.Standing;

/** The work "report": puts together from the ledger what a report shows. */
public final class ReportOf {
    private static final int MOMENTS = 60;
    private static final int RUNS = 100;
    private static final int HISTORY = 20;
    /** The limit is shown in so many bands. */
    private static final int BANDS = 4;

    private final Ledger ledger;
    private final Standing standing;
    private final Map<Long, String> locations = new HashMap<>();

    public ReportOf(Ledger ledger, Duration limit) throws IOException {
        this.ledger = ledger;
        standing = Standings.of(ledger, limit);
        for (var original : ledger.holdings().originals()) locations.put(original.id(), original.location());
    }

    /** What takes the bags that are held. */
    public interface BagSink {
        void accept(HeldBag bag) throws IOException;
    }

    /** Every bag, the one whose verification is the longest ago first. */
    public void eachBag(BagSink sink) throws IOException {
        ledger.holdings().eachByAge(held -> sink.accept(bag(held)));
    }

    public AuditReport report() throws IOException {
        var bags = new ArrayList<HeldBag>();
        var ages = new Ages(standing);
        ledger.holdings().eachByAge(held -> {
            ages.take(held);
            if (bags.size() < AuditReport.MOST_BAGS) bags.add(bag(held));
        });
        var head = ledger.history().checkpoint();
        return new AuditReport(
                standing.now(),
                ledger.id(),
                head.toString(),
                head.size(),
                standing,
                coverage(),
                ages.bands(),
                runs(),
                failing(),
                bags);
    }

    private HeldBag bag(Holdings.Held held) {
        var bag = held.bag();
        var state = held.failing().isPresent()
                ? "failing"
                : held.verified().isBefore(standing.now().minus(standing.limit())) ? "overdue" : "intact";
        return new HeldBag(
                bag.id(),
                bag.location(),
                bag.copyOf().isPresent()
                        ? Optional.of(locations.getOrDefault(
                                bag.copyOf().getAsLong(), "bag " + bag.copyOf().getAsLong()))
                        : Optional.empty(),
                bag.files(),
                bag.bytes(),
                Optional.of(held.verified()),
                state);
    }

    private List<Coverage> coverage() throws IOException {
        return ledger.history().timeline(standing.limit(), standing.now(), MOMENTS).stream()
                .map(moment ->
                        new Coverage(moment.at(), moment.heldBytes(), moment.coveredBytes(), moment.failingBags()))
                .toList();
    }

    private List<RunSummary> runs() throws IOException {
        var ends = new HashMap<String, JsonObject>();
        for (var end : ledger.history().last(EventKind.RUN_END, 2 * RUNS))
            ends.put(end.body().string("run").orElse(""), end.body());
        var runs = new ArrayList<RunSummary>();
        for (var start : ledger.history().last(EventKind.RUN_START, RUNS)) {
            var run = start.body().string("run").orElse("");
            var end = Optional.ofNullable(ends.get(run));
            runs.add(new RunSummary(
                    run,
                    start.at(),
                    end.map(body -> Duration.ofMillis(number(body, "milliseconds"))),
                    end.map(body -> number(body, "bags")).orElse(0L),
                    end.map(body -> number(body, "intact")).orElse(0L),
                    end.map(body -> number(body, "bytes")).orElse(0L),
                    end.map(body -> number(body, "failing")).orElse(0L)));
        }
        return runs;
    }

    private List<FailingBag> failing() throws IOException {
        var failing = new ArrayList<FailingBag>();
        for (var held : ledger.holdings().failing(AuditReport.MOST_FAILING)) {
            var state = held.failing().orElseThrow().state();
            var check = ledger.history().event(state.event());
            var body = check.map(Event::body).orElse(JsonObject.builder().build());
            var outcomes = new LinkedHashSet<String>(List.of(state.outcome().id()));
            body.object("failed").ifPresent(failed -> outcomes.addAll(failed.keys()));
            var files = new ArrayList<FailingFile>();
            for (var failure : ledger.holdings().failures(state.event(), FailingBag.MOST_FILES))
                files.add(new FailingFile(
                        failure.path(),
                        failure.outcome().id(),
                        failure.expected().orElse(""),
                        failure.found().orElse(""),
                        failure.detail()));
            var history = new ArrayList<HistoryLine>();
            for (var event : ledger.history().last(held.bag().id(), HISTORY))
                history.add(new HistoryLine(
                        event.seq(),
                        event.at(),
                        event.kind().id(),
                        event.kind() == EventKind.CHECK
                                ? event.body().string("outcome").orElse("")
                                : "",
                        EventText.line(event)));
            failing.add(new FailingBag(
                    held.bag().id(),
                    held.bag().location(),
                    List.copyOf(outcomes),
                    ledger.history().event(state.failingSince()).map(Event::at).orElse(Instant.EPOCH),
                    state.failingChecks(),
                    files,
                    number(body, "failures"),
                    history));
        }
        return failing;
    }

    private static long number(JsonObject body, String key) {
        return body.get(key).orElse(0L) instanceof Number number ? number.longValue() : 0;
    }

    /** Sorts the bags by the age of their oldest verification. */
    private static final class Ages {
        private final Standing standing;
        private final List<Long> bounds = new ArrayList<>();
        private final long[] bags;
        private final long[] bytes;
        private final long limit;

        Ages(Standing standing) {
            this.standing = standing;
            limit = Math.max(1, standing.limit().toDays());
            for (int i = 0; i < BANDS; i++) {
                long from = limit * i / BANDS;
                if (!bounds.contains(from)) bounds.add(from);
            }
            bounds.add(limit);
            bounds.add(2 * limit);
            bags = new long[bounds.size()];
            bytes = new long[bounds.size()];
        }

        void take(Holdings.Held held) {
            var age = Duration.between(held.verified(), standing.now());
            int band = 0;
            while (band + 1 < bounds.size() && age.compareTo(Duration.ofDays(bounds.get(band + 1))) >= 0) band++;
            bags[band]++;
            bytes[band] += held.bag().bytes();
        }

        List<AgeBand> bands() {
            var bands = new ArrayList<AgeBand>();
            for (int i = 0; i < bounds.size(); i++)
                bands.add(new AgeBand(
                        bounds.get(i),
                        i + 1 < bounds.size() ? bounds.get(i + 1) : Long.MAX_VALUE,
                        bounds.get(i) >= limit,
                        bags[i],
                        bytes[i]));
            return bands;
        }
    }
}
