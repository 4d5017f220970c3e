package io.almoner.drift;

import java.util.Arrays;
import java.util.Objects;

/** One row of a table, whose cells can be changed. */
final class Line {

    private final Sheet sheet;
    private final String[] cells;

    Line(Sheet sheet, String... cells) {
        if (cells.length != sheet.columns().size()) {
            throw new IllegalArgumentException(sheet + " " + Arrays.toString(cells));
        }
        this.sheet = sheet;
        this.cells = cells;
    }

    String get(String column) {
        return cells[position(column)];
    }

    Line set(String column, String value) {
        cells[position(column)] = value;
        return this;
    }

    Line copy() {
        return new Line(sheet, cells.clone());
    }

    private int position(String column) {
        return Objects.checkIndex(sheet.columns().indexOf(column), cells.length);
    }

    String csv() {
        return Csv.line(cells);
    }
}
