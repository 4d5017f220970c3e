package io.almoner.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.apache.commons.text.StringEscapeUtils;

import io.almoner.mail.News.NamedValue;

/**
 * What a letter says, as plain text and as HTML: nothing that was read from a file can act as markup, and nothing is loaded
 * from elsewhere.
 *
 * @param title in large letters
 * @param passages below it
 * @param origin the last line, small
 */
record Page(String title, List<Passage> passages, String origin) {

    private static final String FONT = "font-family:Segoe UI,Helvetica,Arial,sans-serif;";

    String text() {
        StringBuilder text = new StringBuilder(plain(title)).append("\n");
        for (Passage passage : passages) {
            text.append("\n").append(plain(passage.heading())).append("\n");
            new FigureLines(passage.figures())
                    .lines()
                    .forEach(line -> text.append("  ").append(plain(line)).append("\n"));
            passage.lines()
                    .forEach(line -> text.append("  ").append(plain(line)).append("\n"));
        }
        return text.append("\n-- \n").append(plain(origin)).append("\n").toString();
    }

    String html(Locale language) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(language.toLanguageTag())
                .append("\"><head><meta charset=\"UTF-8\"><title>")
                .append(escaped(title))
                .append("</title></head>\n<body style=\"" + FONT + "color:#222;max-width:46em\">\n")
                .append("<h1 style=\"font-size:1.3em;font-weight:600\">" + escaped(title) + "</h1>\n");
        passages.forEach(passage -> add(passage, html));
        return html.append("<p style=\"color:#666;font-size:0.85em\">")
                .append(escaped(origin))
                .append("</p>\n</body></html>\n")
                .toString();
    }

    private static void add(Passage passage, StringBuilder html) {
        html.append("<h2 style=\"font-size:1em;margin:1.4em 0 0.3em\">")
                .append(escaped(passage.heading()))
                .append("</h2>\n");
        if (!passage.figures().isEmpty()) {
            html.append("<table style=\"border-collapse:collapse\">\n");
            passage.figures().forEach(figure -> html.append(row(figure)));
            html.append("</table>\n");
        }
        passage.lines()
                .forEach(line -> html.append("<p style=\"margin:0.2em 0\">")
                        .append(escaped(line))
                        .append("</p>\n"));
    }

    private static String row(NamedValue figure) {
        String note = Objects.requireNonNullElse(figure.note(), "");
        return "<tr>" + cell("left", figure.name()) + cell("right", figure.value())
                + (note.isEmpty() ? "" : cell("left;color:#666;font-size:0.85em", note)) + "</tr>\n";
    }

    private static String cell(String side, String text) {
        return "<td style=\"border-bottom:1px solid #ddd;padding:0.2em 2em 0.2em 0;text-align:" + side + "\">"
                + escaped(text) + "</td>";
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeHtml4(plain(text));
    }

    /** What would steer a terminal or break a line is left out. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
