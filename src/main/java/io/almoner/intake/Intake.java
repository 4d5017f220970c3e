package io.almoner.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The door of this package: what files hold, and their rows.
 *
 * <p>A file is known by its content, never by its name. Nothing that stands in a file can make reading it unsafe: every
 * size is bounded, and what cannot be used is refused with a rule's code. Immutable, and safe to share.
 */
public final class Intake {

    private final HeaderMatcher headers;

    public Intake(Layouts layouts) {
        this.headers = new HeaderMatcher(layouts);
    }

    /**
     * Finds the tables in what the user named: folders (their files, without hidden ones and without subfolders), ZIP
     * archives (their entries), workbooks (their visible sheets), single text files and documents of keys. Each text file
     * is read once, whole; of the others only the beginnings are looked at.
     *
     * @param sources at least one
     * @throws UnusableInputException (FIL-001, FIL-010) when a file that was named is no table; when one in a folder, an
     *     archive or a workbook is clearly meant to be one and cannot be used; or when nothing is left
     */
    public Identified identify(List<Path> sources, ReadOptions options) {
        Identification identification = new Identification(new TableFinder(headers, options));
        sources.forEach(identification::add);
        return identification.result();
    }

    /**
     * The rows of a table that {@link #identify} found, below its header. Close it.
     *
     * @throws UnusableInputException when the file is gone or no longer what it was
     */
    public RowCursor open(SourceTable table) {
        Source source = Source.of(table);
        try {
            return new TableRows(rows(source, table), table.headers().size(), source.label());
        } catch (IOException e) {
            throw Refusal.NOT_READABLE.of(source.label(), e);
        }
    }

    /**
     * Reads a table to its end, so that what cannot be read is refused before anything is applied.
     *
     * @return how many rows {@link #open} will give
     * @throws UnusableInputException (FIL-010) when a row cannot be read
     */
    public long count(SourceTable table) {
        long rows = 0;
        try (RowCursor cursor = open(table)) {
            while (cursor.next() != null) {
                rows++;
            }
        }
        return rows;
    }

    private RowSource rows(Source source, SourceTable table) throws IOException {
        return switch (table.format()) {
            case CSV -> text(source, table);
            case XML -> KeyRows.open(source);
            case XLSX, XLS -> WorkbookRows.open(table, Objects.requireNonNull(table.sheet()));
        };
    }

    private RowSource text(Source source, SourceTable table) throws IOException {
        Charset encoding = table.encoding();
        if (encoding == null) {
            throw new IllegalArgumentException(table.label() + " has no encoding");
        }
        CsvHead head = CsvHead.of(source, encoding, table.delimiter(), headers)
                .filter(found -> found.match().cells().equals(table.headers()))
                .orElseThrow(() -> Refusal.DAMAGED.of(source.label()));
        return CsvRows.open(source, encoding, head);
    }
}
