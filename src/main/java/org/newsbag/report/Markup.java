package org.newsbag.report;

import java.text.Bidi;
import java.time.Instant;
import org.newsbag.finding.Quote;

/**
 * A page of HTML as it grows. Our own texts are escaped; a stranger's are made visible first, and stand in an element that keeps their direction from
 * turning what is beside them.
 */
final class Markup {
    private final StringBuilder html = new StringBuilder(1 << 16);
    private final Words words;
    private final Figures figures;

    Markup(Words words) {
        this.words = words;
        this.figures = new Figures(words);
    }

    Words words() {
        return words;
    }

    Figures figures() {
        return figures;
    }

    /** Markup, as it is. */
    Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    /** A text of our own; its isolates become elements. */
    Markup text(String text) {
        html.append(escaped(text)
                .replace(String.valueOf(Words.ISOLATE), "<bdi dir=\"ltr\">")
                .replace(String.valueOf(Words.END_OF_ISOLATE), "</bdi>"));
        return this;
    }

    /** An element that holds a text of our own, on a line. {@code opening} is its name and attributes. */
    Markup element(String opening, String text) {
        int name = opening.indexOf(' ');
        html.append('<').append(opening).append('>');
        text(text);
        html.append("</")
                .append(name < 0 ? opening : opening.substring(0, name))
                .append(">\n");
        return this;
    }

    /** The text under a key in an element of its own. */
    Markup say(String opening, String key, String... values) {
        return element(opening, words.text(key, values));
    }

    /**
     * A path, a checksum or an identifier, which reads from left to right wherever it stands. Each part of a path stands alone, or two parts in Arabic would
     * change places.
     */
    Markup name(String name) {
        var visible = escaped(Quote.visible(name));
        html.append("<bdi dir=\"ltr\">");
        if (Bidi.requiresBidi(visible.toCharArray(), 0, visible.length()))
            for (var part : visible.split("(?<=/)")) {
                boolean isFolder = part.endsWith("/");
                html.append("<bdi dir=\"ltr\">")
                        .append(isFolder ? part.substring(0, part.length() - 1) : part)
                        .append(isFolder ? "</bdi>/" : "</bdi>");
            }
        else html.append(visible);
        html.append("</bdi>");
        return this;
    }

    /** A sentence of a stranger's, in whatever direction its words have. */
    Markup prose(String prose) {
        html.append("<bdi>").append(escaped(Quote.visible(prose))).append("</bdi>");
        return this;
    }

    Markup code(String code) {
        html.append("<code dir=\"ltr\">").append(escaped(Quote.visible(code))).append("</code>");
        return this;
    }

    Markup moment(Instant at) {
        html.append("<time dir=\"ltr\" datetime=\"")
                .append(at)
                .append("\">")
                .append(Figures.moment(at))
                .append("</time>");
        return this;
    }

    /** A part of the page, named by its heading. */
    Markup beginSection(String id, String heading) {
        return raw("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-heading\">\n")
                .element("h2 id=\"" + id + "-heading\"", heading);
    }

    Markup endSection() {
        return raw("</section>\n");
    }

    /** A command that a person may type. */
    Markup command(String command) {
        return raw("<pre class=\"command\" dir=\"ltr\" tabindex=\"0\">")
                .raw("<code>")
                .raw(escaped(command))
                .raw("</code></pre>\n");
    }

    static String escaped(String text) {
        int at = 0;
        while (at < text.length() && "&<>\"'".indexOf(text.charAt(at)) < 0) at++;
        if (at == text.length()) return text;
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
