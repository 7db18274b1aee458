package org.newsbag.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Findings are all counted, the first kept, and always read in one order. */
class FindingsTest {
    @Test
    void all_are_counted_and_the_first_thousand_of_a_code_kept() {
        var findings = new Findings();
        for (int i = 0; i < 2500; i++) findings.add(FindingCode.NAME_PERCENT, "p" + i, "m");
        findings.add(FindingCode.SOURCE_UNREADABLE, "x", "m");
        assertThat(findings.counts()).containsEntry(FindingCode.NAME_PERCENT, 2500L);
        assertThat(findings.list()).hasSize(1001);
        assertThat(findings.count(Severity.WARNING)).isEqualTo(2500);
        assertThat(findings.count(Severity.ERROR)).isEqualTo(1);
        assertThat(findings.hasErrors()).isTrue();
    }

    @Test
    void errors_come_first_then_code_place_and_message() {
        var findings = new Findings();
        findings.add(FindingCode.SOURCE_HIDDEN_FILE, "a", "1");
        findings.add(FindingCode.NAME_PERCENT, "b", "2");
        findings.add(FindingCode.NAME_PERCENT, "a", "3");
        findings.add(FindingCode.SOURCE_CHANGED, "z", "4");
        assertThat(findings.list()).extracting(Finding::message).containsExactly("4", "3", "2", "1");
    }

    @Test
    void warnings_and_remarks_are_no_errors() {
        var findings = new Findings();
        findings.add(FindingCode.NAME_PERCENT, "b", "2");
        findings.add(FindingCode.SOURCE_HIDDEN_FILE, "a", "1");
        assertThat(findings.hasErrors()).isFalse();
    }

    @Test
    void many_threads_may_add() {
        var findings = new Findings();
        IntStream.range(0, 10_000).parallel().forEach(i -> findings.add(FindingCode.NAME_TILDE, "p" + i, "m"));
        assertThat(findings.counts()).containsEntry(FindingCode.NAME_TILDE, 10_000L);
        assertThat(findings.list()).hasSize(Findings.KEPT);
    }
}
