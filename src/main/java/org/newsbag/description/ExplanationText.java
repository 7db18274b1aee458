package org.newsbag.description;

import java.io.IOException;
import java.util.Locale;
import org.newsbag.provenance.Evidence;

/**
 * Explanations as plain text. Every line of a document, and every value, stands in its own directional isolate (Unicode Standard Annex 9), so that
 * right-to-left text does not carry the words beside it along.
 */
public final class ExplanationText {
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';
    /** Of a line, what stands farther than this behind its last mark is left out. */
    private static final int BEHIND = 90;

    private final Appendable out;

    public ExplanationText(Appendable out) {
        this.out = out;
    }

    /** Prints one document. */
    public void add(DescribedFile file) throws IOException {
        var explanation = Explanation.of(file);
        var text = explanation.text();
        out.append(isolated(explanation.id())).append("  (").append(explanation.outcome());
        out.append(String.format(Locale.ROOT, ", %,d characters)%n%n", text.codePointCount(0, text.length())));
        int end = 0;
        for (var part : explanation.parts()) {
            if (part.start() > end)
                out.append(String.format(
                        Locale.ROOT, "      ... %,d characters that no rule looks at ...%n", part.start() - end));
            lines(explanation, part.start(), part.end());
            end = part.end();
        }
        out.append('\n');
        for (int i = 0; i < explanation.rows().size(); i++)
            row(i + 1, explanation.rows().get(i));
        for (var absent : explanation.absent())
            out.append(String.format(
                    Locale.ROOT, "   -  %-16s absent      %s%n", absent.field().id(), absent.reason()));
        out.append('\n');
    }

    private void lines(Explanation explanation, int from, int to) throws IOException {
        var text = explanation.text();
        for (int start = from; start < to; ) {
            int end = text.indexOf('\n', start);
            if (end < 0 || end > to) end = to;
            if (!text.substring(start, end).isBlank()) line(explanation, start, end);
            start = end + 1;
        }
    }

    private void line(Explanation explanation, int start, int end) throws IOException {
        int last = start;
        for (var mark : explanation.marks())
            if (mark.start() >= start && mark.start() < end) last = Math.max(last, Math.min(end, mark.end()));
        int shown = Math.min(end, last + BEHIND);
        if (shown < end && Character.isLowSurrogate(explanation.text().charAt(shown))) shown--;
        out.append("      ").append(ISOLATE);
        for (var piece : explanation.pieces(start, shown)) {
            if (piece instanceof Explanation.Plain plain) out.append(printable(plain.text()));
            else if (piece instanceof Explanation.Open) out.append('⟦');
            else if (piece instanceof Explanation.Close close) out.append('⟧').append(numbers(close.mark()));
        }
        out.append(END_OF_ISOLATE).append(shown < end ? " ...\n" : "\n");
    }

    private static String numbers(Explanation.Mark mark) {
        return String.join(",", mark.numbers().stream().map(String::valueOf).toList());
    }

    private void row(int number, Evidence row) throws IOException {
        out.append(String.format(
                Locale.ROOT,
                "  %2d  %-16s %-9s %.2f  %s  %s%n",
                number,
                row.field().id(),
                row.status().id(),
                row.confidence(),
                row.source() + " " + row.rule(),
                isolated(row.value())));
    }

    private static String isolated(String value) {
        return ISOLATE + printable(value) + END_OF_ISOLATE;
    }

    /** A stranger's control characters could draw on the terminal; its own isolates could end ours, its own brackets look like marks. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\u2066-\\u2069\\u202A-\\u202E]", " ")
                .replace('⟦', '[')
                .replace('⟧', ']');
    }
}
