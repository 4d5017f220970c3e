package io.almoner.intake;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The rows of a sheet below its header, which close the workbook with them. */
final class WorkbookRows implements RowSource {

    private final WorkbookFile file;
    private final RowSource rows;

    private WorkbookRows(WorkbookFile file, RowSource rows) {
        this.file = file;
        this.rows = rows;
    }

    static WorkbookRows open(SourceTable table, String sheet) throws IOException {
        WorkbookFile file = WorkbookFile.open(Source.of(table), table.format());
        try {
            RowSource rows = file.workbook().rows(sheet);
            Row row = rows.next();
            while (row != null && row.number() < table.headerRow()) {
                row = rows.next();
            }
            return new WorkbookRows(file, rows);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public @Nullable Row next() {
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
        file.close();
    }
}
