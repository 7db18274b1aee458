package org.newsbag.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A bar for each run, oldest first: how many bytes it read in a second. A run that never ended has a cross in its place. */
record ThroughputChart(List<RunSummary> runs, Words words) implements Chart {
    ThroughputChart {
        var oldestFirst = new ArrayList<>(runs);
        Collections.reverse(oldestFirst);
        runs = List.copyOf(oldestFirst);
    }

    @Override
    public String id() {
        return "throughput";
    }

    @Override
    public String title() {
        return words.text("runs.title");
    }

    @Override
    public String description() {
        var figures = new Figures(words);
        var from = words.isolated(Figures.day(runs.get(0).began()));
        var to = words.isolated(Figures.day(runs.get(runs.size() - 1).began()));
        var count = words.counted("runs.count", runs.size());
        var rates = runs.stream()
                .map(RunSummary::rate)
                .flatMapToDouble(OptionalDouble::stream)
                .summaryStatistics();
        if (rates.getCount() == 0) return words.text("runs.desc.unended", "from", from, "to", to, "runs", count);
        return words.text(
                "runs.desc",
                "from",
                from,
                "to",
                to,
                "runs",
                count,
                "slowest",
                figures.rate(rates.getMin()),
                "fastest",
                figures.rate(rates.getMax()),
                "unended",
                Figures.exact(runs.size() - rates.getCount()));
    }

    @Override
    public int height() {
        return 230;
    }

    @Override
    public Plot plot(Frame frame) {
        var plot = new XYPlot(bars(), order(frame), rates(frame), renderer());
        Chart.bare(plot);
        plot.setInsets(Chart.forLastLabel(words.language()));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setDataset(1, crosses(plot.getRangeAxis().getUpperBound()));
        var cross = new XYLineAndShapeRenderer(false, true);
        cross.setSeriesShape(0, ShapeUtils.createDiagonalCross(3.5f, 0.9f));
        cross.setSeriesPaint(0, Ink.BAD.color());
        plot.setRenderer(1, cross);
        if (words.language().isRightToLeft()) plot.setRangeAxisLocation(AxisLocation.TOP_OR_RIGHT);
        return plot;
    }

    private NumberAxis order(Frame frame) {
        var axis = new NumberAxis();
        Chart.plain(axis, frame);
        axis.setTickMarksVisible(false);
        axis.setRange(-0.6, Math.max(runs.size(), 6) - 0.4);
        axis.setInverted(words.language().isRightToLeft());
        int labels = frame == Frame.WIDE ? 8 : 3;
        axis.setTickUnit(new NumberTickUnit(Math.ceil(Math.max(runs.size(), 1) / (double) labels), new Said() {
            private static final long serialVersionUID = 1;

            @Override
            String say(double place) {
                int run = (int) Math.round(place);
                return run >= 0 && run < runs.size() ? Figures.day(runs.get(run).began()) : "";
            }
        }));
        return axis;
    }

    private NumberAxis rates(Frame frame) {
        double most = runs.stream()
                .map(RunSummary::rate)
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
        if (most == 0) most = 1_000_000;
        double step = Chart.step(most);
        var axis = new NumberAxis();
        Chart.plain(axis, frame);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setRange(0, Math.ceil(most / step) * step * 1.02);
        var figures = new Figures(words);
        axis.setTickUnit(new NumberTickUnit(step, new Said() {
            private static final long serialVersionUID = 1;

            @Override
            String say(double rate) {
                return rate == 0 ? "0" : figures.rate(rate);
            }
        }));
        return axis;
    }

    private XYBarRenderer renderer() {
        var bars = new XYBarRenderer();
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setSeriesPaint(0, Ink.GOOD.color());
        return bars;
    }

    private XYIntervalSeriesCollection bars() {
        var series = new XYIntervalSeries("", false, true);
        for (int i = 0; i < runs.size(); i++) {
            var rate = runs.get(i).rate();
            if (rate.isPresent()) series.add(i, i - 0.36, i + 0.36, rate.getAsDouble(), 0, rate.getAsDouble());
        }
        var all = new XYIntervalSeriesCollection();
        all.addSeries(series);
        return all;
    }

    private XYSeriesCollection crosses(double top) {
        var series = new XYSeries("", false);
        for (int i = 0; i < runs.size(); i++) if (runs.get(i).took().isEmpty()) series.add(i, top * 0.03);
        return new XYSeriesCollection(series);
    }

    /** Numbers of an axis in words. */
    private abstract static class Said extends NumberFormat {
        private static final long serialVersionUID = 1;

        abstract String say(double number);

        @Override
        public StringBuffer format(double number, StringBuffer out, FieldPosition place) {
            return out.append(say(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer out, FieldPosition place) {
            return out.append(say(number));
        }

        @Override
        public Number parse(String text, ParsePosition place) {
            throw new UnsupportedOperationException("only written");
        }
    }
}
