package io.almoner.report;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the design, section by section, in one pass: the sums, what ends soon, the benefits, the people. Only the current
 * row is in memory.
 */
final class AllocationsDataSource implements JRDataSource, AutoCloseable {

    private final Glyphs glyphs;
    private final Iterator<Rows<Map<String, Object>>> sections;
    private Stream<Map<String, Object>> section = Stream.empty();
    private Iterator<Map<String, Object>> rows = Collections.emptyIterator();
    private Map<String, Object> row = Map.of();

    AllocationsDataSource(AllocationsReport report, Texts texts, Glyphs glyphs) {
        this.glyphs = glyphs;
        DesignRows design = new DesignRows(texts, report.header().on());
        KeyFigures figures = report.figures();
        List<Rows<Map<String, Object>>> inOrder = List.of(
                () -> figures.totals().stream().map(design::total),
                () -> figures.ending().stream().map(design::ending),
                () -> report.benefits().open().map(design::benefit),
                () -> report.assignments().open().map(design::assignment));
        sections = inOrder.iterator();
    }

    @Override
    public boolean next() {
        // one section after the other by hand: flatMap would read a whole section ahead
        while (!rows.hasNext()) {
            if (!sections.hasNext()) {
                return false;
            }
            section.close();
            section = sections.next().open();
            rows = section.iterator();
        }
        row = rows.next();
        return true;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        Object value = row.get(field.getName());
        return value instanceof String text ? glyphs.drawable(text) : value;
    }

    @Override
    public void close() {
        section.close();
    }
}
