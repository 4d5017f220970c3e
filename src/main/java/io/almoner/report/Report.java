package io.almoner.report;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a report shows, in the reader's language, whatever it is written as.
 *
 * @param name its design's name; {@code NAME.title} and so on are its texts
 * @param count how many rows it is about; an empty report says that there is nothing
 * @param figures most important first
 * @param notes how the figures are to be read
 * @param charts in the order in which they are read, at most one of each form
 * @param tables in the order in which they are read
 * @param facts what its design asks for besides, by name
 * @param steps what to do next, the most urgent first
 */
record Report(
        String name,
        ReportHeader header,
        long count,
        List<Figure> figures,
        List<String> notes,
        List<Chart> charts,
        List<Table<?>> tables,
        Map<String, @Nullable Object> facts,
        List<String> steps) {

    boolean isEmpty() {
        return count == 0;
    }

    /** The charts that have something to show. */
    List<Chart> drawnCharts() {
        return charts.stream().filter(Chart::isDrawn).toList();
    }

    /** The tables that stand in the summary. */
    List<Table<?>> briefTables() {
        return tables.stream().filter(table -> table.sheet() == null).toList();
    }

    /** The tables that may be long. */
    List<Table<?>> detailTables() {
        return tables.stream().filter(table -> table.sheet() != null).toList();
    }
}
