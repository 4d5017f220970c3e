package io.almoner.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import net.sf.jasperreports.charts.JRChart;
import net.sf.jasperreports.charts.JRChartCustomizer;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;

/** The quiet look of bars and columns, where a design's attributes do not reach. Public because designs name it. */
public final class ReportChartLook implements JRChartCustomizer {

    private static final int MOST_BARS_OF_TWO_LINES = 4;
    private static final Color GRID = new Color(0xD5DDE5);
    private static final int MOST_NAMES_SIDE_BY_SIDE = 8;

    /** From Hangul on letters are as wide as they are high. */
    private static final int FIRST_WIDE = 0x1100;

    /** What {@link Glyphs} has made known: Chinese and Japanese, Korean. */
    private static final List<String> WIDE = List.of("Droid Sans Fallback", "Almoner Hangul");

    @Override
    public void customize(JFreeChart chart, JRChart element) {
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(0.4f));
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        plot.setInsets(new RectangleInsets(0, 0, 0, 24));
        plot.getDomainAxis().setTickMarksVisible(false);
        if (chart.getLegend() != null) {
            chart.getLegend().setFrame(BlockBorder.NONE);
            chart.getLegend()
                    .setItemFont(font(
                            plot.getDataset().getRowKeys().toString(),
                            chart.getLegend().getItemFont()));
        }
        if (plot.getRangeAxis() instanceof NumberAxis axis) {
            axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
            // room beside its numbers: fewer of them
            int beside = plot.getOrientation().isVertical() ? 4 : 10;
            axis.setTickLabelInsets(new RectangleInsets(2, beside, 2, beside));
        }
        if (plot.getOrientation().isVertical()) {
            plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
            plot.getDomainAxis().setCategoryLabelPositions(names(plot.getDataset()));
        } else {
            lookOf(plot.getDomainAxis(), plot.getCategories().size());
        }
        writeNames(plot.getDomainAxis(), plot.getDataset());
        if (plot.getRenderer() instanceof BarRenderer bars) {
            lookOf(bars, numbers(plot.getRangeAxis()));
        }
    }

    private static void writeNames(CategoryAxis axis, CategoryDataset dataset) {
        for (int column = 0; column < dataset.getColumnCount(); column++) {
            Comparable<?> name = dataset.getColumnKey(column);
            axis.setTickLabelFont(name, font(name.toString(), axis.getTickLabelFont()));
        }
    }

    /** The font that has most of the text: it measures all of it, and what it lacks is drawn by others. */
    private static Font font(String text, Font usual) {
        return Stream.concat(Stream.of(usual), WIDE.stream().map(family -> sized(family, usual)))
                .min(Comparator.comparingLong(font -> missing(text, font)))
                .orElse(usual);
    }

    private static Font sized(String family, Font usual) {
        return new Font(family, usual.getStyle(), 1).deriveFont(usual.getSize2D());
    }

    /** How many wide letters a font lacks; narrow ones find room in any case. */
    private static long missing(String text, Font font) {
        return text.codePoints()
                .filter(letter -> letter >= FIRST_WIDE && !font.canDisplay(letter))
                .count();
    }

    /** Long names have a third of the width, and two lines while there is room; many bars fill the height. */
    private static void lookOf(CategoryAxis names, int bars) {
        names.setMaximumCategoryLabelLines(bars > MOST_BARS_OF_TWO_LINES ? 1 : 2);
        names.setMaximumCategoryLabelWidthRatio(0.35f);
        names.setLowerMargin(0.02);
        names.setUpperMargin(0.02);
        names.setCategoryMargin(0.12);
    }

    /** Names beneath columns lean when there is no room for them side by side. */
    private static CategoryLabelPositions names(CategoryDataset columns) {
        return columns.getColumnCount() > MOST_NAMES_SIDE_BY_SIDE
                ? CategoryLabelPositions.UP_45
                : CategoryLabelPositions.STANDARD;
    }

    /** As the axis writes them, which knows the language of the report. */
    private static NumberFormat numbers(ValueAxis axis) {
        return axis instanceof NumberAxis numbers && numbers.getNumberFormatOverride() != null
                ? numbers.getNumberFormatOverride()
                : NumberFormat.getIntegerInstance();
    }

    private static void lookOf(BarRenderer bars, NumberFormat numbers) {
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setMaximumBarWidth(0.16);
        bars.setDefaultItemLabelGenerator(new NonZero(numbers));
        bars.setSeriesItemLabelPaint(0, Color.WHITE);
    }

    /** Labels that leave out the zeros, which would stand on top of their neighbours. */
    private static final class NonZero extends StandardCategoryItemLabelGenerator {

        NonZero(NumberFormat numbers) {
            super("{2}", numbers);
        }

        @Override
        public String generateLabel(CategoryDataset dataset, int row, int column) {
            Number value = dataset.getValue(row, column);
            return value == null || value.longValue() == 0 ? "" : super.generateLabel(dataset, row, column);
        }
    }
}
