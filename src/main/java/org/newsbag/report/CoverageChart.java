package org.newsbag.report;

import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Over time: above, the share of bytes that were verified within the limit; below, the bags that had failed their last check. */
record CoverageChart(List<Coverage> coverage, Words words) implements Chart {
    /** More points than these would hide the line that joins them. */
    private static final int MOST_DOTS = 40;

    @Override
    public String id() {
        return "coverage";
    }

    @Override
    public String title() {
        return words.text("coverage.title");
    }

    @Override
    public String description() {
        var figures = new Figures(words);
        var lowest = coverage.stream()
                .min(Comparator.comparingDouble(CoverageChart::share))
                .orElseThrow();
        var last = coverage.get(coverage.size() - 1);
        return words.text(
                "coverage.desc",
                "from",
                words.isolated(Figures.day(coverage.get(0).at())),
                "to",
                words.isolated(Figures.day(last.at())),
                "lowest",
                figures.share(lowest.coveredBytes(), lowest.heldBytes()),
                "lowestAt",
                words.isolated(Figures.day(lowest.at())),
                "last",
                figures.share(last.coveredBytes(), last.heldBytes()),
                "most",
                Figures.exact(most()),
                "now",
                Figures.exact(last.failingBags()));
    }

    @Override
    public int height() {
        return 300;
    }

    @Override
    public Plot plot(Frame frame) {
        var plot = new CombinedDomainXYPlot(time(frame));
        plot.setGap(22);
        Chart.bare(plot);
        plot.setInsets(Chart.forLastLabel(words.language()));
        plot.add(shares(frame), 3);
        plot.add(failures(frame), 1);
        return plot;
    }

    private DateAxis time(Frame frame) {
        var axis = TimeAxis.create(words.language());
        Chart.plain(axis, frame);
        if (coverage.size() == 1) {
            long at = coverage.get(0).at().toEpochMilli();
            axis.setRange(new Date(at - 86_400_000L), new Date(at + 86_400_000L));
        }
        return axis;
    }

    private XYPlot shares(Frame frame) {
        var axis = new NumberAxis();
        axis.setRange(0, 104);
        axis.setTickUnit(
                new NumberTickUnit(25, new DecimalFormat("0'%'", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        var area = new XYAreaRenderer(XYAreaRenderer.AREA);
        area.setSeriesPaint(0, Ink.WASH.color());
        area.setOutline(false);
        var line = new XYLineAndShapeRenderer(true, coverage.size() <= MOST_DOTS);
        line.setSeriesPaint(0, Ink.GOOD.color());
        line.setSeriesStroke(0, LINE);
        line.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        line.setDrawSeriesLineAsPath(true);
        var plot = plot(axis, frame);
        plot.setDataset(0, series(true));
        plot.setRenderer(0, area);
        plot.setDataset(1, series(true));
        plot.setRenderer(1, line);
        return plot;
    }

    private XYPlot failures(Frame frame) {
        var axis = new NumberAxis();
        axis.setRange(0, Math.max(2, most() * 1.15));
        axis.setTickUnit(new NumberTickUnit(
                Math.max(1, Chart.step(Math.max(1, most()))),
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        var step = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        step.setSeriesPaint(0, Ink.STRIPES.color());
        step.setOutline(false);
        var plot = plot(axis, frame);
        plot.setDataset(series(false));
        plot.setRenderer(step);
        return plot;
    }

    private XYPlot plot(NumberAxis axis, Frame frame) {
        Chart.plain(axis, frame);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        var plot = new XYPlot(null, null, axis, null);
        Chart.bare(plot);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(HAIRLINE);
        if (words.language().isRightToLeft()) plot.setRangeAxisLocation(AxisLocation.TOP_OR_RIGHT);
        return plot;
    }

    private XYSeriesCollection series(boolean isShare) {
        var series = new XYSeries("", false);
        for (var point : coverage) series.add(point.at().toEpochMilli(), isShare ? share(point) : point.failingBags());
        return new XYSeriesCollection(series);
    }

    private long most() {
        return coverage.stream().mapToLong(Coverage::failingBags).max().orElse(0);
    }

    private static double share(Coverage point) {
        return point.heldBytes() == 0 ? 100 : 100.0 * point.coveredBytes() / point.heldBytes();
    }
}
