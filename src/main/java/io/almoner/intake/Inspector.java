package io.almoner.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks into files without using them: what they are taken for, and how they begin. */
public final class Inspector {

    private static final int FIRST_ROWS = 5;

    private final Intake intake;

    public Inspector(Intake intake) {
        this.intake = intake;
    }

    /**
     * What would be read.
     *
     * @throws UnusableInputException as {@link Intake#identify} does
     */
    public Inspection inspect(List<Path> sources, ReadOptions options) {
        Identified found = intake.identify(sources, options);
        return new Inspection(found.tables().stream().map(this::table).toList(), found.ignored());
    }

    private Inspection.Table table(SourceTable table) {
        return new Inspection.Table(
                table.label(),
                table.layout().name(),
                table.format(),
                table.encoding(),
                table.delimiter(),
                table.headerRow(),
                table.sha256(),
                columns(table),
                firstRows(table),
                table.findings());
    }

    private static List<Inspection.Column> columns(SourceTable table) {
        List<LayoutColumn> known = table.layout().columns();
        List<String> headers = new MaskedCells(table).header(table.headers());
        List<Inspection.Column> columns = new ArrayList<>();
        for (int position = 0; position < headers.size(); position++) {
            int ordinal = table.positions().indexOf(position);
            String column = ordinal < 0 ? null : known.get(ordinal).name();
            columns.add(new Inspection.Column(headers.get(position), position, column));
        }
        for (int ordinal = 0; ordinal < known.size(); ordinal++) {
            if (table.positions().get(ordinal) < 0) {
                columns.add(new Inspection.Column(null, -1, known.get(ordinal).name()));
            }
        }
        return columns;
    }

    private List<Row> firstRows(SourceTable table) {
        MaskedCells masked = new MaskedCells(table);
        List<Row> first = new ArrayList<>();
        try (RowCursor rows = intake.open(table)) {
            Row row = rows.next();
            while (row != null && first.size() < FIRST_ROWS) {
                first.add(new Row(row.number(), row.kind(), masked.of(row.cells()), row.defects()));
                row = rows.next();
            }
        }
        return first;
    }
}
