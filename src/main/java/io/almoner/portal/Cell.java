package io.almoner.portal;

import java.time.LocalDate;
import java.util.List;

import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import io.almoner.book.Words;
import io.almoner.returns.SheetText;

/** A value of an exported row: the same in a text file and in a workbook, each in its own way. */
sealed interface Cell {

    /** Nothing. */
    Cell EMPTY = new Text("");

    /** What stands in a text file; empty when there is nothing. */
    String text();

    /** Writes it into a sheet with its type. */
    void write(Worksheet sheet, int row, int column);

    static Cell of(@Nullable String text) {
        return text == null ? EMPTY : new Text(text);
    }

    static Cell of(@Nullable Long number) {
        return number == null ? EMPTY : new Count(number);
    }

    static Cell of(@Nullable LocalDate date) {
        return date == null ? EMPTY : new Day(date);
    }

    static Cell yesNo(boolean yes) {
        return new Text(yes ? "Yes" : "No");
    }

    static Cell word(@Nullable Enum<?> constant) {
        return constant == null ? EMPTY : new Text(Words.label(constant));
    }

    /** Text that may be long: in a sheet it is broken into lines. */
    static Cell wrapped(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Lines(text);
    }

    static Cell list(List<String> parts) {
        return new Text(String.join(";", parts));
    }

    /** Text, also when it is made of digits. */
    record Text(String text) implements Cell {

        @Override
        public void write(Worksheet sheet, int row, int column) {
            new SheetText(sheet).write(row, column, text);
        }
    }

    /** Text over several lines of its cell. */
    record Lines(String text) implements Cell {

        @Override
        public void write(Worksheet sheet, int row, int column) {
            new SheetText(sheet).write(row, column, text);
            sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
    }

    /** A whole number. */
    record Count(long number) implements Cell {

        @Override
        public String text() {
            return Long.toString(number);
        }

        @Override
        public void write(Worksheet sheet, int row, int column) {
            sheet.value(row, column, number);
        }
    }

    /** A date. */
    record Day(LocalDate date) implements Cell {

        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public void write(Worksheet sheet, int row, int column) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        }
    }
}
