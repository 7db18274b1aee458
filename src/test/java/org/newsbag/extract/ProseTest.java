package org.newsbag.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import java.nio.charset.Charset;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    private static final Tika TIKA = new Tika();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "القاهرة - رويترز",
                "\uFEFFالقاهرة: افتتح",
                "«المعلم»: الاتفاق",
                "  \n\nМосква, 5 мая",
                "北京报道",
                "É isto"
            })
    void knows_text_whose_first_letter_no_format_begins_with(String text) {
        assertThat(Prose.isCertain(text.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "CAIRO (Reuters)",
                "2026 عام",
                "<html dir=rtl>القاهرة",
                "القاهرة <b>رويترز</b>",
                "القاهرة\nSubject: news",
                "القاهرة\rFrom: a",
                "القاهرة\nMIME-Version: 1.0",
                "%PDF-1.4 القاهرة",
                "القاهرة \u0001",
                "#!/bin/sh"
            })
    void leaves_what_may_be_a_format_to_the_patterns(String text) {
        assertThat(Prose.isCertain(text.getBytes(UTF_8))).isFalse();
    }

    @Test
    void leaves_other_charsets_to_the_patterns() {
        assertThat(Prose.isCertain("القاهرة".getBytes(Charset.forName("windows-1256"))))
                .isFalse();
    }

    @Test
    void does_not_mind_a_character_that_the_window_cuts() {
        assertThat(Prose.isCertain(("ا" + "a".repeat(1021) + "اا").getBytes(UTF_8)))
                .isTrue();
    }

    /** Without brackets: Tika takes any text that begins with a line break, a bracket and a line break for compiled Emacs Lisp. */
    @Test
    void is_never_certain_where_the_patterns_would_say_otherwise() {
        var pieces = arbitrary()
                .pick(
                        "ا", "д", "中", "\"", " ", "\n", "\r\n", "From ", "Subject", ":", "{\\rtf1", "BEGIN", "#!", "\t",
                        "-", "a", "7", "\n#", "*");
        qt().forAll(lists().of(pieces).ofSizeBetween(0, 40)).check(list -> {
            var bytes = String.join("", list).getBytes(UTF_8);
            return !Prose.isCertain(bytes) || TIKA.detect(bytes).equals("text/plain");
        });
    }
}
