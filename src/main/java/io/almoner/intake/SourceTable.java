package io.almoner.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.rules.Finding;

/**
 * One table that was found in what the user named: a CSV file, an entry of a ZIP, a sheet of a workbook, or
 * an XML document of keys.
 *
 * @param path the file that holds it
 * @param name what people call it, and what the rejects file is named after: {@code pmc_keys.csv}; in a ZIP the entry's
 *     own name; for a workbook the workbook's name
 * @param entry the entry's full name inside a ZIP; null elsewhere
 * @param sheet the sheet's name in a workbook; null elsewhere
 * @param sha256 fingerprint of the bytes of the file, or of the entry inside a ZIP: 64 lower-case hexadecimal digits
 * @param layout what kind of table it is
 * @param format how it is written
 * @param encoding of CSV files; null elsewhere
 * @param delimiter of CSV files; null elsewhere
 * @param headerRow the header's row number as the user sees it; in CSV 1, or 2 below a template's version row
 * @param headers the header cells as they stand in the file; of XML the layout's own
 * @param positions for each of the layout's columns, in the layout's order, the position of its cell in a row; -1 when
 *     the file does not have it
 * @param findings what is to be told about the header (unknown columns, "did you mean"); none of them refuses
 */
public record SourceTable(
        Path path,
        String name,
        @Nullable String entry,
        @Nullable String sheet,
        String sha256,
        Layout layout,
        Format format,
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        int headerRow,
        List<String> headers,
        List<Integer> positions,
        List<Finding> findings) {

    /** How a table is written. */
    public enum Format {
        CSV,
        XLSX,
        /** The old binary format of Excel, read through the user model. */
        XLS,
        /** A portal's document of product keys, which has names instead of a header. */
        XML;

        /** Whether a file of this format has sheets. */
        public boolean isWorkbook() {
            return switch (this) {
                case XLSX, XLS -> true;
                case CSV, XML -> false;
            };
        }
    }

    public SourceTable {
        headers = List.copyOf(headers);
        positions = List.copyOf(positions);
        findings = List.copyOf(findings);
    }

    /** The position of the cell of one of the layout's columns, by its exact name; -1 when the file has no such column. */
    public int position(String column) {
        return positions.get(layout.ordinal(column));
    }

    /** What identifies this table among all others ever read: the fingerprint, and the sheet of a workbook. */
    public String identity() {
        return sheet == null ? sha256 : sha256 + "/" + sheet;
    }

    /** What messages call it: {@code pmc.xlsx [pmc_keys]}, or the name alone. */
    public String label() {
        return sheet == null ? name : name + " [" + sheet + "]";
    }
}
