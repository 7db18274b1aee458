package org.newsbag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+\\}");
    private final Words english = Words.of(Language.ENGLISH);
    private final Words arabic = Words.of(Language.ARABIC);

    private static Set<String> places(Words words, String key) {
        return PLACE.matcher(words.text(key))
                .results()
                .map(place -> place.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCounted(Words words, String key) {
        return Pattern.compile("\\bother: ").matcher(words.text(key)).find();
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_values() {
        assertThat(arabic.keys()).isNotEmpty().isEqualTo(english.keys());
        for (var key : english.keys()) assertThat(places(arabic, key)).as(key).isEqualTo(places(english, key));
    }

    @Test
    void a_text_that_depends_on_a_number_has_every_form_of_its_language() {
        var all = Arrays.stream(PluralCategory.values()).map(PluralCategory::id).toList();
        int counted = 0;
        for (var key : english.keys()) {
            assertThat(isCounted(arabic, key)).as(key).isEqualTo(isCounted(english, key));
            if (!isCounted(english, key)) continue;
            counted++;
            assertThat(english.forms(key).keySet()).as(key).containsExactlyInAnyOrder("one", "other");
            assertThat(arabic.forms(key).keySet()).as(key).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(counted).isGreaterThan(15);
    }

    @Test
    void arabic_numbers_ask_for_six_forms() {
        assertThat(categories(
                        Language.ARABIC, 0, 1, 2, 3, 10, 11, 26, 99, 100, 101, 102, 103, 110, 111, 199, 200, 1000))
                .isEqualTo("zero one two few few many many many other other other few few many many other other");
        assertThat(categories(Language.ENGLISH, 0, 1, 2, 11, 21)).isEqualTo("other one other other other");
    }

    private static String categories(Language language, long... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> PluralCategory.of(language, number).id())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_value_is_put_in_as_it_is() {
        assertThat(english.text("span.two", "long", "{short} $1", "short", "\\"))
                .isEqualTo("{short} $1 \\");
    }

    @Test
    void a_missing_text_is_an_error_and_a_word_of_the_ledger_without_one_is_shown_as_it_is() {
        assertThatThrownBy(() -> english.text("nowhere")).hasMessage("no text under nowhere in en");
        assertThat(english.term("outcome", "altered")).isEqualTo("altered");
        assertThat(arabic.term("outcome", "altered")).isEqualTo("مغيَّر");
        assertThat(english.term("outcome", "melted\u202E")).isEqualTo("melted\\u202E");
    }
}
