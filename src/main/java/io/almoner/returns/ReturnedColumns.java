package io.almoner.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;

import io.almoner.intake.AddedColumn;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;

/**
 * How a row of a source becomes a row of its rejects file: the source's own columns in their order, then ours. Ours are
 * replaced when the source is itself a rejects file.
 */
final class ReturnedColumns {

    private static final List<AddedColumn> ADDED =
            List.of(AddedColumn.STATUS, AddedColumn.CODE, AddedColumn.REASON, AddedColumn.HINT, AddedColumn.ROW);

    private final SourceTable table;
    private final SecretCells secrets;
    private final List<Integer> kept = new ArrayList<>();
    private final int formerExtra;
    private boolean extra;

    ReturnedColumns(SourceTable table, SecretCells secrets) {
        this.table = table;
        this.secrets = secrets;
        for (int i = 0; i < table.headers().size(); i++) {
            if (AddedColumn.of(table.headers().get(i)).isEmpty()) {
                kept.add(i);
            }
        }
        this.formerExtra = AddedColumn.EXTRA.in(table.headers());
    }

    /** Takes notice of a row that will be written: one with cells beyond the header makes a column for them. */
    void announce(Row row) {
        extra |= !beyond(row).isEmpty() || !former(row).isEmpty();
    }

    /** The header: the source's headers as they stand there, and ours. */
    List<String> header() {
        List<String> header = new ArrayList<>();
        kept.forEach(position -> header.add(table.headers().get(position)));
        ADDED.forEach(column -> header.add(column.header()));
        if (extra) {
            header.add(AddedColumn.EXTRA.header());
        }
        return header;
    }

    /** The source's own cells, secrets masked; missing ones at the end are empty. */
    List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(kept.size());
        kept.forEach(position -> cells.add(cell(row, position)));
        return cells;
    }

    /**
     * What goes below {@code Almoner Extra}: nothing when no row needs that column, else one text. Cells beyond the
     * header stand in it as one record of a CSV file, after what an earlier rejects file had there.
     */
    List<String> extra(Row row) {
        if (!extra) {
            return List.of();
        }
        List<String> beyond = beyond(row);
        String added = beyond.isEmpty() ? "" : CSVFormat.RFC4180.format(beyond.toArray());
        return List.of(
                Stream.of(former(row), added).filter(text -> !text.isEmpty()).collect(Collectors.joining(",")));
    }

    /** How many columns are the source's own; ours follow. */
    int width() {
        return kept.size();
    }

    /** Where a column of the source stands in the rejects file; -1 when it does not. */
    int target(int position) {
        return kept.indexOf(position);
    }

    private String former(Row row) {
        return formerExtra < 0 ? "" : cell(row, formerExtra);
    }

    private List<String> beyond(Row row) {
        List<String> beyond = new ArrayList<>();
        for (int i = table.headers().size(); i < row.cells().size(); i++) {
            beyond.add(cell(row, i));
        }
        return beyond.stream().allMatch(String::isBlank) ? List.of() : beyond;
    }

    private String cell(Row row, int position) {
        return position < row.cells().size()
                ? secrets.masked(position, row.cells().get(position))
                : "";
    }
}
