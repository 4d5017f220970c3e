package io.almoner.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A table of a report, whatever it is written as.
 *
 * @param section what designs call its rows
 * @param heading what people call it
 * @param sheet the name of its own sheet, at most 28 characters; null for a short one, which stands in the summary
 * @param design the fields that a design draws of a row, by name; what is not known is absent
 * @param total a last row that sums up the others, in the same fields; only short tables have it
 */
record Table<T>(
        String section,
        String heading,
        @Nullable String sheet,
        Rows<T> rows,
        List<Field<T>> fields,
        Function<T, Map<String, Object>> design,
        @Nullable T total) {

    /** A table that stands in the summary. */
    static <T> Table<T> brief(String section, String heading, List<T> lines, List<Field<T>> fields) {
        return new Table<>(section, heading, null, lines::stream, fields, line -> values(fields, line), null);
    }

    /** A table of any length; {@code section.SECTION} and {@code sheet.SECTION} name it. */
    static <T> Table<T> detail(String section, Texts texts, Rows<T> rows, List<Field<T>> fields) {
        return new Table<>(
                section,
                texts.text("section." + section),
                texts.text("sheet." + section),
                rows,
                fields,
                line -> values(fields, line),
                null);
    }

    Table<T> totalling(T line) {
        return new Table<>(section, heading, sheet, rows, fields, design, line);
    }

    /** The same table for a design that draws more than the fields. */
    Table<T> drawn(Function<T, Map<String, Object>> drawing) {
        return new Table<>(section, heading, sheet, rows, fields, drawing, total);
    }

    private static <T> Map<String, Object> values(List<Field<T>> fields, T line) {
        Map<String, Object> values = new HashMap<>();
        for (Field<T> field : fields) {
            Object value = field.value().apply(line);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }
}
