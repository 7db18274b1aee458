package org.newsbag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.ledger.Outcome;
import org.newsbag.report.ReportPage;

/** The report has words for all that an audit can say. */
class ReportWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void every_outcome_has_a_word_in_every_language(String language) throws IOException {
        try (var in = ReportPage.class.getResourceAsStream(language + ".properties")) {
            var texts = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var outcome : Outcome.values()) assertThat(texts).contains("\noutcome." + outcome.id() + "=");
        }
    }
}
