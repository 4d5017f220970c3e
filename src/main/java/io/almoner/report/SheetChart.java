package io.almoner.report;

/**
 * A chart on a sheet, above the table of its figures: a row for each category, a column for each series.
 *
 * @param sheet its name
 * @param top the first of the rows that it covers, counted from 0
 */
record SheetChart(Chart chart, String sheet, int top) {

    /** It covers these columns, beginning with the first. */
    static final int COLUMNS = 6;

    private static final int ROWS_AROUND_BARS = 6;
    private static final int LEAST_ROWS_OF_BARS = 4;
    private static final int ROWS_OF_A_TREND = 13;

    /** How many rows it covers; more bars need more. */
    int rows() {
        return switch (chart.form()) {
            case BARS ->
                ROWS_AROUND_BARS
                        + Math.max(LEAST_ROWS_OF_BARS, chart.categories().size());
            case TREND -> ROWS_OF_A_TREND;
        };
    }

    /** The row that names the series; the figures stand beneath it. */
    int head() {
        return top + rows() + 1;
    }

    /** Where the names of the categories stand, as formulas say it. */
    String categories() {
        return reference(0, head() + 1, head() + chart.categories().size());
    }

    /** Where the name of a series stands. */
    String name(int series) {
        return reference(series + 1, head(), head());
    }

    /** Where the figures of a series stand. */
    String values(int series) {
        return reference(series + 1, head() + 1, head() + chart.categories().size());
    }

    /** A column's cells on the sheet, whose name may hold blanks and quotes. */
    private String reference(int column, int first, int last) {
        String from = "$" + (char) ('A' + column) + "$" + (first + 1);
        String to = ":$" + (char) ('A' + column) + "$" + (last + 1);
        return "'" + sheet.replace("'", "''") + "'!" + from + (first == last ? "" : to);
    }
}
