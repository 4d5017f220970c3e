package io.almoner.returns;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import io.almoner.intake.FormulaGuard;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;

/** Writes the refused rows of a text file in its own encoding and with its own delimiter. */
final class TextRejects {

    private final RefusedRows rows;
    private final Explanation explanation;
    private final FormulaGuard formulas = new FormulaGuard();
    private final ByteOrderMark mark = new ByteOrderMark();

    /** How text becomes bytes. */
    private record Encoding(Charset charset, boolean marked, CodingErrorAction unknown) {

        Writer open(StagedFile file) throws IOException {
            CharsetEncoder encoder =
                    charset.newEncoder().onMalformedInput(unknown).onUnmappableCharacter(unknown);
            Writer writer = new OutputStreamWriter(file.stream(), encoder);
            if (marked) {
                writer.write(ByteOrderMark.CHARACTER);
            }
            return writer;
        }
    }

    TextRejects(RefusedRows rows, Explanation explanation) {
        this.rows = rows;
        this.explanation = explanation;
    }

    /** Writes one file; in UTF-8 with its mark when the source's encoding lacks a character that must stand there. */
    RejectsFile write(Refused refused, ReturnedColumns columns, Path target) throws IOException {
        Charset charset = Objects.requireNonNullElse(refused.table().encoding(), StandardCharsets.UTF_8);
        boolean marked = mark.begins(refused.table(), charset);
        long count = refused.rows().cardinality();
        try {
            write(refused, columns, target, new Encoding(charset, marked, CodingErrorAction.REPORT));
            return new RejectsFile(target, count, charset, false);
        } catch (CharacterCodingException e) {
            Charset all = StandardCharsets.UTF_8;
            write(refused, columns, target, new Encoding(all, true, CodingErrorAction.REPLACE));
            return new RejectsFile(target, count, all, !all.equals(charset));
        }
    }

    private void write(Refused refused, ReturnedColumns columns, Path target, Encoding encoding) throws IOException {
        try (StagedFile file = StagedFile.open(target, StagedFile.Access.SHARED)) {
            CSVPrinter printer = new CSVPrinter(encoding.open(file), format(refused.table()));
            printer.printRecord(guarded(columns.header()));
            rows.each(refused, row -> printer.printRecord(guarded(record(refused, columns, row))));
            printer.flush();
            file.commit();
        }
    }

    private List<String> record(Refused refused, ReturnedColumns columns, Row row) {
        List<Finding> findings = explanation.refusing(refused.findings().apply(row.number()));
        List<String> cells = new ArrayList<>(columns.cells(row));
        cells.add("rejected");
        cells.add(explanation.codes(findings));
        cells.add(explanation.reasons(refused.table(), findings));
        cells.add(explanation.hints(findings));
        cells.add(String.valueOf(row.number()));
        cells.addAll(columns.extra(row));
        return cells;
    }

    private List<String> guarded(List<String> cells) {
        return cells.stream().map(formulas::guard).toList();
    }

    private static CSVFormat format(SourceTable table) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(Objects.requireNonNullElse(table.delimiter(), ','))
                .get();
    }
}
