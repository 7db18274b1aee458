package org.newsbag.report;

import java.util.function.Supplier;

/** A chart with its legend above and its data below, or the data alone where nothing can be drawn. */
final class Figure {
    /** Longer tables are folded. */
    private static final int FOLDED = 12;

    private final Markup html;
    private final boolean isDrawn;

    Figure(Markup html, boolean isDrawn) {
        this.html = html;
        this.isDrawn = isDrawn;
    }

    /** Draws the chart. {@code legend} is a name of an ink and a text, and so on. */
    void draw(Supplier<Chart> chart, String... legend) {
        if (!isDrawn) return;
        html.raw("<figure>\n<figcaption><ul class=\"legend\">");
        for (int i = 0; i < legend.length; i += 2)
            html.raw("<li><span class=\"key " + legend[i] + "\" aria-hidden=\"true\"></span>")
                    .text(legend[i + 1])
                    .raw("</li>");
        html.raw("</ul></figcaption>\n")
                .raw(Drawing.of(chart.get(), html.words()))
                .raw("</figure>\n");
    }

    /** Begins the chart's data: folded behind the chart, open where there is none. */
    void beginData() {
        html.raw(isDrawn ? "<details>\n" : "<details open>\n").say("summary", "data.summary");
    }

    /** Begins data that say more than the chart: folded only where they are long. */
    void beginRecords(int rows) {
        html.raw(isDrawn && rows > FOLDED ? "<details>\n" : "<details open>\n").say("summary", "data.summary");
    }

    void endData() {
        html.raw("</details>\n");
    }
}
