package io.almoner.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** A chart of a web page: its title, what its colours mean, and bars of plain elements, which any browser prints. */
final class PageChart {

    private final Chart chart;
    private final Texts texts;

    PageChart(Chart chart, Texts texts) {
        this.chart = chart;
        this.texts = texts;
    }

    void writeTo(Writer html) throws IOException {
        html.write("<h2>" + ReportPage.escaped(chart.title()) + "</h2>\n<figure>\n<figcaption>");
        List<String> series = chart.series();
        for (int number = 0; number < series.size(); number++) {
            html.write("<i class=\"series" + number + "\"></i>" + ReportPage.escaped(series.get(number)) + " ");
        }
        html.write("</figcaption>\n");
        switch (chart.form()) {
            case BARS -> bars(html);
            case TREND -> new PageTrend(chart, texts).writeTo(html);
        }
        html.write("</figure>\n");
    }

    private void bars(Writer html) throws IOException {
        List<String> series = chart.series();
        for (String category : chart.categories()) {
            html.write("<div><span>" + ReportPage.escaped(category) + "</span><p>");
            for (int number = 0; number < series.size(); number++) {
                bar(html, number, chart.value(series.get(number), category));
            }
            html.write("</p></div>\n");
        }
    }

    private void bar(Writer html, int number, long value) throws IOException {
        if (value > 0) {
            html.write(String.format(
                    Locale.ROOT,
                    "<b class=\"series%d\" style=\"width:%.2f%%\">%s</b>",
                    number,
                    100.0 * value / chart.highest(),
                    texts.shown(Kind.WHOLE, value)));
        }
    }
}
