package io.almoner.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A chart of a report: stacked bars, one for each category.
 *
 * @param pieces ordered by category; every category has a piece of every series, in the same order
 */
record Chart(Form form, String title, List<Piece> pieces) {

    /** How it is drawn. */
    enum Form {
        /** Bars that lie, in any order that is easy to read. */
        BARS,
        /** Columns that stand; their categories are days or months, in order. */
        TREND
    }

    Chart {
        pieces = List.copyOf(pieces);
    }

    static Chart bars(String title, List<Piece> pieces) {
        return new Chart(Form.BARS, title, pieces);
    }

    static Chart trend(String title, List<Piece> pieces) {
        return new Chart(Form.TREND, title, pieces);
    }

    /** A piece of a category's bar. */
    record Piece(String series, String category, long value) {}

    List<String> series() {
        return pieces.stream().map(Piece::series).distinct().toList();
    }

    List<String> categories() {
        return pieces.stream().map(Piece::category).distinct().toList();
    }

    /** Categories of the same name, such as two organisations, are one. */
    long value(String series, String category) {
        return pieces.stream()
                .filter(piece ->
                        piece.series().equals(series) && piece.category().equals(category))
                .mapToLong(Piece::value)
                .sum();
    }

    /** The length of a category's bar. */
    long sum(String category) {
        return series().stream().mapToLong(series -> value(series, category)).sum();
    }

    /** The length of the longest bar. */
    long highest() {
        return categories().stream().mapToLong(this::sum).max().orElse(0);
    }

    /** Whether there is something to see; one point is no trend. */
    boolean isDrawn() {
        boolean zero = pieces.stream().allMatch(piece -> piece.value() == 0);
        return !zero && (form == Form.BARS || categories().size() > 1);
    }

    /** What it shows, in words and figures, for people who do not see it. */
    String description(Texts texts) {
        return categories().stream()
                .map(category -> category + ": " + figures(category, texts))
                .collect(Collectors.joining("; ", title + ". ", ""));
    }

    private String figures(String category, Texts texts) {
        return series().stream()
                .map(series -> series + " " + texts.shown(Kind.WHOLE, value(series, category)))
                .collect(Collectors.joining(", "));
    }
}
