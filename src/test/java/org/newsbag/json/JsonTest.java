package org.newsbag.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbag.AwkwardText;

/** One reader and one writer of JSON: strict in what they take, stable in what they give. */
class JsonTest {
    @Test
    void every_text_survives_as_key_and_as_value() {
        qt().forAll(AwkwardText.texts(), AwkwardText.texts()).checkAssert((key, value) -> {
            var object = JsonObject.builder()
                    .put(key, value)
                    .put(key + "2", List.of(value, true, JsonObject.builder().build()))
                    .build();
            assertThat(Json.parse(Json.compact(object))).isEqualTo(object);
            assertThat(Json.parse(Json.pretty(object))).isEqualTo(object);
            assertThat(Json.compact(object)).doesNotContain("\n");
        });
    }

    @Test
    void keys_keep_their_order_and_the_layout_is_fixed() {
        var object = JsonObject.builder()
                .put("b", 1)
                .put("a", List.of("x", "y"))
                .putNull("n")
                .put("e", JsonObject.builder().build())
                .put("l", List.of())
                .put("none", Optional.empty())
                .putCompact("one", List.of("1"))
                .putCompact("zero", List.of())
                .build();
        assertThat(Json.pretty(object))
                .isEqualTo(String.join(
                        "\n",
                        "{",
                        "  \"b\": 1,",
                        "  \"a\": [",
                        "    \"x\",",
                        "    \"y\"",
                        "  ],",
                        "  \"n\": null,",
                        "  \"e\": {},",
                        "  \"l\": [],",
                        "  \"one\": \"1\"",
                        "}"));
    }

    @Test
    void numbers_are_written_plainly_and_read_exactly() {
        assertThat(Json.compact(List.of(0.1, 1_000_000_000_000L, new BigDecimal("1E+3"), 0.00001)))
                .isEqualTo("[0.1,1000000000000,1000,0.000010]");
        assertThat(Json.parse("0.10000000000000000001")).isEqualTo(new BigDecimal("0.10000000000000000001"));
    }

    @Test
    void a_stream_of_items_looks_like_a_whole_document() throws IOException {
        var item = JsonObject.builder().put("x", "é😀").build();
        var bytes = new ByteArrayOutputStream();
        Json.stream(bytes)
                .beginObject()
                .member("k", "v")
                .beginArray("items")
                .item(item)
                .item(item)
                .endArray()
                .endObject()
                .close();
        var whole = JsonObject.builder()
                .put("k", "v")
                .put("items", List.of(item, item))
                .build();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(Json.pretty(whole) + "\n");
    }

    /** Half a pair can come from an escape in other people's JSON; it must not end a run when it is written. */
    @Test
    void an_unpaired_surrogate_is_written_as_the_replacement_character() throws IOException {
        var halves = Json.parse("[\"a\\ud83d\", \"\\ude00b\", \"\\ud83d\\ude00\"]");
        assertThat(Json.compact(halves)).isEqualTo("[\"a\uFFFD\",\"\uFFFDb\",\"😀\"]");
        var bytes = new ByteArrayOutputStream();
        Json.stream(bytes).beginObject().member("a\ud83d", halves).endObject().close();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\"a\uFFFD\"", "\"\uFFFDb\"", "\"😀\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "nul",
                "{} {}",
                "{'a':1}",
                "\"\n\"",
                "NaN",
                "{\"a\" 1}",
                "// c\n1",
                "1e99999999999",
                "[-0.1e-99999999999]"
            })
    void what_is_not_json_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("line ");
    }

    @Test
    void nesting_without_end_is_refused_and_does_not_overflow() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(100_000))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void an_object_is_asked_for_and_nothing_else_taken() {
        assertThatThrownBy(() -> Json.readObject(new ByteArrayInputStream(new byte[] {'[', ']'})))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("expected an object in braces");
    }

    @Test
    void a_value_that_json_has_not_is_refused_when_it_is_put() {
        assertThatThrownBy(() -> JsonObject.builder().put("k", List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("under \"k\"");
    }

    @Test
    void single_values_count_as_lists_and_other_kinds_are_passed_over() {
        var object = (JsonObject) Json.parse("{\"a\":\"x\",\"b\":[\"y\",1,{\"c\":null}],\"n\":null}");
        assertThat(object.strings("a")).containsExactly("x");
        assertThat(object.strings("b")).containsExactly("y");
        assertThat(object.objects("b")).hasSize(1);
        assertThat(object.list("absent")).isEmpty();
        assertThat(object.string("b")).isEmpty();
        assertThat(object.get("n")).contains(Json.NULL);
    }

    /** The example of RFC 8785, section 3.2.3, and what its numbers may be here. */
    @Test
    void the_canonical_form_is_that_of_the_standard() {
        var object = (JsonObject)
                Json.parse(
                        "{\"\\u20ac\": \"Euro Sign\", \"\\r\": \"Carriage Return\", \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\", \"1\": \"One\", "
                                + "\"\\ud83d\\ude00\": \"Emoji: Grinning Face\", \"\\u0080\": \"Control\", \"\\u00f6\": \"Latin Small Letter O With Diaeresis\"}");
        assertThat(Json.canonical(object))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(Json.canonical("\u001f\u007f\t\"\\/")).isEqualTo("\"\\u001f\u007f\\t\\\"\\\\/\"");
        assertThat(Json.canonical(List.of(1, new BigDecimal("10.0"), -5L, true, Json.NULL)))
                .isEqualTo("[1,10,-5,true,null]");
        assertThatThrownBy(() -> Json.canonical(new BigDecimal("1.5"))).hasMessageContaining("no whole number");
        assertThatThrownBy(() -> Json.canonical(1L << 53)).hasMessageContaining("below 2^53");
    }
}
