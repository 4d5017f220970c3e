package io.almoner.report;

/**
 * A chart on a sheet, beside the table of its figures: a row for each category, a column for each series.
 *
 * @param sheet its name
 * @param top the first of the rows that it covers, counted from 0; the one that names the series
 */
record SheetChart(Chart chart, String sheet, int top) {

    /** The chart covers the columns before this one, in which the names of the categories stand. */
    static final int NAMES = 2;

    private static final int ROWS_AROUND_BARS = 5;
    private static final int LEAST_ROWS = 11;

    /** How many rows it covers; more bars need more. */
    int rows() {
        return Math.max(LEAST_ROWS, ROWS_AROUND_BARS + chart.categories().size());
    }

    /** Where the names of the categories stand, as formulas say it. */
    String categories() {
        return reference(NAMES, top + 1, top + chart.categories().size());
    }

    /** Where the name of a series stands. */
    String name(int series) {
        return reference(NAMES + 1 + series, top, top);
    }

    /** Where the figures of a series stand. */
    String values(int series) {
        return reference(NAMES + 1 + series, top + 1, top + chart.categories().size());
    }

    /** A column's cells on the sheet, whose name may hold blanks and quotes. */
    private String reference(int column, int first, int last) {
        String from = "$" + (char) ('A' + column) + "$" + (first + 1);
        String to = ":$" + (char) ('A' + column) + "$" + (last + 1);
        return "'" + sheet.replace("'", "''") + "'!" + from + (first == last ? "" : to);
    }
}
