package org.newsbag.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.provenance.Articles.EN_BODY;
import static org.newsbag.provenance.Articles.EN_HEADLINE;
import static org.newsbag.provenance.Articles.value;

import org.junit.jupiter.api.Test;
import org.newsbag.extract.Statement;
import org.newsbag.extract.Statement.Source;
import org.newsbag.extract.Statement.Subject;

class StatementsTest {
    private static Statement says(Source source, Subject subject, String value) {
        return new Statement(subject, value, source, source.id() + " " + subject);
    }

    @Test
    void json_ld_is_believed_before_opengraph_and_both_rows_stay() {
        var read = Articles.read(
                EN_HEADLINE + "\n\n" + EN_BODY,
                says(Source.OPENGRAPH, Subject.HEADLINE, "Free for all: a park by the river"),
                says(Source.JSON_LD, Subject.HEADLINE, "New park opens"),
                says(Source.JSON_LD, Subject.ISSUED, "2023-03-05T23:30:00+02:00"),
                says(Source.OPENGRAPH, Subject.OUTLET, "The River Post"));
        assertThat(value(read, Field.HEADLINE)).isEqualTo("New park opens");
        assertThat(value(read, Field.ISSUED)).isEqualTo("2023-03-05");
        assertThat(value(read, Field.OUTLET)).isEqualTo("The River Post");
        assertThat(read.dateStatus()).contains("exact");
        assertThat(read.news()).isTrue();
        assertThat(read.evidence().stream().filter(e -> e.field() == Field.HEADLINE))
                .hasSize(3)
                .filteredOn(e -> e.status() == Status.ASSERTED)
                .hasSize(1);
    }

    @Test
    void a_day_after_the_capture_of_the_page_is_not_believed() {
        for (var day : java.util.List.of("2023-03-07", "2023-03-08")) {
            var read = Articles.read(
                    EN_HEADLINE + "\n\n" + EN_BODY,
                    says(Source.WARC, Subject.CAPTURED, "2023-03-06T10:00:00Z"),
                    says(Source.JSON_LD, Subject.ISSUED, day));
            assertThat(value(read, Field.ISSUED)).isEqualTo(day.endsWith("7") ? day : "");
        }
    }

    @Test
    void a_day_in_the_address_is_a_candidate() {
        var read = Articles.read(
                EN_HEADLINE + "\n\n" + EN_BODY,
                says(Source.WARC, Subject.URL, "https://example.org/news/2023/3/5/park-opens.html"));
        assertThat(value(read, Field.ISSUED)).isEmpty();
        assertThat(read.evidence().stream().filter(e -> e.field() == Field.ISSUED))
                .singleElement()
                .satisfies(row -> assertThat(row.value()).isEqualTo("2023-03-05"))
                .satisfies(row -> assertThat(row.source()).isEqualTo("warc"));
        assertThat(Articles.read(
                                EN_BODY,
                                says(Source.OPENGRAPH, Subject.URL, "https://example.org/2023/13/45/x and /2023/456"))
                        .evidence())
                .noneMatch(e -> e.field() == Field.ISSUED);
    }

    @Test
    void an_agency_typed_as_a_person_is_no_byline() {
        var read = Articles.read(EN_BODY, says(Source.JSON_LD, Subject.BYLINE, "AFP"));
        assertThat(read.evidence()).noneMatch(e -> e.field() == Field.BYLINE);
        assertThat(read.evidence()).anyMatch(e -> e.field() == Field.AGENCY && e.status() == Status.CANDIDATE);
    }

    @Test
    void a_desk_is_at_most_a_candidate() {
        var read = Articles.read(EN_BODY, says(Source.JSON_LD, Subject.BYLINE, "River Post staff reporter"));
        assertThat(read.asserted(Field.BYLINE)).isEmpty();
    }

    @Test
    void software_and_scanners_write_no_articles() {
        for (var author :
                new String[] {"Microsoft Office User", "Adobe InDesign 15", "admin", "scanner01", "HP Scan"}) {
            var read = Articles.read(EN_BODY, says(Source.PDF, Subject.BYLINE, author));
            assertThat(read.asserted(Field.BYLINE)).as(author).isEmpty();
        }
    }

    @Test
    void a_text_is_believed_before_the_properties_of_its_file() {
        var read = Articles.read(
                EN_HEADLINE + "\n\nBy Jane Doe\n\n" + EN_BODY,
                says(Source.OFFICE, Subject.BYLINE, "John Roe"),
                says(Source.OFFICE, Subject.HEADLINE, "Template7.dotx"),
                says(Source.PDF, Subject.ISSUED, "2020-01-01"));
        assertThat(value(read, Field.BYLINE)).isEqualTo("Jane Doe");
        assertThat(value(read, Field.HEADLINE)).isEqualTo(EN_HEADLINE);
        assertThat(read.asserted(Field.ISSUED)).isEmpty();
    }

    @Test
    void a_mail_has_a_date_and_a_subject_and_perhaps_an_author() {
        var read = Articles.read(
                EN_BODY,
                says(Source.MAIL, Subject.HEADLINE, "Park opens"),
                says(Source.MAIL, Subject.BYLINE, "Jane Doe <jane@example.org>"),
                says(Source.MAIL, Subject.OUTLET, "desk@example.org"),
                says(Source.MAIL, Subject.ISSUED, "2023-03-05T10:00:00Z"));
        assertThat(value(read, Field.HEADLINE)).isEqualTo("Park opens");
        assertThat(value(read, Field.ISSUED)).isEqualTo("2023-03-05");
        assertThat(read.asserted(Field.BYLINE)).isEmpty();
        assertThat(read.asserted(Field.OUTLET)).isEmpty();
    }

    @Test
    void a_photograph_names_its_city_and_its_agency() {
        var read = Articles.read(
                "",
                says(Source.IPTC, Subject.BYLINE, "Jane Doe"),
                says(Source.IPTC, Subject.CREDIT, "AFP"),
                says(Source.IPTC, Subject.PLACE, "Aleppo"),
                says(Source.IPTC, Subject.HEADLINE, "The park"),
                says(Source.EXIF, Subject.BYLINE, "Jane Doe"));
        assertThat(value(read, Field.DATELINE_PLACE)).isEqualTo("Aleppo");
        assertThat(value(read, Field.AGENCY)).isEqualTo("AFP");
        assertThat(value(read, Field.BYLINE)).isEqualTo("Jane Doe");
        assertThat(read.evidence()).anyMatch(e -> e.source().equals("exif") && e.status() == Status.CANDIDATE);
    }
}
