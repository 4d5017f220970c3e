package io.almoner.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a table's rows say, as one text each: equal for rows whose judged cells are equal, in whatever file, order of columns
 * or form of numbers and dates they stand, and never equal for others.
 */
public final class RowContent {

    private final SourceTable table;
    private final @Nullable String organisation;
    private final List<LayoutColumn> columns;
    private final ExtraCells extra;

    /**
     * @param organisation the organisation (OrgId) of a table that names none; null when that is not known
     */
    public RowContent(SourceTable table, @Nullable String organisation) {
        this.table = table;
        this.organisation = CommandReader.namesItsOrganisation(table) ? null : organisation;
        this.columns = table.layout().columns().stream()
                .filter(column -> !column.ignored())
                .toList();
        this.extra = new ExtraCells(table);
    }

    /** The text; empty when a cell cannot be believed or stands where no column is. */
    public Optional<String> of(Row row) {
        if (extra.filled(row) > 0) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(table.layout().name());
        append(text, Objects.requireNonNullElse(organisation, ""));
        for (LayoutColumn column : columns) {
            int position = table.position(column.name());
            if (row.defects().containsKey(position)) {
                return Optional.empty();
            }
            append(text.append('\n').append(column.name()), cell(row, position));
        }
        return Optional.of(text.toString());
    }

    /** The length before the cell keeps its text from being taken for the next one's. */
    private static void append(StringBuilder text, String cell) {
        text.append(' ').append(cell.length()).append(' ').append(cell);
    }

    private static String cell(Row row, int position) {
        return position < 0 || position >= row.cells().size()
                ? ""
                : Whitespace.trim(row.cells().get(position));
    }
}
