package io.almoner.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Writes a report as one web page that needs nothing else: no script, no picture, no font from elsewhere, and a policy in
 * its head that lets browsers load none.
 */
final class ReportPage {

    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final long WIDEST = 16;
    private static final int MOST_OF_A_PAGE = 10;

    private final Report report;
    private final Texts texts;
    private final Writer html;

    ReportPage(Report report, Texts texts, OutputStream out) {
        this.report = report;
        this.texts = texts;
        this.html = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void write() throws IOException {
        head();
        header();
        if (report.isEmpty()) {
            element("h2", null, texts.text(report.name() + ".empty"));
            element("p", null, texts.text(report.name() + ".empty.hint"));
        } else {
            figures();
            for (Chart chart : report.drawnCharts()) {
                new PageChart(chart, texts).writeTo(html);
            }
            for (Table<?> table : report.tables()) {
                table(table);
            }
        }
        html.write("</main>\n</body>\n</html>\n");
        html.flush();
    }

    private void head() throws IOException {
        html.write("<!DOCTYPE html>\n<html lang=\"" + texts.locale().toLanguageTag() + "\">\n<head>\n");
        html.write(
                "<meta charset=\"UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.write("<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        element("title", null, texts.text(report.name() + ".title"));
        html.write("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    }

    private static String style() throws IOException {
        try (InputStream css = ReportPage.class.getResourceAsStream("/reports/report.css")) {
            return new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void header() throws IOException {
        ReportHeader header = report.header();
        element("h1", null, texts.text(report.name() + ".title"));
        element("p", "organisations", texts.organisations(header));
        html.write("<dl>\n");
        meta("meta.purpose", texts.text(report.name() + ".purpose"));
        meta("meta.on", texts.day(header.on()));
        meta("meta.generated", texts.generated(header));
        meta("meta.policy", header.policy());
        meta("meta.filters", texts.filters(header));
        html.write("</dl>\n");
    }

    private void meta(String key, String value) throws IOException {
        element("dt", null, texts.text(key));
        element("dd", null, value);
    }

    private void figures() throws IOException {
        html.write("<ul class=\"figures\">\n");
        for (Figure figure : report.figures()) {
            html.write("<li class=\"" + (figure.place() == Figure.Place.COVER ? "tile" : "small") + "\">");
            element("span", "label", figure.label());
            element("b", null, figure.value() == null ? "\u2013" : texts.shown(figure.kind(), figure.value()));
            if (figure.note() != null) {
                element("span", "note", figure.note());
            }
            html.write("</li>\n");
        }
        html.write("</ul>\n");
        html.write("<section class=\"next\">\n");
        element("h2", null, texts.text("steps.title"));
        html.write("<ul>\n");
        for (String step : report.steps()) {
            element("li", null, step);
        }
        html.write("</ul>\n</section>\n");
        for (String note : report.notes()) {
            element("p", "note", note);
        }
    }

    private <T> void table(Table<T> table) throws IOException {
        try (Stream<T> rows = table.rows().open()) {
            Iterator<T> lines = rows.iterator();
            if (!lines.hasNext()) {
                return;
            }
            element("h2", null, table.heading());
            String width = table.fields().size() > MOST_OF_A_PAGE ? "wide many" : "wide";
            html.write("<div class=\"" + width + "\" tabindex=\"0\">\n<table>\n<thead><tr>");
            for (Field<T> field : table.fields()) {
                head(field);
            }
            html.write("</tr></thead>\n<tbody>\n");
            while (lines.hasNext()) {
                row(table.fields(), lines.next());
            }
        }
        html.write("</tbody>\n");
        if (table.total() != null) {
            html.write("<tfoot>\n");
            row(table.fields(), table.total());
            html.write("</tfoot>\n");
        }
        html.write("</table>\n</div>\n");
    }

    /** Text is wide enough for a word: a narrow page is scrolled, not squeezed. Figures never break and need no width. */
    private void head(Field<?> field) throws IOException {
        String styled = side(field);
        html.write("<th scope=\"col\"");
        html.write(
                styled == null
                        ? " style=\"min-width:" + Math.min(WIDEST, Math.round(field.width() * 3 / 4)) + "ch\">"
                        : " class=\"" + styled + "\">");
        html.write(escaped(field.title(texts)) + "</th>");
    }

    private <T> void row(List<Field<T>> fields, T line) throws IOException {
        html.write("<tr>");
        for (Field<T> field : fields) {
            element("td", side(field), texts.shown(field.kind(), field.value().apply(line)));
        }
        html.write("</tr>\n");
    }

    private static @Nullable String side(Field<?> field) {
        return switch (field.kind()) {
            case TEXT -> null;
            case WHOLE, SHARE -> "number";
            case DAY -> "day";
        };
    }

    private void element(String name, @Nullable String styled, String text) throws IOException {
        html.write("<" + name + (styled == null ? "" : " class=\"" + styled + "\"") + direction(text) + ">");
        html.write(escaped(text));
        html.write("</" + name + ">" + (name.startsWith("t") ? "" : "\n"));
    }

    /** Text that is read from right to left turns nothing around it. */
    private static String direction(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? " dir=\"auto\"" : "";
    }

    /** Text that can start no element, no reference and no attribute, without what no page may hold. */
    static String escaped(String text) {
        return TURNING.matcher(Column.fitting(text))
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
