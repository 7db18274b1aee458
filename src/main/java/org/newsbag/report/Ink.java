package org.newsbag.report;

import java.awt.Color;
import java.util.Locale;

/**
 * What a mark in a chart means. A chart is drawn once for light and dark: each ink has a colour that nothing else has, in whose place {@link Drawing} puts
 * what the page's style sheet says of it.
 */
enum Ink {
    TEXT,
    GRID,
    GOOD,
    WASH,
    BAD,
    /** Stripes of {@link #BAD}, so that no one needs to see its colour. */
    STRIPES;

    Color color() {
        return new Color(1, 2, 3 + ordinal());
    }

    /** As the library writes the colour. */
    String marker() {
        return "rgb(1,2," + (3 + ordinal()) + ")";
    }

    /** A value of the property {@code fill} or {@code stroke} in a drawing. */
    String paint(String drawing) {
        return this == STRIPES ? "url(#" + stripes(drawing) + ")" : "var(--" + name().toLowerCase(Locale.ROOT) + ")";
    }

    static String stripes(String drawing) {
        return drawing + "-stripes";
    }
}
