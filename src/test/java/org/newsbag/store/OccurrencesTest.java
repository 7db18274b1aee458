package org.newsbag.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every place is found, also where places overlap. */
class OccurrencesTest {
    @Test
    void the_places_are_those_that_a_plain_search_finds() {
        var few = strings().betweenCodePoints('a', 'b');
        qt().withExamples(5000)
                .forAll(few.ofLengthBetween(0, 40), few.ofLengthBetween(1, 6))
                .checkAssert((text, wanted) -> assertThat(places(text, wanted)).isEqualTo(plain(text, wanted)));
    }

    @Test
    void the_search_ends_at_the_first_place_that_suits() {
        var asked = new ArrayList<Integer>();
        assertThat(Occurrences.any(
                        "aaaa".getBytes(UTF_8), "a".getBytes(UTF_8), place -> asked.add(place) && place == 1))
                .isTrue();
        assertThat(asked).containsExactly(0, 1);
    }

    private static List<Integer> places(String text, String wanted) {
        var places = new ArrayList<Integer>();
        assertThat(Occurrences.any(text.getBytes(UTF_8), wanted.getBytes(UTF_8), place -> !places.add(place)))
                .isFalse();
        return places;
    }

    private static List<Integer> plain(String text, String wanted) {
        var places = new ArrayList<Integer>();
        for (int i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) places.add(i);
        return places;
    }
}
