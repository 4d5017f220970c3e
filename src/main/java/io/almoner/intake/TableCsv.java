package io.almoner.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table as it was read: RFC 4180, header and rows in the file's own order and columns, secrets masked to their
 * last five characters and cells guarded against being taken for formulas. Blank, example and version rows are written
 * too.
 */
public final class TableCsv {

    private final Intake intake;
    private final FormulaGuard formulas = new FormulaGuard();

    public TableCsv(Intake intake) {
        this.intake = intake;
    }

    /**
     * Writes a whole table.
     *
     * @param out not closed; give it UTF-8
     * @throws UncheckedIOException when it cannot be written
     * @throws UnusableInputException when the table cannot be read
     */
    public void write(SourceTable table, Appendable out) {
        MaskedCells masked = new MaskedCells(table);
        try (RowCursor rows = intake.open(table)) {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            print(printer, masked.header(table.headers()));
            for (Row row = rows.next(); row != null; row = rows.next()) {
                print(printer, masked.of(row.cells()));
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(CSVPrinter printer, List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(formulas::guard).toList());
    }
}
