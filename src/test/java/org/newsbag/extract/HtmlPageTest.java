package org.newsbag.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    @Test
    void a_line_for_each_line_and_an_empty_line_between_paragraphs() {
        assertThat(text("<p>One <b>two</b>\n  three.<br>Next.<p>Second")).isEqualTo("One two three.\nNext.\n\nSecond");
        assertThat(text("<ul><li>a</li><li>b</li></ul><p>c")).isEqualTo("a\nb\n\nc");
        assertThat(text("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"))
                .isEqualTo("1\t2\n3\t4");
        assertThat(text("<p>one<br><br><br>two")).isEqualTo("one\n\ntwo");
        assertThat(text("<pre>  a\n   b</pre>")).isEqualTo("a\nb");
    }

    @Test
    void what_a_browser_does_not_show_is_no_text() {
        assertThat(text("<p>seen<script>no()</script><style>no</style><noscript>no</noscript><template>no</template>"
                        + "<span hidden>no</span><span style='display: none'>no</span>"))
                .isEqualTo("seen");
    }

    @Test
    void microdata_of_the_article_links_to_its_author_and_the_only_day_are_properties() {
        var page = HtmlPage.parse(
                "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Title</h1>"
                        + "<span itemprop='author' itemscope itemtype='https://schema.org/Person'><b itemprop='name'>Jane Doe</b></span>"
                        + "<time itemprop='datePublished' datetime='2018-09-09T10:00'>today</time></div>"
                        + "<div itemscope itemtype='https://schema.org/NewsArticle'><h2 itemprop='headline'>Another</h2></div>"
                        + "<a rel='author'>Jane Doe</a>");
        assertThat(page.properties())
                .containsEntry("html:microdata:headline", java.util.List.of("Title"))
                .containsEntry("html:microdata:author", java.util.List.of("Jane Doe"))
                .containsEntry("html:microdata:datePublished", java.util.List.of("2018-09-09T10:00"))
                .containsEntry("html:rel-author", java.util.List.of("Jane Doe"))
                .containsEntry("html:time:only-day", java.util.List.of("2018-09-09"))
                .doesNotContainKey("html:microdata:name");
        assertThat(HtmlPage.parse("<time datetime='2018-09-09'></time><time datetime='2018-09-10'></time>"
                                + "<a rel=author>A</a><a rel=author>B</a><a rel=author>C</a><a rel=author>D</a>")
                        .properties())
                .doesNotContainKeys("html:time:only-day", "html:rel-author");
    }

    @Test
    void furniture_is_left_out_where_the_article_is_marked() {
        assertThat(text(
                        "<header>logo</header><nav>menu</nav><main><p>text</p><aside>ad</aside><form>search</form></main>"
                                + "<footer>rights</footer>"))
                .isEqualTo("text");
        assertThat(
                        text(
                                "<article><header><h1>Title</h1></header><p>text</p><footer>(Reporting by A)</footer></article>"))
                .isEqualTo("Title\n\ntext\n\n(Reporting by A)");
    }

    @Test
    void nothing_is_left_out_where_no_article_is_marked() {
        assertThat(text("<nav>menu</nav><p>text</p><footer>foot</footer>")).isEqualTo("menu\n\ntext\n\nfoot");
    }

    @Test
    void of_several_articles_the_one_that_holds_most_is_taken() {
        assertThat(text("<article>" + SampleFiles.ENGLISH + "</article><article>teaser</article>"))
                .isEqualTo(SampleFiles.ENGLISH);
        assertThat(text("<article>one</article><article>two</article><article>six</article>"))
                .isEqualTo("one\n\ntwo\n\nsix");
    }

    @Test
    void the_only_headline_above_the_article_belongs_to_it() {
        assertThat(text("<h1>Title</h1><article><p>text</p></article>")).isEqualTo("Title\n\ntext");
    }

    @Test
    void meta_tags_stand_as_they_are() {
        var page = HtmlPage.parse(
                "<html lang=ar><meta property='og:title' content=' A '><meta name=Author content=B>"
                        + "<meta name=author content=C><link rel=Canonical href='https://x.example/'><time datetime=2026-01-05>");
        assertThat(page.properties())
                .containsEntry("html:meta:og:title", List.of("A"))
                .containsEntry("html:meta:Author", List.of("B"))
                .containsEntry("html:meta:author", List.of("C"))
                .containsEntry("html:canonical", List.of("https://x.example/"))
                .containsEntry("html:time", List.of("2026-01-05"))
                .containsEntry("html:lang", List.of("ar"));
    }

    @Test
    void the_declared_charset_is_read_from_the_bytes() {
        assertThat(HtmlPage.declaredCharset(SampleFiles.utf8("<meta charset=\"windows-1256\">")))
                .contains("windows-1256");
        assertThat(HtmlPage.declaredCharset(
                        SampleFiles.utf8("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-6'>")))
                .contains("ISO-8859-6");
        assertThat(HtmlPage.declaredCharset(SampleFiles.utf8("<meta charset=utf-16>")))
                .isEmpty();
        assertThat(HtmlPage.declaredCharset(SampleFiles.utf8("<p>charset=x</p>")))
                .isEmpty();
    }

    private static String text(String body) {
        return HtmlPage.parse("<html><head><title>t</title></head><body>" + body + "</body></html>")
                .text();
    }
}
