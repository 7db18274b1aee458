package org.newsbag.report;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.newsbag.json.JsonObject;

/**
 * A report as JSON. Moments are as in ISO 8601, in UTC; spans are whole seconds, but that a run took is to the millisecond; sizes are bytes. What is absent
 * has no member.
 */
public final class ReportJson {
    private ReportJson() {}

    public static JsonObject of(AuditReport report) {
        return JsonObject.builder()
                .put("made", report.made().toString())
                .put("ledger", report.ledger())
                .put("head", report.head())
                .put("events", report.events())
                .put("standing", standing(report.standing()))
                .put("coverage", each(report.coverage(), ReportJson::coverage))
                .put("ages", each(report.ages(), ReportJson::age))
                .put("runs", each(report.runs(), ReportJson::run))
                .put("failing", each(report.failing(), ReportJson::failing))
                .put("bags", each(report.bags(), ReportJson::bag))
                .build();
    }

    private static <T> List<JsonObject> each(Collection<T> items, Function<T, JsonObject> json) {
        return items.stream().map(json).toList();
    }

    private static JsonObject standing(Standing standing) {
        return JsonObject.builder()
                .put("kept", standing.isKept())
                .put("line", InvariantLine.of(standing))
                .put("bags", standing.bags())
                .put("copies", standing.copies())
                .put("files", standing.files())
                .put("bytes", standing.bytes())
                .put("oldest", standing.oldest().map(Object::toString))
                .put("never", standing.never())
                .put("limitSeconds", standing.limit().toSeconds())
                .put("overdue", standing.overdue())
                .put("failing", standing.failing())
                .put("contradicted", standing.contradicted())
                .put("clockBehindSeconds", standing.clockBehind().toSeconds())
                .put("now", standing.now().toString())
                .build();
    }

    private static JsonObject coverage(Coverage coverage) {
        return JsonObject.builder()
                .put("at", coverage.at().toString())
                .put("heldBytes", coverage.heldBytes())
                .put("coveredBytes", coverage.coveredBytes())
                .put("failingBags", coverage.failingBags())
                .build();
    }

    /** A band without an end has no {@code toDays}; that of bags never verified has neither. */
    private static JsonObject age(AgeBand band) {
        var json = JsonObject.builder().put("never", band.fromDays() < 0);
        if (band.fromDays() >= 0) {
            json.put("fromDays", band.fromDays());
            if (band.toDays() < Long.MAX_VALUE) json.put("toDays", band.toDays());
        }
        return json.put("overdue", band.isOverdue())
                .put("bags", band.bags())
                .put("bytes", band.bytes())
                .build();
    }

    private static JsonObject run(RunSummary run) {
        return JsonObject.builder()
                .put("run", run.run())
                .put("began", run.began().toString())
                .put("ended", run.took().isPresent())
                .put("tookSeconds", run.took().map(ReportJson::seconds))
                .put("bags", run.bags())
                .put("files", run.files())
                .put("bytes", run.bytes())
                .put("failing", run.failing())
                .build();
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }

    private static JsonObject failing(FailingBag bag) {
        return JsonObject.builder()
                .put("id", bag.id())
                .put("location", bag.location())
                .put("outcomes", bag.outcomes())
                .put("since", bag.since().toString())
                .put("checks", bag.checks())
                .put("failures", bag.failures())
                .put("files", each(bag.files(), ReportJson::file))
                .put("history", each(bag.history(), ReportJson::event))
                .build();
    }

    private static JsonObject file(FailingFile file) {
        return JsonObject.builder()
                .put("path", file.path())
                .put("outcome", file.outcome())
                .put("expected", file.expected())
                .put("found", file.found())
                .put("detail", file.detail())
                .build();
    }

    private static JsonObject event(HistoryLine line) {
        return JsonObject.builder()
                .put("event", line.event())
                .put("at", line.at().toString())
                .put("kind", line.kind())
                .put("outcome", line.outcome())
                .put("detail", line.detail())
                .build();
    }

    private static JsonObject bag(HeldBag bag) {
        return JsonObject.builder()
                .put("id", bag.id())
                .put("location", bag.location())
                .put("copyOf", bag.copyOf())
                .put("files", bag.files())
                .put("bytes", bag.bytes())
                .put("verified", bag.verified().map(Object::toString))
                .put("state", bag.state())
                .build();
    }
}
