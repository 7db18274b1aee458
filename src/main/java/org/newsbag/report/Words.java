package org.newsbag.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsbag.finding.Quote;

/**
 * The texts of a language: {@code en.properties} and {@code ar.properties} beside this class. In a text, {@code {name}} stands for a value. A text that
 * depends on a number holds a form for each {@link PluralCategory}, parted by bars: {@code one: {n} bag | other: {n} bags}.
 *
 * <p>Texts come out plain. A value that would be torn apart by right-to-left words beside it stands in a left-to-right isolate (U+2066 to U+2069); in a
 * browser {@link Markup} makes that an element.
 */
final class Words {
    static final char ISOLATE = '\u2066';
    static final char END_OF_ISOLATE = '\u2069';

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

    private final Language language;
    private final Map<String, String> texts;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    static Words of(Language language) {
        var properties = new Properties();
        try (var in = new InputStreamReader(
                Words.class.getResourceAsStream(language.id() + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new HashMap<String, String>();
        for (var key : properties.stringPropertyNames()) texts.put(key, properties.getProperty(key));
        return new Words(language, Map.copyOf(texts));
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return texts.keySet();
    }

    /** The text under a key; values follow as name, value, name, value. */
    String text(String key, String... values) {
        var text = texts.get(key);
        if (text == null) throw new IllegalArgumentException("no text under " + key + " in " + language.id());
        return filled(text, values);
    }

    /** The form for a number, which is {@code {n}} in it; more values may follow, and another way to write the number. */
    String counted(String key, long number, String... values) {
        var forms = forms(key);
        var form = forms.getOrDefault(PluralCategory.of(language, number).id(), forms.get(PluralCategory.OTHER.id()));
        var all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = "n";
        all[values.length + 1] = Figures.exact(number);
        return filled(form, all);
    }

    /** What the ledger calls {@code id} in words; a stranger's word for which there is no text as it is. */
    String term(String family, String id) {
        var text = texts.get(family + "." + id);
        return text == null ? isolated(Quote.visible(id)) : text;
    }

    /** The forms of a text that depends on a number, by category. */
    Map<String, String> forms(String key) {
        return Arrays.stream(text(key).split("\\|"))
                .map(form -> form.strip().split(":\\s*", 2))
                .collect(Collectors.toMap(form -> form[0], form -> form[1]));
    }

    /** Keeps digits, signs and Latin letters together and in their order. */
    String isolated(String value) {
        return language.isRightToLeft() ? ISOLATE + value + END_OF_ISOLATE : value;
    }

    private static String filled(String text, String... values) {
        return PLACE.matcher(text).replaceAll(place -> {
            for (int i = 0; i < values.length; i += 2)
                if (values[i].equals(place.group(1))) return Matcher.quoteReplacement(values[i + 1]);
            return Matcher.quoteReplacement(place.group());
        });
    }
}
