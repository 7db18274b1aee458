package org.newsbag.description;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.newsbag.provenance.Evidence;
import org.newsbag.provenance.Status;

/** Explanations as one page of HTML that needs no network: the text with its marked stretches, and beside it a row for each value. */
public final class ExplanationPage implements AutoCloseable {
    private final Appendable out;
    private int documents;

    /** Begins the page. */
    public ExplanationPage(Appendable out) throws IOException {
        this.out = out;
        out.append("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>newsbag: where each value was read</title>
                <style>
                """);
        out.append(style());
        out.append("""
                </style>
                </head>
                <body>
                <h1>Where each value was read</h1>
                """);
    }

    private static String style() throws IOException {
        try (InputStream in = ExplanationPage.class.getResourceAsStream("explanation.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Adds one document. */
    public void add(DescribedFile file) throws IOException {
        var explanation = Explanation.of(file);
        int document = ++documents;
        out.append("<article>\n<h2 dir=\"auto\">")
                .append(escaped(explanation.id()))
                .append("</h2>\n");
        out.append("<p class=\"outcome\">")
                .append(escaped(explanation.outcome()))
                .append(String.format(
                        Locale.ROOT,
                        ", %,d characters</p>%n<div class=\"sides\">%n<div class=\"text\">%n",
                        explanation.text().codePointCount(0, explanation.text().length())));
        int end = 0;
        for (var part : explanation.parts()) {
            if (part.start() > end)
                out.append(String.format(
                        Locale.ROOT,
                        "<p class=\"gap\">%,d characters that no rule looks at</p>%n",
                        part.start() - end));
            paragraphs(explanation, part, document);
            end = part.end();
        }
        out.append("</div>\n");
        table(explanation, document);
        out.append("</div>\n</article>\n");
    }

    private void paragraphs(Explanation explanation, Explanation.Part part, int document) throws IOException {
        var text = explanation.text();
        for (int start = part.start(); start < part.end(); ) {
            int end = text.indexOf('\n', start);
            if (end < 0 || end > part.end()) end = part.end();
            if (!text.substring(start, end).isBlank()) {
                out.append("<p dir=\"auto\">");
                for (var piece : explanation.pieces(start, end)) piece(explanation, piece, document);
                out.append("</p>\n");
            }
            start = end + 1;
        }
    }

    private void piece(Explanation explanation, Explanation.Piece piece, int document) throws IOException {
        if (piece instanceof Explanation.Plain plain) out.append(escaped(plain.text()));
        else if (piece instanceof Explanation.Close) out.append("</mark>");
        else if (piece instanceof Explanation.Open open) {
            var rows = open.mark().numbers().stream()
                    .map(number -> explanation.rows().get(number - 1))
                    .toList();
            boolean asserted = rows.stream().anyMatch(row -> stands(row, explanation.rows()));
            out.append("<mark class=\"")
                    .append(kind(rows.get(0)))
                    .append(asserted ? "" : " candidate")
                    .append("\" title=\"")
                    .append(escaped(titles(rows)))
                    .append("\">");
            for (int number : open.mark().numbers())
                out.append(String.format(Locale.ROOT, "<a href=\"#r%d-%d\">%d</a>", document, number, number));
        }
    }

    /** Whether the row's value stands in the record, from this row or another. */
    private static boolean stands(Evidence row, List<Evidence> rows) {
        return rows.stream()
                .anyMatch(other -> other.status() == Status.ASSERTED
                        && other.field() == row.field()
                        && other.value().equals(row.value()));
    }

    private static String titles(List<Evidence> rows) {
        return String.join(
                "; ",
                rows.stream()
                        .map(row -> row.field().id() + ", " + row.status().id() + ", " + row.rule())
                        .toList());
    }

    /** The parts of a dateline share the colour of the dateline. */
    private static String kind(Evidence row) {
        var id = row.field().id();
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    private void table(Explanation explanation, int document) throws IOException {
        out.append("<table>\n<thead><tr><th>No.</th><th>Field</th><th>Value</th><th>Status</th>"
                + "<th>Confidence</th><th>Read by</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < explanation.rows().size(); i++) {
            var row = explanation.rows().get(i);
            out.append(String.format(
                    Locale.ROOT,
                    "<tr id=\"r%d-%d\" class=\"%s\"><td>%d</td><td class=\"%s\">%s</td><td dir=\"auto\">%s</td><td>%s</td><td>%.2f</td><td>%s</td></tr>%n",
                    document,
                    i + 1,
                    row.status().id(),
                    i + 1,
                    kind(row),
                    row.field().id(),
                    escaped(row.value()),
                    row.status().id(),
                    row.confidence(),
                    escaped(row.source() + " " + row.rule())));
        }
        for (var absent : explanation.absent())
            out.append(String.format(
                    Locale.ROOT,
                    "<tr class=\"absent\"><td></td><td>%s</td><td colspan=\"4\">absent: %s</td></tr>%n",
                    absent.field().id(),
                    escaped(absent.reason())));
        out.append("</tbody>\n</table>\n");
    }

    /** Ends the page. */
    @Override
    public void close() throws IOException {
        out.append("</body>\n</html>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cc}&&[^\\t\\n]]", "\uFFFD")
                .replaceAll("[\\u2066-\\u2069\\u202A-\\u202E]", "");
    }
}
