package io.almoner.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import io.almoner.intake.FormulaGuard;

/** CSV: UTF-8 with a byte order mark, which Excel needs to show names right, RFC 4180, no cell that starts a formula. */
final class TextTable implements TableFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;
    private final FormulaGuard formulas = new FormulaGuard();

    TextTable(OutputStream stream, List<String> header) throws IOException {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(header);
    }

    @Override
    public void write(List<Cell> row) throws IOException {
        printer.printRecord(row.stream().map(cell -> formulas.guard(cell.text())));
    }

    @Override
    public void close() throws IOException {
        // the stream belongs to whoever opened it
        printer.flush();
    }
}
