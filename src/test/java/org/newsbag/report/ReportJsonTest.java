package org.newsbag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsbag.json.Json;
import org.newsbag.json.JsonObject;

class ReportJsonTest {
    private final JsonObject json = ReportJson.of(SampleReport.of(10, 2));

    @Test
    void every_member_of_the_report_is_there() {
        holds(json, AuditReport.class, Set.of());
        holds(json.object("standing").orElseThrow(), Standing.class, Set.of("limit", "clockBehind"));
        holds(json.objects("coverage").get(0), Coverage.class, Set.of());
        holds(json.objects("ages").get(0), AgeBand.class, Set.of("isOverdue"));
        holds(json.objects("runs").get(0), RunSummary.class, Set.of("took"));
        var failing = json.objects("failing").get(0);
        holds(failing, FailingBag.class, Set.of());
        holds(failing.objects("files").get(0), FailingFile.class, Set.of());
        holds(failing.objects("history").get(0), HistoryLine.class, Set.of());
        holds(json.objects("bags").get(3), HeldBag.class, Set.of());
    }

    private static void holds(JsonObject json, Class<?> type, Set<String> otherwise) {
        assertThat(json.keys())
                .as(type.getSimpleName())
                .containsAll(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !otherwise.contains(name))
                        .toList());
    }

    @Test
    void spans_are_seconds_and_what_is_absent_has_no_member() {
        var standing = json.object("standing").orElseThrow();
        assertThat(standing.get("limitSeconds")).contains(7_776_000L);
        assertThat(standing.get("kept")).contains(false);
        assertThat(standing.string("line").orElseThrow()).startsWith("10 bags, ");
        var runs = json.objects("runs");
        assertThat(runs.get(0).get("tookSeconds")).contains(2444.444);
        assertThat(runs.get(2).keys()).doesNotContain("tookSeconds");
        assertThat(runs.get(2).get("ended")).contains(false);
        assertThat(json.objects("ages").get(4).keys()).contains("fromDays").doesNotContain("toDays");
        assertThat(json.objects("ages").get(5).keys()).doesNotContain("fromDays", "toDays");
        assertThat(json.objects("ages").get(5).get("never")).contains(true);
        assertThat(json.objects("bags").get(0).keys()).doesNotContain("copyOf");
    }

    @Test
    void it_is_read_back_as_it_was() {
        var text = Json.pretty(json);
        assertThat(Json.pretty(Json.parse(text))).isEqualTo(text);
    }
}
