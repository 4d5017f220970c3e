package io.almoner.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** A chart of a web page: bars of plain elements, which any browser prints. */
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
        long longest = chart.categories().stream().mapToLong(this::sum).max().orElse(1);
        for (String category : chart.categories()) {
            html.write("<div><span>" + ReportPage.escaped(category) + "</span><p>");
            for (int number = 0; number < series.size(); number++) {
                bar(html, number, chart.value(series.get(number), category), longest);
            }
            html.write("</p></div>\n");
        }
        html.write("</figure>\n");
    }

    private long sum(String category) {
        return chart.series().stream()
                .mapToLong(series -> chart.value(series, category))
                .sum();
    }

    private void bar(Writer html, int number, long value, long longest) throws IOException {
        if (value > 0) {
            html.write(String.format(
                    Locale.ROOT,
                    "<b class=\"series%d\" style=\"width:%.2f%%\">%s</b>",
                    number,
                    100.0 * value / longest,
                    texts.shown(Kind.WHOLE, value)));
        }
    }
}
