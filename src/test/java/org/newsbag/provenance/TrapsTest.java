package org.newsbag.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.provenance.Articles.AR_BODY;
import static org.newsbag.provenance.Articles.AR_HEADLINE;
import static org.newsbag.provenance.Articles.EN_BODY;
import static org.newsbag.provenance.Articles.value;
import static org.newsbag.provenance.Articles.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like provenance and is none. */
class TrapsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "مكتب أحمد عبدالحميد\n\n",
                "تصوير: أحمد عبدالحميد\n\n",
                "عدسة أحمد عبدالحميد\n\n",
                "ترجمة: أحمد عبدالحميد\n\n",
                "رئيس التحرير: أحمد عبدالحميد\n\n",
                "متابعات\n\n",
                "خاص\n\n",
                "0dc73e29-6f8a-40c9-aa8a-abd7b3f54051\n\n",
                "Photo: Jane Doe\n\n",
                "Editing by Jane Doe\n\n"
            })
    void a_line_that_names_no_reporter_gives_no_byline(String line) {
        var read = Articles.read(AR_HEADLINE + "\n\n" + line + AR_BODY);
        assertThat(read.asserted(Field.BYLINE)).isEmpty();
        assertThat(read.asserted(Field.DATELINE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISIS USES CHEMICAL WEAPONS—\n",
                "COFFEE AUCTIONS TO START SOON - MINISTER\n",
                "RUSSIA - FRANCE: THE TEAMS\n",
                "موسكو: لن نقبل بشروط جديدة\n",
                "روسيا - فرنسا: تشكيلة المنتخبين\n"
            })
    void a_headline_with_a_dash_is_no_dateline(String headline) {
        var read = Articles.read(headline + "\n" + EN_BODY);
        assertThat(read.asserted(Field.DATELINE)).isEmpty();
        assertThat(read.asserted(Field.DATELINE_PLACE)).isEmpty();
        assertThat(read.asserted(Field.OUTLET)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" (رواه مسلم)", " (البقرة 255)", " (متفق عليه)", " (صورة أرشيفية)", " (معا)."})
    void a_bracket_at_the_end_is_not_always_a_sign_off(String end) {
        var read = Articles.read(AR_HEADLINE + "\n\n" + AR_BODY + end);
        assertThat(read.asserted(Field.OUTLET)).isEmpty();
        assertThat(read.asserted(Field.DATELINE_AGENCY)).isEmpty();
    }

    @Test
    void a_place_with_an_aside_behind_it_is_no_dateline() {
        var read = Articles.read(
                "A park in every street\n\nParis - long a city of few gardens - has a new park. " + EN_BODY);
        assertThat(read.asserted(Field.DATELINE_PLACE)).isEmpty();
    }

    @Test
    void a_cited_agency_is_not_the_publisher() {
        var read = Articles.read(AR_HEADLINE + "\n\nأفادت وكالة الأنباء السورية \"سانا\" بأن " + AR_BODY);
        assertThat(values(read, Field.CITED)).containsExactly("وكالة الأنباء السورية");
        assertThat(read.asserted(Field.OUTLET)).isEmpty();
        assertThat(read.asserted(Field.AGENCY)).isEmpty();
    }

    @Test
    void a_text_taken_over_names_its_source_not_its_outlet() {
        var read = Articles.read(AR_HEADLINE + "\n\n" + AR_BODY + "\n*نقلاً عن الأهرام المصرية\n");
        assertThat(value(read, Field.REPUBLISHED_FROM)).isEqualTo("الأهرام المصرية");
        assertThat(read.asserted(Field.OUTLET)).isEmpty();
    }

    @Test
    void ordinary_words_at_the_head_of_a_sentence_are_no_outlet() {
        for (var word : List.of("الشرق", "معا", "الوطن", "الجزيرة", "الرياض", "الخليج", "فارس", "وال")) {
            var read = Articles.read(AR_HEADLINE + "\n\n" + word + " " + AR_BODY);
            assertThat(read.asserted(Field.OUTLET)).as(word).isEmpty();
            assertThat(read.asserted(Field.DATELINE)).as(word).isEmpty();
        }
    }

    @Test
    void ordinary_prose_has_no_fields() {
        for (var text : List.of(
                "# widget\n\nWidget turns a folder of widgets into gadgets. Run `widget build` first.\n\n- By default it prints nothing.\n- Source: see src/.\n",
                "NOTES\n\n2024-05-01 - met with Paris office\nTODO: call Berlin (dpa)\n",
                "Dear colleagues,\n\n" + EN_BODY + "\n\nBest wishes\n",
                EN_BODY)) {
            var read = Articles.read(text);
            assertThat(read.evidence().stream().filter(row -> row.status() == Status.ASSERTED))
                    .as(text)
                    .isEmpty();
            assertThat(read.news()).isFalse();
        }
    }

    @Test
    void a_headline_stands_without_any_credit() {
        var read = Articles.read(AR_HEADLINE + "\n\n" + AR_BODY);
        assertThat(value(read, Field.HEADLINE)).isEqualTo(AR_HEADLINE);
        assertThat(read.news()).isFalse();
    }

    @Test
    void calendars_that_disagree_leave_the_date_open() {
        var read = Articles.read(AR_HEADLINE + "\n\nجدة 5 محرم 1437 هـ الموافق 18 نوفمبر 2015 م واس\n" + AR_BODY);
        assertThat(read.asserted(Field.ISSUED)).isEmpty();
        assertThat(read.dateStatus()).contains("conflicting");
        assertThat(value(read, Field.DATELINE_PLACE)).isEqualTo("جدة");
    }

    @Test
    void a_weekday_is_not_a_date() {
        var read = Articles.read(
                AR_HEADLINE + "\n\nبيروت - النهار\n\nقالت البلدية اليوم الأربعاء إن الحديقة جاهزة. " + AR_BODY);
        assertThat(read.asserted(Field.ISSUED)).isEmpty();
        assertThat(read.dateStatus()).contains("weekday-only");
        assertThat(read.absent()).anySatisfy(absence -> {
            assertThat(absence.field()).isEqualTo(Field.ISSUED);
            assertThat(absence.reason()).contains("الأربعاء");
        });
    }

    @Test
    void an_update_is_not_the_day_of_issue() {
        var read = Articles.read(AR_HEADLINE + "\n\nآخر تحديث: 5 يونيو 2023\n\n" + AR_BODY);
        assertThat(value(read, Field.MODIFIED)).isEqualTo("2023-06-05");
        assertThat(read.asserted(Field.ISSUED)).isEmpty();
    }
}
