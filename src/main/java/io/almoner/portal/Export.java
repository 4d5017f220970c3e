package io.almoner.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.almoner.book.OrgBook;
import io.almoner.book.SealedKey;
import io.almoner.intake.Layout;
import io.almoner.intake.LayoutColumn;
import io.almoner.returns.StagedFile;

/**
 * Writes the ledger as one of our own layouts, to be read again unchanged: {@code pmc_*} and {@code user_roles}. Read into
 * an empty ledger and exported again, a CSV file is the same to the byte.
 */
public final class Export {

    private final Layout layout;
    private final Function<OrgBook, Stream<List<Cell>>> rows;

    /** How the file is written. */
    public enum Format {
        CSV,
        XLSX
    }

    /**
     * An export in a layout.
     *
     * @param layout which table
     * @param keyText what stands for a product key: a masked reference, or the clear key, which asks for {@link
     *     StagedFile.Access#PRIVATE}
     * @throws IllegalArgumentException when the ledger is not written in that layout
     */
    public Export(Layout layout, Function<SealedKey, String> keyText) {
        this.layout = layout;
        this.rows = new BookRows(keyText).of(layout.name());
    }

    /**
     * Writes the file and moves it to its place; memory does not grow beyond one organisation.
     *
     * @param books in ascending order of their codes; each must have its organisation
     * @param target the file
     * @return how many rows it has
     * @throws IOException when the disk refuses, or a workbook would need more rows than a sheet has
     * @throws IllegalArgumentException when the books are not in order
     */
    public long write(Iterator<OrgBook> books, Format format, Path target, StagedFile.Access access)
            throws IOException {
        try (StagedFile file = StagedFile.open(target, access)) {
            long count;
            try (TableFile table = open(format, file.stream())) {
                count = write(books, table);
            }
            file.commit();
            return count;
        }
    }

    private TableFile open(Format format, OutputStream stream) throws IOException {
        List<String> header = layout.columns().stream().map(LayoutColumn::name).toList();
        return switch (format) {
            case CSV -> new TextTable(stream, header);
            case XLSX -> new SheetTable(stream, layout.name(), header);
        };
    }

    private long write(Iterator<OrgBook> books, TableFile table) throws IOException {
        RowOrder order = new RowOrder(layout);
        String previous = "";
        long count = 0;
        while (books.hasNext()) {
            OrgBook book = books.next();
            if (book.code().compareTo(previous) <= 0) {
                throw new IllegalArgumentException(book.code() + " comes after " + previous);
            }
            previous = book.code();
            for (List<Cell> row : rows.apply(book).sorted(order).toList()) {
                table.write(row);
                count++;
            }
        }
        return count;
    }
}
