package org.newsbag.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.svg.SVGGraphics2D;

/**
 * Charts as SVG within the page. The library measures letters by this machine's fonts and a browser sets them by its own: so a text is centred where the
 * library would have it, and a difference falls half to either side. Letters stay letters, which a browser joins and orders as their script asks.
 */
final class Drawing {
    private static final Pattern TEXT = Pattern.compile(
            "<text x='([-\\d.]+)' y='([-\\d.]+)' style='fill: (rgb\\(\\d+,\\d+,\\d+\\));[^']*'[^>]*>([^<]*)</text>");
    private static final DoubleFunction<String> TENTHS = value -> {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    };

    private Drawing() {}

    /** Both frames of a chart; the style sheet shows one of them. */
    static String of(Chart chart, Words words) {
        return of(chart, Frame.WIDE, words) + of(chart, Frame.NARROW, words);
    }

    private static String of(Chart chart, Frame frame, Words words) {
        var id = chart.id() + "-" + frame.id();
        var canvas = new SVGGraphics2D(frame.width(), chart.height());
        canvas.setDefsKeyPrefix(id + "-");
        canvas.setGeomDoubleConverter(TENTHS);
        canvas.setTransformDoubleConverter(TENTHS);
        chart.drawn(frame).draw(canvas, new Rectangle2D.Double(0, 0, frame.width(), chart.height()));
        var drawn = canvas.getSVGElement(id, false, null, null, null);
        var inside = drawn.substring(drawn.indexOf('>') + 1, drawn.lastIndexOf("</svg>"));
        return String.format(
                Locale.ROOT,
                "<svg id=\"%s\" class=\"chart %s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-desc\">%n"
                        + "<title id=\"%s-title\">%s</title>%n<desc id=\"%s-desc\">%s</desc>%n%s%s%n</svg>%n",
                id,
                frame.id(),
                frame.width(),
                chart.height(),
                id,
                id,
                id,
                Markup.escaped(chart.title()),
                id,
                Markup.escaped(chart.description()),
                stripes(id),
                inked(centred(inside, canvas.getFontMetrics(Chart.font(frame)), words), id));
    }

    private static String stripes(String drawing) {
        return "<defs><pattern id='" + Ink.stripes(drawing) + "' width='6' height='6' patternUnits='userSpaceOnUse'"
                + " patternTransform='rotate(45)'><rect width='6' height='6' style='fill:var(--paper)'/>"
                + "<rect width='3' height='6' style='fill:" + Ink.BAD.paint(drawing) + "'/></pattern></defs>";
    }

    private static String centred(String svg, FontMetrics metrics, Words words) {
        return TEXT.matcher(svg).replaceAll(text -> {
            var letters = text.group(4);
            if (letters.isBlank()) return "";
            double middle = Double.parseDouble(text.group(1)) + metrics.stringWidth(unescaped(letters)) / 2.0;
            return Matcher.quoteReplacement("<text x='" + TENTHS.apply(middle) + "' y='" + text.group(2)
                    + "' style='fill:" + text.group(3) + "'>" + directed(letters, words) + "</text>");
        });
    }

    /** A drawing has no direction of its own, so a right-to-left text brings an isolate along. */
    private static String directed(String letters, Words words) {
        boolean isRightToLeft = words.language().isRightToLeft()
                && letters.codePoints()
                        .anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return isRightToLeft ? "\u2067" + letters + "\u2069" : letters;
    }

    private static String inked(String svg, String id) {
        var inked = svg.replace(";stroke-opacity:1.0", "").replace(";stroke-miterlimit:10", "");
        for (var ink : Ink.values()) inked = inked.replace(ink.marker(), ink.paint(id));
        return inked;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** Measures letters, as every chart must. */
    static void measure() {
        // No chart needs a screen; without this, a machine that seems to have one is asked for it.
        System.setProperty("java.awt.headless", "true");
        new SVGGraphics2D(1, 1)
                .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .stringWidth("0");
    }
}
