package org.newsbag.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of Tag-Files-Allowed and Payload-Files-Allowed. */
class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*, metadata/premis.xml, true",
        "metadata/*, metadata/text/a.txt, true",
        "metadata/*, metadata, false",
        "*.txt, a/b.txt, true",
        "*.txt, a/b.TXT, false",
        "a?c, a/c, true",
        "a?c, ac, false",
        "a?c, a😀c, true",
        "data/[1].txt, data/[1].txt, true",
        "data/[1].txt, data/1.txt, false",
        "data/sub/, data/sub/b.txt, true",
        "data/sub/, data/sub, false",
        "what?.txt, what?.txt, true",
        "'', '', true",
        "'', a, false",
        "***a**b*, xaxbx, true",
    })
    void matches(String pattern, String path, boolean expected) {
        assertThat(new Glob(pattern).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "data/*, data/a/, true",
        "data/a/*.txt, data/a/, true",
        "data/?/b.txt, data/a/, true",
        "*x, data/a/, true",
        "data/a/b/c, data/a/, true",
        "data/, data/a/, true",
        "data/a/, data/a/, true",
        "data/b/*, data/a/, false",
        "data/a, data/a/, false",
        "data/ab*, data/a/, false",
    })
    void reaches(String pattern, String folder, boolean expected) {
        assertThat(new Glob(pattern).reaches(folder)).isEqualTo(expected);
    }

    @Test
    void a_pattern_means_what_the_same_regular_expression_means() {
        var few = strings().betweenCodePoints('a', 'b').ofLengthBetween(0, 8);
        var stars = strings().betweenCodePoints(')', 'b').ofLengthBetween(0, 6).map(GlobTest::ofFewLetters);
        qt().withExamples(3000).forAll(stars, few).checkAssert((pattern, path) -> {
            var expression = new StringBuilder();
            for (char c : pattern.toCharArray())
                expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + c));
            assertThat(new Glob(pattern).matches(path))
                    .as(pattern + " " + path)
                    .isEqualTo(Pattern.matches(expression.toString(), path));
            assertThat(new Glob(pattern).reaches(path + "/"))
                    .as(pattern + " " + path + "/")
                    .isEqualTo(reachesByTrying(pattern, path));
        });
    }

    /** Letters a and b, stars and question marks. */
    private static String ofFewLetters(String any) {
        var few = new StringBuilder();
        any.chars().forEach(c -> few.append("ab*?".charAt(c % 4)));
        return few.toString();
    }

    /** Patterns without a slash reach into a folder by * or ? only, and go on with a star or with letters. */
    private static boolean reachesByTrying(String pattern, String path) {
        for (int end = 0; end <= pattern.length(); end++) {
            var glob = new Glob(pattern.substring(0, end));
            boolean rest = end < pattern.length() || pattern.endsWith("*");
            if (rest && glob.matches(path + "/")) return true;
        }
        return new Glob(pattern).matches(path + "/");
    }

    @Test
    void a_pattern_made_to_be_slow_is_not() {
        var pattern = "*a".repeat(2000) + "b";
        assertThat(new Glob(pattern).matches("a".repeat(4000))).isFalse();
        assertThat(new Glob(pattern).matches("a".repeat(4000) + "b")).isTrue();
        assertThat(new Glob("?*".repeat(1000)).reaches("a".repeat(4000) + "/")).isTrue();
    }
}
