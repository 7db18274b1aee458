package org.newsbag.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsbag.provenance.Articles.AR_BODY;
import static org.newsbag.provenance.Articles.AR_HEADLINE;
import static org.newsbag.provenance.Articles.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenanceReaderTest {
    @TempDir
    Path folder;

    private Path outlets(String json) throws IOException {
        return Files.writeString(folder.resolve("outlets.json"), json);
    }

    @Test
    void the_users_outlet_is_known_with_its_identifier() throws IOException {
        var file =
                outlets("{\"outlets\": [{\"label\": \"صدى النهر\", \"aliases\": [\"Sada\"], \"wikidata\": \"Q42\"}]}");
        var text = AR_HEADLINE + "\n\nصدى النهر\n\n" + AR_BODY;
        var read = ProvenanceReader.load(new OwnLists(Optional.of(file), Optional.empty()))
                .read(Articles.extraction(text));
        var outlet = read.first(Field.OUTLET).orElseThrow();
        assertThat(outlet.value()).isEqualTo("صدى النهر");
        assertThat(outlet.authority()).contains("http://www.wikidata.org/entity/Q42");
        assertThat(Articles.read(text).asserted(Field.OUTLET)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"outlets\": [{}]}|outlets[0]: expected a \"label\"",
                "{\"outlets\": [{\"label\": \"A\"}, {\"label\": \"B\", \"kind\": \"paper\"}]}|outlets[1]: \"kind\" is outlet or agency, not \"paper\"",
                "{\"outlets\": [{\"label\": \"A\", \"alias\": []}]}|outlets[0]: unknown key \"alias\"",
                "{\"outlets\": [{\"label\": \"A\", \"wikidata\": \"42\"}]}|outlets[0]: \"wikidata\" looks like Q130879, not \"42\"",
                "{\"outlets\": [{\"label\": \"A\", \"aliases\": [3]}]}|outlets[0]: \"aliases\" is a list of names, not 3",
                "{}|expected a list \"outlets\"",
                "[|line"
            })
    void a_malformed_list_is_refused_with_its_place(String json, String message) throws IOException {
        var file = outlets(json);
        assertThatThrownBy(() -> ProvenanceReader.load(new OwnLists(Optional.of(file), Optional.empty())))
                .isInstanceOf(MalformedList.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void the_users_places_win_over_ours_and_may_be_further_names_of_them() throws IOException {
        var file = folder.resolve("places.json");
        Files.writeString(file, """
                {"places": [{"name": "خور الضباب", "country": "OM", "geonames": 4711},
                            {"name": "موسكو", "aliases": ["العاصمة البيضاء"]}]}""");
        var reader = ProvenanceReader.load(new OwnLists(Optional.empty(), Optional.of(file)));
        for (var expected : java.util.Map.of(
                        "خور الضباب", "https://sws.geonames.org/4711/",
                        "العاصمة البيضاء", "https://sws.geonames.org/524901/")
                .entrySet()) {
            var text = AR_HEADLINE + "\n\n" + expected.getKey() + " - سانا\n\n" + AR_BODY;
            var place = reader.read(Articles.extraction(text))
                    .first(Field.DATELINE_PLACE)
                    .orElseThrow();
            assertThat(place.value()).isEqualTo(expected.getKey());
            assertThat(place.authority()).contains(expected.getValue());
            assertThat(Articles.read(text).asserted(Field.DATELINE_PLACE)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"places\": [{\"aliases\": []}]}|places[0]: expected a \"name\"",
                "{\"places\": [{\"name\": \"A\", \"geonames\": -1}]}|places[0]: \"geonames\" is a GeoNames number",
                "{\"places\": [{\"name\": \"A\", \"country\": \"Oman\"}]}|places[0]: \"country\" has two capital letters",
                "{\"places\": [{\"name\": \"A\", \"country\": \"OM\"}, {\"name\": \"a\"}]}|places[1]: \"a\" stands in the list already",
                "{\"places\": {}}|expected a list \"places\"",
                "{\"outlets\": []}|expected a list \"places\""
            })
    void a_malformed_list_of_places_is_refused_with_its_place(String json, String message) throws IOException {
        var file = Files.writeString(folder.resolve("places.json"), json);
        assertThatThrownBy(() -> ProvenanceReader.load(new OwnLists(Optional.empty(), Optional.of(file))))
                .isInstanceOf(MalformedList.class)
                .hasMessageContaining(message);
    }

    @Test
    void offsets_count_code_points_also_behind_astral_characters() {
        var text = "😀😀 " + AR_HEADLINE + "\n\nموسكو-سانا\n\n" + AR_BODY + " 😀\n\nالمصدر: رويترز";
        var read = Articles.read(text);
        var place = read.first(Field.DATELINE_PLACE).orElseThrow().span().orElseThrow();
        assertThat(Articles.quotation(text, place)).isEqualTo("موسكو");
        assertThat(place.start()).isEqualTo(text.codePointCount(0, text.indexOf("موسكو")));
        assertThat(place.suffix()).startsWith("-سانا");
        assertThat(Articles.values(read, Field.AGENCY)).contains("رويترز");
    }

    @Test
    void a_long_text_is_read_at_its_head_and_foot() {
        var text = AR_HEADLINE + "\n\nموسكو-سانا\n\n" + (AR_BODY + "\n\n").repeat(4_000) + "المصدر: رويترز\n";
        var read = Articles.read(text);
        assertThat(value(read, Field.DATELINE_PLACE)).isEqualTo("موسكو");
        assertThat(Articles.values(read, Field.AGENCY)).contains("سانا", "رويترز");
    }

    @Test
    void every_silence_has_a_reason() {
        var read = Articles.read("");
        assertThat(read.evidence()).isEmpty();
        assertThat(read.absent())
                .extracting(Absence::field)
                .containsExactly(Field.HEADLINE, Field.OUTLET, Field.DATELINE, Field.BYLINE, Field.ISSUED);
    }

    @Test
    void the_dateline_of_one_house_shows_the_outlet_and_that_of_a_wire_does_not() {
        assertThat(value(Articles.read(AR_HEADLINE + "\n\nموسكو-سانا\n\n" + AR_BODY), Field.OUTLET))
                .isEqualTo("سانا");
        assertThat(value(Articles.read(AR_HEADLINE + "\n\nموسكو - رويترز\n\n" + AR_BODY), Field.OUTLET))
                .isEmpty();
    }

    @Test
    void kicker_caption_and_menu_are_not_the_headline() {
        var read = Articles.read("Menu\n\nبعد عامين من العمل..\n\n" + AR_HEADLINE
                + "\n\nأطفال يلعبون في الحديقة\n\nموسكو _ بوابة الهدف\n\n" + AR_BODY);
        assertThat(value(read, Field.HEADLINE)).isEqualTo(AR_HEADLINE);
        assertThat(value(read, Field.KICKER)).isEqualTo("بعد عامين من العمل..");
    }

    @Test
    void categories_run_together_are_not_the_headline_and_a_credit_at_the_foot_names_the_outlet() {
        var read = Articles.read("أخبارمحلياتثقافة\n\n" + AR_HEADLINE + "\n\n \n\n" + AR_BODY
                + "\n\nدقيقه – وكالات\n\nمقالات ذات صلة\n\nاترك تعليقاً\n");
        assertThat(value(read, Field.HEADLINE)).isEqualTo(AR_HEADLINE);
        assertThat(value(read, Field.OUTLET)).isEqualTo("دقيقه");
        assertThat(read.asserted(Field.DATELINE)).isEmpty();
    }

    @Test
    void a_label_with_name_and_outlet_before_prose_leaves_no_headline() {
        var read = Articles.read("كتب : صفاء مصطفى... العرب نيوز اللندنية\n" + AR_BODY);
        assertThat(value(read, Field.BYLINE)).isEqualTo("صفاء مصطفى");
        assertThat(value(read, Field.OUTLET)).isEqualTo("العرب نيوز اللندنية");
        assertThat(read.asserted(Field.HEADLINE)).isEmpty();
    }

    @Test
    void a_name_below_the_text_is_its_author() {
        assertThat(value(Articles.read(AR_HEADLINE + "\n\n" + AR_BODY + "\n\nأحمد عبدالحميد\n"), Field.BYLINE))
                .isEqualTo("أحمد عبدالحميد");
    }

    @Test
    void an_outlet_that_has_learnt_something_is_the_outlet() {
        var told = Articles.read(AR_HEADLINE + "\n\nوعلمت «عكاظ» أن الحديقة جاهزة. " + AR_BODY);
        assertThat(value(told, Field.OUTLET)).isEqualTo("عكاظ");
        var quoted = Articles.read(AR_HEADLINE + "\n\nوقرأ الأطفال صحيفة «عكاظ» في الحديقة. " + AR_BODY);
        assertThat(quoted.asserted(Field.OUTLET)).isEmpty();
    }
}
