package io.almoner.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a design, table by table, in one pass; the field {@code section} says which table a row is of. Only the current
 * row is in memory.
 */
final class ReportRows implements JRDataSource, AutoCloseable {

    private final Texts texts;
    private final Glyphs glyphs;
    private final Iterator<Table<?>> tables;
    private String section = "";
    private Stream<Map<String, Object>> open = Stream.empty();
    private Iterator<Map<String, Object>> rows = Collections.emptyIterator();
    private Map<String, Object> row = Map.of();

    ReportRows(Report report, Texts texts, Glyphs glyphs) {
        this.texts = texts;
        this.glyphs = glyphs;
        this.tables = report.tables().iterator();
    }

    @Override
    public boolean next() {
        // one table after the other by hand: flatMap would read a whole table ahead
        while (!rows.hasNext()) {
            if (!tables.hasNext()) {
                return false;
            }
            open.close();
            Table<?> table = tables.next();
            section = table.section();
            open = drawn(table);
            rows = open.iterator();
        }
        row = rows.next();
        return true;
    }

    private static <T> Stream<Map<String, Object>> drawn(Table<T> table) {
        return table.rows().open().map(table.design());
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        Object value = field.getName().equals("section") ? section : row.get(field.getName());
        if (value instanceof LocalDate day) {
            return texts.day(day);
        }
        return value instanceof String text ? glyphs.drawable(text) : value;
    }

    @Override
    public void close() {
        open.close();
    }
}
