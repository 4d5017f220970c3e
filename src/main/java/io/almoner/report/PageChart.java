package io.almoner.report;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.almoner.report.Chart.Piece;

/** A chart of a web page: bars of plain elements, which any browser prints. */
final class PageChart {

    private final Chart chart;
    private final Texts texts;

    PageChart(Chart chart, Texts texts) {
        this.chart = chart;
        this.texts = texts;
    }

    void writeTo(Writer html) throws IOException {
        if (chart.isEmpty()) {
            return;
        }
        html.write("<h2>" + ReportPage.escaped(chart.title()) + "</h2>\n<figure>\n<figcaption>");
        List<String> series =
                chart.bars().stream().map(Piece::series).distinct().toList();
        for (int number = 0; number < series.size(); number++) {
            html.write("<i class=\"series" + number + "\"></i>" + ReportPage.escaped(series.get(number)) + " ");
        }
        html.write("</figcaption>\n");
        Map<String, Long> sums = new LinkedHashMap<>();
        chart.bars().forEach(piece -> sums.merge(piece.category(), piece.value(), Long::sum));
        long longest = sums.values().stream().mapToLong(Long::longValue).max().orElse(1);
        for (String category : sums.keySet()) {
            html.write("<div><span>" + ReportPage.escaped(category) + "</span><p>");
            for (Piece piece : chart.bars()) {
                if (piece.category().equals(category) && piece.value() > 0) {
                    bar(html, piece, series.indexOf(piece.series()), longest);
                }
            }
            html.write("</p></div>\n");
        }
        html.write("</figure>\n");
    }

    private void bar(Writer html, Piece piece, int number, long longest) throws IOException {
        html.write(String.format(
                Locale.ROOT,
                "<b class=\"series%d\" style=\"width:%.2f%%\">%s</b>",
                number,
                100.0 * piece.value() / longest,
                texts.shown(Kind.WHOLE, piece.value())));
    }
}
