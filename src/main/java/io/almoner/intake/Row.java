package io.almoner.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One row as it stands in the file, cells in the file's own order.
 *
 * @param number the row as its user sees it: the spreadsheet's row number; in CSV the record, the header being 1, or 2
 *     below the version row of a template; in XML the key, the first being 2
 * @param kind whether the row is to be judged or skipped
 * @param cells the text of each cell, untrimmed; empty cells are {@code ""}, never null. Excel dates are ISO 8601
 *     ({@code 2020-04-01}, with {@code T10:15:00} only when the time is not midnight), numbers are plain decimals
 *     without exponent, booleans {@code TRUE} and {@code FALSE}
 * @param defects cells that have no readable value, by their position in {@code cells}; usually empty
 */
public record Row(int number, Kind kind, List<String> cells, Map<Integer, Defect> defects) {

    /** What a row is for. */
    public enum Kind {
        /** To be judged. */
        DATA,
        /** Every cell is empty or white space. */
        BLANK,
        /** The example row of a template. */
        EXAMPLE,
        /** The version row of a portal's template. */
        VERSION
    }

    /** Why a cell has no value that could be believed; each is a text variant of FIL-005. */
    public enum Defect {
        /** The cell shows an Excel error such as {@code #N/A}. */
        ERROR_VALUE("error-value"),
        /** A formula that was never calculated. */
        FORMULA_WITHOUT_VALUE("formula"),
        /** A number of more digits than Excel keeps: the last ones are lost. */
        DIGITS_LOST("digits-lost"),
        /** A date that does not exist or is before 1900-03-01 in a workbook of the 1900 system. */
        IMPOSSIBLE_DATE("impossible-date"),
        /** The portal wrote a message where a key belongs. */
        MESSAGE_FOR_KEY("message-for-key");

        private final String variant;

        Defect(String variant) {
            this.variant = variant;
        }

        /** The variant of FIL-005's texts. */
        public String variant() {
            return variant;
        }
    }

    public Row {
        cells = Collections.unmodifiableList(cells);
        defects = Map.copyOf(defects);
    }
}
