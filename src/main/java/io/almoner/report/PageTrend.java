package io.almoner.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** A trend on a web page: columns over time, drawn in the page itself, with the same colours as bars. */
final class PageTrend {

    private static final int WIDTH = 900;
    private static final int TOP = 16;
    private static final int HEIGHT = 140;
    private static final int NAMES = 18;
    private static final double SHARE_OF_COLUMN = 0.6;
    private static final int ROOM_FOR_A_NAME = 72;

    private final Chart chart;
    private final Texts texts;
    private final List<String> categories;

    PageTrend(Chart chart, Texts texts) {
        this.chart = chart;
        this.texts = texts;
        this.categories = chart.categories();
    }

    void writeTo(Writer html) throws IOException {
        html.write(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH,
                TOP + HEIGHT + NAMES,
                ReportPage.escaped(chart.description(texts))));
        for (int point = 0; point < categories.size(); point++) {
            column(html, point);
        }
        html.write("</svg>\n");
    }

    private void column(Writer html, int point) throws IOException {
        String category = categories.get(point);
        double top = TOP + HEIGHT;
        for (int series = 0; series < chart.series().size(); series++) {
            long value = chart.value(chart.series().get(series), category);
            double height = (double) HEIGHT * value / chart.highest();
            top -= height;
            rectangle(html, series, (point + (1 - SHARE_OF_COLUMN) / 2) * step(), top, height);
        }
        if (isNamed(point)) {
            text(html, point, top - 4, texts.shown(Kind.WHOLE, chart.sum(category)));
            text(html, point, TOP + HEIGHT + NAMES - 4.0, category);
        }
    }

    private void rectangle(Writer html, int series, double left, double top, double height) throws IOException {
        html.write(String.format(
                Locale.ROOT,
                "<rect class=\"series%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                series,
                left,
                top,
                step() * SHARE_OF_COLUMN,
                height));
    }

    private void text(Writer html, int point, double y, String text) throws IOException {
        html.write(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                (point + 0.5) * step(),
                y,
                ReportPage.escaped(text)));
    }

    private double step() {
        return (double) WIDTH / categories.size();
    }

    /** Names that would run into each other are left out, beginning with the last point, which always has one. */
    private boolean isNamed(int point) {
        int every = (int) Math.ceil(ROOM_FOR_A_NAME / step());
        return (categories.size() - 1 - point) % every == 0;
    }
}
