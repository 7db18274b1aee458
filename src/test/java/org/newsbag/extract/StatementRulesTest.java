package org.newsbag.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.extract.Statement.Source;
import org.newsbag.extract.Statement.Subject;

class StatementRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Administrator",
                "user",
                "Apache POI",
                "Canon iR-ADV C5030",
                "Adobe InDesign CS6",
                "Unknown",
                "a@b.example",
                "https://port.example/mara",
                "Windows User",
                "مدير",
                " "
            })
    void programs_machines_and_addresses_are_no_authors(String value) {
        assertThat(StatementRules.isStated(Subject.BYLINE, value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mara Linden", "سالم البحري", "Username O'Brien", "Adobo Canonico", "Владимир"})
    void people_are(String value) {
        assertThat(StatementRules.isStated(Subject.BYLINE, value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft Word - ferry.doc",
                "untitled",
                "Document1",
                "ferry_final.indd",
                "PowerPoint Presentation"
            })
    void names_of_files_are_no_headlines(String value) {
        assertThat(StatementRules.isStated(Subject.HEADLINE, value)).isFalse();
    }

    @Test
    void a_clock_that_was_never_set_dates_nothing() {
        assertThat(StatementRules.isStated(Subject.ISSUED, "1904-01-01T00:00:00Z"))
                .isFalse();
        assertThat(StatementRules.isStated(Subject.ISSUED, "2026-01-05T00:00:00Z"))
                .isTrue();
    }

    @Test
    void meta_tags_are_known_however_they_are_spelt() {
        var properties =
                new TreeMap<>(Map.of("html:meta:DC.Creator", List.of("Mara"), "html:meta:AUTHOR", List.of("Salem")));
        assertThat(StatementRules.of(Source.HTML_META, properties))
                .containsExactly(
                        new Statement(Subject.BYLINE, "Salem", Source.HTML_META, "author"),
                        new Statement(Subject.BYLINE, "Mara", Source.HTML_META, "dc.creator"));
    }
}
