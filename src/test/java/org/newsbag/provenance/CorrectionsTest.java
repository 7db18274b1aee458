package org.newsbag.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.provenance.Articles.AR_BODY;
import static org.newsbag.provenance.Articles.AR_HEADLINE;
import static org.newsbag.provenance.Articles.value;
import static org.newsbag.provenance.Articles.values;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final String PLACE = "corrections.csv, row 7";
    private final Provenance machine = Articles.read(AR_HEADLINE + "\n\nدبي -الشرق\n\n" + AR_BODY);

    private Provenance corrected(Field field, String... values) {
        return machine.corrected(new Correction(PLACE, Map.of(field, List.of(values))));
    }

    @Test
    void a_persons_value_wins_and_the_machines_stays_beside_it() {
        var read = corrected(Field.DATELINE_PLACE, "أبوظبي");
        assertThat(value(read, Field.DATELINE_PLACE)).isEqualTo("أبوظبي");
        var row = read.first(Field.DATELINE_PLACE).orElseThrow();
        assertThat(row.confidence()).isEqualTo(1);
        assertThat(row.source()).isEqualTo("person");
        assertThat(row.rule()).isEqualTo(PLACE);
        assertThat(read.evidence()).anyMatch(e -> e.value().equals("دبي") && e.status() == Status.OVERRULED);
        assertThat(value(read, Field.DATELINE_AGENCY)).isEqualTo("الشرق");
        assertThat(value(read, Field.DATELINE)).isEqualTo("دبي -الشرق");
    }

    @Test
    void the_same_value_changes_nothing() {
        assertThat(corrected(Field.OUTLET, "الشرق")).isEqualTo(machine);
    }

    @Test
    void an_empty_list_makes_the_field_absent() {
        var read = corrected(Field.HEADLINE);
        assertThat(read.asserted(Field.HEADLINE)).isEmpty();
        assertThat(read.absent())
                .contains(new Absence(Field.HEADLINE, "a person says there is none (corrections.csv, row 7)"));
    }

    @Test
    void several_authors_end_the_absence_of_a_byline() {
        var read = corrected(Field.BYLINE, "ليلى منصور", "خالد سيف");
        assertThat(values(read, Field.BYLINE)).containsExactly("ليلى منصور", "خالد سيف");
        assertThat(read.absent()).noneMatch(absence -> absence.field() == Field.BYLINE);
    }

    @Test
    void a_day_given_by_a_person_is_exact() {
        assertThat(corrected(Field.ISSUED, "2023-03-05").dateStatus()).contains("exact");
        assertThat(corrected(Field.ISSUED, "2023-03-XX").dateStatus()).contains("partial");
    }
}
