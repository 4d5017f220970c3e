package io.almoner.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A report that was written, in a few lines: what a mail says of it. Every text is in the report's language.
 *
 * @param name one of {@link Reports#NAMES}
 * @param title its title
 * @param organisations whom it is about
 * @param nothing what an empty report says; null when there is something
 * @param figures those of its cover, in their order
 * @param files where it stands
 */
public record Briefing(
        String name,
        String title,
        String organisations,
        @Nullable String nothing,
        List<KeyFigure> figures,
        List<Path> files) {

    /**
     * A figure of the cover.
     *
     * @param name how scripts call it
     * @param label how people call it
     * @param value as people read it
     * @param note what stands beneath it in small print
     */
    public record KeyFigure(
            String name,
            String label,
            String value,
            @Nullable String note) {

        private static KeyFigure of(Figure figure, Texts texts) {
            String value = figure.value() == null ? "\u2013" : texts.shown(figure.kind(), figure.value());
            return new KeyFigure(figure.name(), figure.label(), value, figure.note());
        }
    }

    static Briefing of(String name, Report report, Locale language, List<Path> files) {
        Texts texts = new Texts(language);
        return new Briefing(
                name,
                texts.text(report.name() + ".title"),
                texts.organisations(report.header()),
                report.isEmpty() ? texts.text(report.name() + ".empty") : null,
                report.isEmpty()
                        ? List.of()
                        : report.figures().stream()
                                .filter(figure -> figure.place() == Figure.Place.COVER)
                                .map(figure -> KeyFigure.of(figure, texts))
                                .toList(),
                List.copyOf(files));
    }
}
