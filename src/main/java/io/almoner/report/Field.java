package io.almoner.report;

import java.time.LocalDate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One value of a row: what a sheet, a web page and a text file show as a column, and a design by its name. Codes have
 * become words of the reader's language by then.
 *
 * @param name of the design's field; {@code column.NAME} is its title
 * @param width in characters, where it stands on a sheet
 * @param value null where it is not known
 */
record Field<T>(String name, Kind kind, double width, Function<T, @Nullable Object> value) {

    static <T> Field<T> text(String name, double width, Function<T, @Nullable String> value) {
        return new Field<>(name, Kind.TEXT, width, value::apply);
    }

    static <T> Field<T> whole(String name, double width, Function<T, @Nullable Long> value) {
        return new Field<>(name, Kind.WHOLE, width, value::apply);
    }

    static <T> Field<T> share(String name, double width, Function<T, @Nullable Double> value) {
        return new Field<>(name, Kind.SHARE, width, value::apply);
    }

    static <T> Field<T> day(String name, double width, Function<T, @Nullable LocalDate> value) {
        return new Field<>(name, Kind.DAY, width, value::apply);
    }

    String title(Texts texts) {
        return texts.text("column." + name);
    }

    /** The column of a sheet that shows it. */
    Column<T> column(Texts texts) {
        return switch (kind) {
            case TEXT -> Column.text(title(texts), width, line -> (String) value.apply(line));
            case WHOLE, SHARE ->
                Column.number(
                        title(texts), String.valueOf(texts.format(kind)), width, line -> (Number) value.apply(line));
            case DAY ->
                Column.date(
                        title(texts), String.valueOf(texts.format(kind)), width, line -> (LocalDate) value.apply(line));
        };
    }
}
