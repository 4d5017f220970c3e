package io.almoner.returns;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.intake.SubmittedWorkbook;
import io.almoner.rules.Finding;

/**
 * Gives a workbook back as the user's own: every sheet, format, width, note, drop-down and column as it was, the guilty
 * cells marked, the reasons beside them, and marks on the rows that are finished.
 *
 * <p>Not every workbook can come back so: large ones do not fit into memory, secrets cannot be masked in place, and some
 * have what cannot be written again. Their refused rows come back in a workbook of their own.
 */
final class OwnWorkbook {

    private static final int MOST_ROWS = 20_000;

    /** What a cell takes in memory, as measured. */
    private static final long BYTES_OF_A_CELL = 1_200;

    /** How many times the parts stand in memory, packed out, while they are read and written. */
    private static final long COPIES = 5;

    private static final double SHARE_OF_MEMORY = 0.6;
    private static final int COLUMNS = 6;

    private final RefusedRows rows;
    private final Explanation explanation;
    private final CodeSheets codes;

    OwnWorkbook(RefusedRows rows, Explanation explanation, Messages messages) {
        this.rows = rows;
        this.explanation = explanation;
        this.codes = new CodeSheets(messages);
    }

    /**
     * Writes the workbook if it can come back so.
     *
     * @param tables all of its tables
     * @return false when nothing was written
     */
    boolean write(List<Refused> tables, Path target) {
        SourceTable first = tables.get(0).table();
        if (first.format() != SourceTable.Format.XLSX) {
            return false;
        }
        try {
            int count = rows.count(tables, MOST_ROWS);
            if (count > MOST_ROWS) {
                return false;
            }
            try (SubmittedWorkbook submitted = SubmittedWorkbook.open(first)) {
                return !submitted.mayHoldKeys() && fits(submitted, count) && write(submitted.file(), tables, target);
            }
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return false; // whatever it was: the refused rows come back in a workbook of their own
        }
    }

    private static boolean fits(SubmittedWorkbook submitted, int rows) {
        long needed = (submitted.cells() + (long) COLUMNS * rows) * BYTES_OF_A_CELL + submitted.bytes() * COPIES;
        return needed < Runtime.getRuntime().maxMemory() * SHARE_OF_MEMORY;
    }

    private boolean write(Path source, List<Refused> tables, Path target) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            if (workbook.getWorkbookType() != XSSFWorkbookType.XLSX || new WorkbookSecrets().in(workbook, tables)) {
                return false;
            }
            complete(workbook, tables);
            try (StagedFile file = StagedFile.open(target, StagedFile.Access.SHARED)) {
                workbook.write(file.stream());
                file.commit();
            }
            return true;
        }
    }

    private void complete(XSSFWorkbook workbook, List<Refused> tables) throws IOException {
        OwnLooks looks = new OwnLooks(workbook);
        GuiltyCells guilty = new GuiltyCells(workbook);
        CodeCounts counts = new CodeCounts();
        for (Refused refused : tables) {
            XSSFSheet sheet = workbook.getSheet(refused.sheetName());
            complete(new OwnSheet(sheet, refused.table(), explanation, looks, guilty), refused, counts);
        }
        new OwnCodeSheets(workbook, looks).write(codes.of(counts));
    }

    private void complete(OwnSheet sheet, Refused refused, CodeCounts counts) throws IOException {
        sheet.clean();
        if (refused.rows().isEmpty() && refused.finished().rows().isEmpty()) {
            return;
        }
        sheet.head();
        int[] left = {refused.rows().cardinality()};
        rows.all(refused, row -> left[0] -= complete(sheet, refused, row, counts) ? 1 : 0);
        if (left[0] > 0) {
            throw new IllegalStateException(refused.table().label() + " has changed");
        }
        sheet.filter();
    }

    /** Whether it was a refused row. */
    private boolean complete(OwnSheet sheet, Refused refused, Row row, CodeCounts counts) {
        if (refused.rows().get(row.number())) {
            List<Finding> findings = explanation.refusing(refused.findings().apply(row.number()));
            counts.add(refused.sheetName(), findings);
            sheet.refused(row, findings);
            return true;
        }
        if (refused.finished().rows().get(row.number())) {
            sheet.finished(row, refused.finished().mark().apply(row));
        }
        return false;
    }
}
