package io.almoner.returns;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import io.almoner.intake.FormulaGuard;
import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;

/**
 * Everything that the rules had to say in one run, errors, warnings and information, as one CSV file: {@code severity,
 * code, file, row, column, value, reason, hint}. UTF-8 with a byte order mark, because people open it in Excel; RFC 4180.
 * Findings are written as they are added, in that order.
 */
public final class FindingsFile implements Closeable {

    private final StagedFile file;
    private final CSVPrinter printer;
    private final Messages messages;
    private final ColumnLabel label = new ColumnLabel();
    private final KeyShape keys = new KeyShape();
    private final FormulaGuard formulas = new FormulaGuard();

    private FindingsFile(StagedFile file, CSVPrinter printer, Messages messages) {
        this.file = file;
        this.printer = printer;
        this.messages = messages;
    }

    /**
     * Begins the file; it stands there only after {@link #commit()}.
     *
     * @throws IOException when the disk refuses
     */
    public static FindingsFile open(Path target, Messages messages) throws IOException {
        StagedFile file = StagedFile.open(target, StagedFile.Access.SHARED);
        try {
            Writer writer = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
            writer.write(ByteOrderMark.CHARACTER);
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            printer.printRecord("severity", "code", "file", "row", "column", "value", "reason", "hint");
            return new FindingsFile(file, printer, messages);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Adds what was said of a row. */
    public void add(SourceTable table, int row, Finding finding) throws IOException {
        String column = finding.column() == null ? null : label.of(table, finding.column());
        print(finding, table.label(), String.valueOf(row), column);
    }

    /** Adds what was said of a whole table, such as an unknown column of its header. */
    public void add(SourceTable table, Finding finding) throws IOException {
        add(table, table.headerRow(), finding);
    }

    /** Adds what was said of a row as a whole, of a file that is not at hand. */
    public void add(String source, int row, Finding finding) throws IOException {
        print(finding, source, String.valueOf(row), null);
    }

    /** Adds what was said of the run: it has no file, row and column. */
    public void add(Finding finding) throws IOException {
        print(finding, "", "", finding.column());
    }

    /** Puts the file in its place and gives its absolute path. */
    public Path commit() throws IOException {
        printer.flush();
        file.commit();
        return file.target();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void print(Finding finding, String source, String row, @Nullable String column) throws IOException {
        printer.printRecord(
                finding.severity().letter(),
                finding.rule().code(),
                formulas.guard(source),
                row,
                formulas.guard(Objects.requireNonNullElse(column, "")),
                safe(Objects.requireNonNullElse(finding.value(), "")),
                safe(messages.reason(finding)),
                safe(messages.hint(finding)));
    }

    private String safe(String text) {
        return formulas.guard(keys.masked(text));
    }
}
