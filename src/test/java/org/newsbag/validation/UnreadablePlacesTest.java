package org.newsbag.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A place covers itself and what lies below it, in whatever order places become known. */
class UnreadablePlacesTest {
    private final UnreadablePlaces places = new UnreadablePlaces();

    @Test
    void a_place_covers_itself_and_what_lies_below_and_nothing_beside() {
        assertThat(places.isEmpty()).isTrue();
        for (var place : List.of("data/a/b", "data/a", "data/a/c", "data/z!", "data/a!")) places.add(place);
        assertThat(places.isEmpty()).isFalse();
        assertThat(List.of("data/a", "data/a/b", "data/a/b/c", "data/a/x", "data/z!/a"))
                .allMatch(places::covers);
        assertThat(List.of("data", "data/", "data/b", "data/a-", "data/ab", "data/z", "data/z/a", ""))
                .noneMatch(places::covers);
    }

    @Test
    void as_many_places_as_files_are_looked_up_at_once() {
        for (int i = 0; i < 300_000; i++) places.add("data/" + i + "/x");
        for (int i = 0; i < 300_000; i++)
            assertThat(places.covers("data/" + i + "/y")).isFalse();
    }
}
