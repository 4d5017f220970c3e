package io.almoner.returns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;

/**
 * Gives refused rows back in files of the user's own kind: for a text file one in the same encoding and with the same
 * delimiter, for a workbook one with the same sheets, for a document of keys a CSV file in UTF-8. Their columns stand
 * there in the same order, then
 *
 * <pre>
 * Almoner Status  always "rejected"
 * Almoner Code    the rules' codes, parted by spaces
 * Almoner Reason  column letter and header, value and what was expected; several are parted by " | "
 * Almoner Hint    what to do
 * Almoner Row     the row in the source, as the spreadsheet numbers it
 * Almoner Extra   only when a row has cells beyond the header: those cells as a CSV record
 * </pre>
 *
 * <p>A workbook whose tables have together at most 20,000 rows comes back as it is, with those columns added to its sheets
 * and one more, {@code Almoner Mark}, by which the rows that are finished are known; there they have the status "done".
 *
 * <p>Corrected there, such a file can be submitted as it is. Sources are read again, row by row; memory does not grow with
 * them.
 */
public final class RejectsWriter {

    private final RefusedRows rows;
    private final TextRejects texts;
    private final WorkbookRejects workbooks;
    private final OwnWorkbook ownWorkbooks;
    private final UnaryOperator<String> masker;

    /**
     * A writer for one run.
     *
     * @param reader opens a table for reading again
     * @param messages the language of reasons and hints
     * @param masker what may be repeated of a secret: gets the clear cell, trimmed and not empty, and gives something like
     *     {@code *****-ABCDE#ref}
     */
    public RejectsWriter(Function<SourceTable, RowCursor> reader, Messages messages, UnaryOperator<String> masker) {
        this.rows = new RefusedRows(reader);
        Explanation explanation = new Explanation(messages);
        this.texts = new TextRejects(rows, explanation);
        this.workbooks = new WorkbookRejects(rows, explanation, messages);
        this.ownWorkbooks = new OwnWorkbook(rows, explanation, messages);
        this.masker = masker;
    }

    /**
     * Writes one file for each source file that has refused rows, each moved to its place when it is whole.
     *
     * @param refused the tables in the order in which they were read; those without refused rows come back only beside
     *     others of their own workbook
     * @param directory where the files go; made when it lacks
     * @return what was written, in the order of the sources; empty when nothing was refused
     * @throws IOException when the disk refuses
     * @throws IllegalStateException when a source no longer has a row that was refused
     */
    public List<RejectsFile> write(List<Refused> refused, Path directory) throws IOException {
        RejectsNames names = new RejectsNames(directory, refused);
        List<RejectsFile> files = new ArrayList<>();
        for (List<Refused> group : groups(refused)) {
            SourceTable first = group.get(0).table();
            if (first.format().isWorkbook()) {
                files.add(workbook(group, names.next(first, ".xlsx")));
            } else {
                files.add(text(group.get(0), names.next(first, ".csv")));
            }
        }
        return files;
    }

    private static Iterable<List<Refused>> groups(List<Refused> refused) {
        Map<Object, List<Refused>> groups = new LinkedHashMap<>();
        for (Refused one : refused) {
            SourceTable table = one.table();
            Object file = table.format().isWorkbook() ? List.of(table.path(), table.name()) : one;
            groups.computeIfAbsent(file, key -> new ArrayList<>()).add(one);
        }
        groups.values()
                .removeIf(group -> group.stream().allMatch(one -> one.rows().isEmpty()));
        return groups.values();
    }

    private RejectsFile text(Refused refused, Path target) throws IOException {
        return texts.write(refused, columns(refused), target);
    }

    private RejectsFile workbook(List<Refused> sheets, Path target) throws IOException {
        if (ownWorkbooks.write(sheets, target)) {
            return new RejectsFile(target, rows(sheets), null, false);
        }
        List<WorkbookRejects.Sheet> prepared = new ArrayList<>();
        for (Refused sheet : sheets) {
            if (!sheet.rows().isEmpty()) {
                prepared.add(new WorkbookRejects.Sheet(sheet, columns(sheet)));
            }
        }
        workbooks.write(prepared, target);
        return new RejectsFile(target, rows(sheets), null, false);
    }

    private static long rows(List<Refused> sheets) {
        return sheets.stream().mapToLong(sheet -> sheet.rows().cardinality()).sum();
    }

    private ReturnedColumns columns(Refused refused) throws IOException {
        return rows.columns(refused, new SecretCells(refused.table(), masker));
    }
}
