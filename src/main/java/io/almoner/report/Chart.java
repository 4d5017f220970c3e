package io.almoner.report;

import java.util.List;

/**
 * The chart of a report: stacked bars.
 *
 * @param bars ordered by category; every category has a piece of every series, in the same order
 */
record Chart(String title, List<Piece> bars) {

    Chart {
        bars = List.copyOf(bars);
    }

    /** A piece of a category's bar. */
    record Piece(String series, String category, long value) {}

    boolean isEmpty() {
        return bars.stream().allMatch(piece -> piece.value() == 0);
    }
}
