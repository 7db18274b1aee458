package org.newsbag.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbag.provenance.Articles.AR_BODY;
import static org.newsbag.provenance.Articles.AR_HEADLINE;
import static org.newsbag.provenance.Articles.EN_BODY;
import static org.newsbag.provenance.Articles.EN_HEADLINE;

import java.io.IOException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Ways in which the same text reaches us spoilt: the answer stays the same or becomes absent, never another. */
class MutationsTest {
    private static final List<String> ARTICLES = List.of(
            AR_HEADLINE + "\n\nموسكو-سانا\n\n" + AR_BODY,
            AR_HEADLINE + "\n\nالقاهرة: أحمد عبدالحميد\n\n" + AR_BODY,
            AR_HEADLINE + "\n\nالجزيرة - الرياض:\n\n" + AR_BODY,
            AR_HEADLINE + "\n\nبغداد (رويترز) - " + AR_BODY,
            AR_HEADLINE + "\n\nجدة 5 محرم 1437 هـ الموافق 18 أكتوبر 2015 م واس\n" + AR_BODY,
            AR_HEADLINE + "\n\nكتبت : ليلى منصور\n\n" + AR_BODY + "\n\n(وام)",
            EN_HEADLINE + "\n\nLONDON, Oct 17 (Reuters) - " + EN_BODY,
            EN_HEADLINE + "\n\nBy Zoë Müller\n\n" + EN_BODY);

    private static final List<Field> FIELDS = List.of(
            Field.HEADLINE,
            Field.OUTLET,
            Field.DATELINE_PLACE,
            Field.DATELINE_AGENCY,
            Field.BYLINE,
            Field.AGENCY,
            Field.ISSUED);

    private static Map<String, UnaryOperator<String>> mutations() {
        var all = new LinkedHashMap<String, UnaryOperator<String>>();
        all.put("no-break spaces", text -> text.replace(' ', '\u00A0'));
        all.put("tatweel inside words", text -> text.replaceAll("(?<=[بسنيتل])(?=[\\u0621-\\u064A])", "ـ"));
        all.put("vowel marks", text -> text.replaceAll("(?<=[\\u0628-\\u064A])(?=[\\u0628-\\u064A])", "\u064E"));
        all.put("presentation forms", MutationsTest::presentationForms);
        all.put("decomposed", text -> Normalizer.normalize(text, Normalizer.Form.NFD));
        all.put(
                "bidi marks",
                text -> text.replaceAll("(?<= )(?=\\p{L})", "\u200F").replace("\n", "\u200E\n"));
        all.put("embedding controls", text -> "\u202B" + text.replace("\n\n", "\u202C\n\n\u202B"));
        all.put("byte order mark", text -> "\uFEFF" + text);
        all.put(
                "Arabic-Indic digits",
                text -> text.chars()
                        .map(c -> c >= '0' && c <= '9' ? c - '0' + '\u0660' : c)
                        .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                        .toString());
        all.put("carriage returns", text -> text.replace("\n", "\r\n"));
        all.put("underscores", text -> text.replace('-', '_'));
        all.put("tatweel dashes", text -> text.replace(" - ", " ـ "));
        all.put("words of tags before", text -> "أخبارسياسةاقتصاد\n" + text);
        all.put("long dashes", text -> text.replace('-', '–'));
        all.put("single line ends", text -> text.replace("\n\n", "\n"));
        all.put("trailing spaces", text -> text.replace("\n", "   \n"));
        all.put("an astral character before", text -> "😀 " + text);
        return all;
    }

    @TestFactory
    Stream<DynamicTest> the_answer_stays_or_becomes_absent() {
        return mutations().entrySet().stream()
                .flatMap(mutation -> ARTICLES.stream()
                        .map(article -> DynamicTest.dynamicTest(
                                mutation.getKey() + ": "
                                        + article.split("\n\n")[1].split(" ")[0],
                                () -> {
                                    var before = Articles.read(article);
                                    var after =
                                            Articles.read(mutation.getValue().apply(article));
                                    for (var field : FIELDS)
                                        assertThat(keys(before, field))
                                                .as(field.id())
                                                .containsAll(keys(after, field));
                                })));
    }

    @TestFactory
    Stream<DynamicTest> no_shape_gives_another_answer() throws IOException {
        var shapes = Lexicon.rows("shapes.tsv");
        return mutations().entrySet().stream()
                .map(mutation -> DynamicTest.dynamicTest(mutation.getKey(), () -> {
                    for (var row : shapes) {
                        boolean arabic = row[0].equals("ar");
                        var article = (arabic ? AR_HEADLINE : EN_HEADLINE) + "\n\n" + row[1].replace("\\n", "\n")
                                + (arabic ? AR_BODY : EN_BODY) + row[2].replace("\\n", "\n");
                        var after = Articles.read(mutation.getValue().apply(article));
                        var expected = Map.of(
                                Field.DATELINE_PLACE, row[3], Field.DATELINE_AGENCY, row[4], Field.BYLINE, row[5]);
                        expected.forEach((field, values) -> assertThat(
                                        Stream.of(values.split("; ")).map(Fold::key))
                                .as(row[1] + row[2] + " " + field.id())
                                .containsAll(keys(after, field)));
                    }
                }));
    }

    @Test
    void the_order_of_the_segments_says_nothing() {
        for (var order : List.of(
                "ليلى منصور - عكاظ - جدة",
                "ليلى منصور - جدة - عكاظ",
                "عكاظ - ليلى منصور - جدة",
                "عكاظ - جدة - ليلى منصور",
                "جدة - عكاظ - ليلى منصور",
                "جدة - ليلى منصور - عكاظ")) {
            var read = Articles.read(AR_HEADLINE + "\n\n" + order + "\n\n" + AR_BODY);
            assertThat(Articles.value(read, Field.DATELINE_PLACE)).as(order).isEqualTo("جدة");
            assertThat(Articles.value(read, Field.OUTLET)).as(order).isEqualTo("عكاظ");
            assertThat(Articles.value(read, Field.BYLINE)).as(order).isEqualTo("ليلى منصور");
        }
    }

    @Test
    void a_dateline_inside_a_quotation_is_none() {
        for (var quoted : List.of("\"بغداد (رويترز) - %s\"", "«بغداد - رويترز: %s»", "“BAGHDAD (Reuters) - %s”")) {
            var read = Articles.read(AR_HEADLINE + "\n\n" + String.format(quoted, AR_BODY));
            assertThat(Articles.value(read, Field.DATELINE_PLACE)).as(quoted).isEmpty();
        }
    }

    @Test
    void most_of_it_survives() {
        for (var mutation : List.of(
                "no-break spaces",
                "vowel marks",
                "presentation forms",
                "decomposed",
                "bidi marks",
                "byte order mark",
                "Arabic-Indic digits",
                "long dashes"))
            for (var article : ARTICLES) {
                var before = Articles.read(article);
                var after = Articles.read(mutations().get(mutation).apply(article));
                for (var field : List.of(Field.DATELINE_PLACE, Field.DATELINE_AGENCY, Field.ISSUED))
                    assertThat(keys(after, field)).as(mutation + " " + field).isEqualTo(keys(before, field));
            }
    }

    private static List<String> keys(Provenance provenance, Field field) {
        return Articles.values(provenance, field).stream()
                .map(value -> field == Field.ISSUED ? value : Fold.key(value))
                .toList();
    }

    /** The isolated shape of every letter that has one, as PDF text comes. */
    private static String presentationForms(String text) {
        var shapes = new LinkedHashMap<Integer, Integer>();
        for (int c = 0xFE8D; c <= 0xFEF4; c++) {
            var plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            if (plain.length() == 1) shapes.putIfAbsent((int) plain.charAt(0), c);
        }
        return text.codePoints()
                .map(c -> shapes.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
