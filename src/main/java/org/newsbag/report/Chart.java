package org.newsbag.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;

/** A chart of the page: how it is drawn, and in words what it shows. */
interface Chart {
    Stroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    Stroke HAIRLINE = new BasicStroke(1f);

    String id();

    String title();

    /** What a person learns from it who does not see it. */
    String description();

    int height();

    Plot plot(Frame frame);

    /** The chart alone: title, legend and ground are the page's. */
    default JFreeChart drawn(Frame frame) {
        var chart = new JFreeChart(null, font(frame), plot(frame), false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(4, 0, 4, 0));
        return chart;
    }

    static Font font(Frame frame) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, frame.letters());
    }

    static void bare(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
    }

    /** Room for half of the last label of an axis that runs in the direction of the language. */
    static RectangleInsets forLastLabel(Language language) {
        return language.isRightToLeft() ? new RectangleInsets(0, 26, 0, 0) : new RectangleInsets(0, 0, 0, 26);
    }

    /** A round number (1, 2 or 5 with zeros) of which the largest value holds two at least. */
    static double step(double largest) {
        double power = Math.pow(10, Math.floor(Math.log10(largest / 2)));
        double times = largest / 2 / power;
        return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }

    static void plain(Axis axis, Frame frame) {
        axis.setTickLabelFont(font(frame));
        axis.setTickLabelPaint(Ink.TEXT.color());
        axis.setAxisLinePaint(Ink.GRID.color());
        axis.setTickMarkPaint(Ink.GRID.color());
    }
}
