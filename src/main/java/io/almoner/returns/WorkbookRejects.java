package io.almoner.returns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.lang3.StringUtils;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;

/** Writes the refused rows of a workbook as a workbook with the same sheets, a summary and an explanation of the codes. */
final class WorkbookRejects {

    private static final int LONGEST_CELL = 32_767;
    private static final int ROWS_BETWEEN_FLUSHES = 1_000;

    /** Notes are kept in memory and slow Excel down; the reason stands in its own column anyway. */
    private static final int NOTES = 1_000;

    private final RefusedRows rows;
    private final Explanation explanation;
    private final Messages messages;
    private final ColumnLabel label = new ColumnLabel();

    /** One sheet's refused rows and the columns that they come back in. */
    record Sheet(Refused refused, ReturnedColumns columns) {

        String name() {
            return refused.sheetName();
        }
    }

    WorkbookRejects(RefusedRows rows, Explanation explanation, Messages messages) {
        this.rows = rows;
        this.explanation = explanation;
        this.messages = messages;
    }

    void write(List<Sheet> sheets, Path target) throws IOException {
        CodeCounts counts = new CodeCounts();
        try (StagedFile file = StagedFile.open(target, StagedFile.Access.SHARED)) {
            try (Workbook workbook = new Workbook(file.stream(), "Almoner", "1.0")) {
                for (Sheet sheet : sheets) {
                    write(sheet, workbook.newWorksheet(sheet.name()), counts);
                }
                new CodeSheets(messages).write(workbook, counts);
            }
            file.commit();
        }
    }

    private void write(Sheet sheet, Worksheet worksheet, CodeCounts counts) throws IOException {
        List<String> header = sheet.columns().header();
        new SheetHead(worksheet).write(header);
        CellWriter cells = new CellWriter(worksheet);
        int[] line = {0};
        rows.each(sheet.refused(), row -> {
            List<Finding> findings =
                    explanation.refusing(sheet.refused().findings().apply(row.number()));
            counts.add(sheet.name(), findings);
            write(sheet, cells, ++line[0], row, findings);
            mark(sheet, worksheet, line[0], findings);
            if (line[0] % ROWS_BETWEEN_FLUSHES == 0) {
                worksheet.flush();
            }
        });
        worksheet.setAutoFilter(0, 0, line[0], header.size() - 1);
        worksheet.finish();
    }

    private void write(Sheet sheet, CellWriter cells, int line, Row row, List<Finding> findings) {
        int column = 0;
        for (String cell : sheet.columns().cells(row)) {
            cells.typed(line, column++, cell);
        }
        SourceTable table = sheet.refused().table();
        cells.text(line, column++, "rejected");
        cells.text(line, column++, explanation.codes(findings));
        cells.text(line, column++, StringUtils.abbreviate(explanation.reasons(table, findings), LONGEST_CELL));
        cells.text(line, column++, StringUtils.abbreviate(explanation.hints(findings), LONGEST_CELL));
        cells.typed(line, column++, String.valueOf(row.number()));
        for (String extra : sheet.columns().extra(row)) {
            for (String piece : pieces(extra)) {
                cells.text(line, column++, piece);
            }
        }
    }

    /** A text that no cell can hold goes on in the next cells. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); start += LONGEST_CELL) {
            pieces.add(text.substring(start, Math.min(text.length(), start + LONGEST_CELL)));
        }
        return pieces;
    }

    private void mark(Sheet sheet, Worksheet worksheet, int line, List<Finding> findings) {
        SourceTable table = sheet.refused().table();
        for (Finding finding : findings) {
            int position = finding.column() == null ? -1 : label.position(table, finding.column());
            int column = sheet.columns().target(position);
            if (column >= 0) {
                worksheet.style(line, column).fillColor(GuiltyCells.COLOUR).set();
                if (line <= NOTES) {
                    worksheet.comment(line, column, explanation.reason(table, finding));
                }
            }
        }
    }
}
