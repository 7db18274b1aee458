package org.newsbag.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.newsbag.extract.Statement.Source;
import org.newsbag.extract.Statement.Subject;

class JsonLdTest {
    @Test
    void an_article_is_found_at_the_top_in_an_array_in_a_graph_and_as_main_entity() {
        var article = "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\"}";
        for (var block : new String[] {
            article,
            "[{\"@type\":\"BreadcrumbList\"}," + article + "]",
            "{\"@context\":\"https://schema.org\",\"@graph\":[" + article + "]}",
            "{\"@type\":\"WebPage\",\"mainEntity\":" + article + "}",
            "{\"@type\":[\"http://schema.org/ReportageNewsArticle\"],\"headline\":\"Ferry\"}"
        })
            assertThat(JsonLd.read(block))
                    .containsExactly(new Statement(Subject.HEADLINE, "Ferry", Source.JSON_LD, "headline"));
    }

    @Test
    void authors_and_places_stand_as_texts_objects_and_lists() {
        var block = """
                {"@type":"Article","author":["Mara Linden",{"@type":"Person","name":["Salem","Leila"]}],
                 "contentLocation":{"@type":"Place","name":"Port Linden"},"publisher":"Port Paper","inLanguage":{"@type":"Language","name":"English"}}""";
        assertThat(JsonLd.read(block))
                .extracting(Statement::subject, Statement::value, Statement::key)
                .containsExactly(
                        tuple(Subject.BYLINE, "Mara Linden", "author"),
                        tuple(Subject.BYLINE, "Salem", "author.name"),
                        tuple(Subject.BYLINE, "Leila", "author.name"),
                        tuple(Subject.OUTLET, "Port Paper", "publisher"),
                        tuple(Subject.PLACE, "Port Linden", "contentLocation.name"),
                        tuple(Subject.LANGUAGE, "English", "inLanguage.name"));
    }

    @Test
    void entities_are_resolved_and_addresses_are_no_authors() {
        var block =
                "{\"@type\":\"Article\",\"headline\":\"A &amp; B &quot;C&quot;\",\"author\":\"https://port.example/mara\"}";
        assertThat(JsonLd.read(block)).extracting(Statement::value).containsExactly("A & B \"C\"");
    }

    @Test
    void what_is_malformed_or_no_article_states_nothing() {
        assertThat(JsonLd.read("{\"@type\":\"NewsArticle\", oops")).isEmpty();
        assertThat(JsonLd.read("")).isEmpty();
        assertThat(JsonLd.read("{\"@type\":\"Organization\",\"name\":\"Port Paper\"}"))
                .isEmpty();
        assertThat(JsonLd.read("[".repeat(5_000) + "]".repeat(5_000))).isEmpty();
    }
}
