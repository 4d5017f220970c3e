package io.almoner.mail;

import java.util.List;

import io.almoner.mail.News.NamedValue;
import io.almoner.returns.TextWidth;

/** Figures as lines of plain text: names, values and notes each beneath the other. */
record FigureLines(List<NamedValue> figures) {

    private static final TextWidth WIDTH = new TextWidth();

    List<String> lines() {
        int names = widest(figures.stream().map(NamedValue::name).toList());
        int values = widest(figures.stream().map(NamedValue::value).toList());
        return figures.stream()
                .map(figure -> padded(figure.name(), names) + "  "
                        + (figure.note() == null
                                ? figure.value()
                                : padded(figure.value(), values) + "  " + figure.note()))
                .toList();
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(WIDTH::of).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - WIDTH.of(text));
    }
}
