package org.newsbag.report;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** A bar for each span of age: how many bags were last verified that long ago. Overdue ones are striped, and say so. */
record AgeChart(List<AgeBand> bands, Words words) implements Chart {
    @Override
    public String id() {
        return "ages";
    }

    @Override
    public String title() {
        return words.text("ages.title");
    }

    @Override
    public String description() {
        var separator = words.language().isRightToLeft() ? "؛ " : "; ";
        var all = bands.stream()
                .map(band -> words.text(
                        band.isOverdue() ? "ages.band.overdue" : "ages.band",
                        "age",
                        new Figures(words).age(band),
                        "bags",
                        words.counted("count.bags", band.bags())))
                .collect(Collectors.joining(separator));
        return words.text("ages.desc", "bands", all);
    }

    @Override
    public int height() {
        return 16 + 38 * bands.size();
    }

    @Override
    public Plot plot(Frame frame) {
        var data = new DefaultCategoryDataset();
        for (int i = 0; i < bands.size(); i++) data.addValue(bands.get(i).bags(), "", Integer.valueOf(i));
        boolean isRightToLeft = words.language().isRightToLeft();
        var plot = new CategoryPlot(data, names(frame), lengths(frame), bars(frame));
        Chart.bare(plot);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinesVisible(false);
        if (isRightToLeft) plot.setDomainAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        return plot;
    }

    private CategoryAxis names(Frame frame) {
        var axis = new CategoryAxis() {
            private static final long serialVersionUID = 1;

            @Override
            @SuppressWarnings("rawtypes") // as the library has it
            protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
                return super.createLabel(new Figures(words).age(bands.get((Integer) category)), width, edge, g2);
            }
        };
        Chart.plain(axis, frame);
        axis.setTickMarksVisible(false);
        axis.setCategoryLabelPositionOffset(10);
        axis.setMaximumCategoryLabelWidthRatio(frame == Frame.WIDE ? 0.3f : 0.36f);
        axis.setMaximumCategoryLabelLines(2);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        return axis;
    }

    private NumberAxis lengths(Frame frame) {
        var axis = new NumberAxis();
        long most = Math.max(1, bands.stream().mapToLong(AgeBand::bags).max().orElse(1));
        // Behind the longest bar there is room for what it says.
        axis.setRange(0, most / (frame == Frame.WIDE ? 0.62 : 0.28));
        axis.setVisible(false);
        axis.setInverted(words.language().isRightToLeft());
        return axis;
    }

    private BarRenderer bars(Frame frame) {
        var bars = new BarRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Paint getItemPaint(int row, int column) {
                return (bands.get(column).isOverdue() ? Ink.STRIPES : Ink.GOOD).color();
            }

            @Override
            public Paint getItemOutlinePaint(int row, int column) {
                return (bands.get(column).isOverdue() ? Ink.BAD : Ink.GOOD).color();
            }
        };
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(true);
        bars.setMinimumBarLength(2);
        bars.setMaximumBarWidth(1);
        bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator() {
            private static final long serialVersionUID = 1;

            @Override
            public String generateLabel(CategoryDataset dataset, int row, int column) {
                return said(bands.get(column));
            }
        });
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultItemLabelFont(Chart.font(frame));
        bars.setDefaultItemLabelPaint(Ink.TEXT.color());
        boolean isRightToLeft = words.language().isRightToLeft();
        bars.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(
                isRightToLeft ? ItemLabelAnchor.OUTSIDE9 : ItemLabelAnchor.OUTSIDE3,
                isRightToLeft ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT));
        bars.setItemLabelInsets(new RectangleInsets(2, 6, 2, 6));
        return bars;
    }

    private String said(AgeBand band) {
        return words.text(
                band.isOverdue() && band.bags() > 0 ? "ages.bar.overdue" : "ages.bar",
                "bags",
                words.counted("count.bags", band.bags()),
                "bytes",
                new Figures(words).size(band.bytes()));
    }
}
