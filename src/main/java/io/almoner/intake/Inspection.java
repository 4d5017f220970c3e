package io.almoner.intake;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

import io.almoner.rules.Finding;

/**
 * What would be read of the files that a user names, to be shown: nothing in it is secret.
 *
 * @param tables in the order in which they would be read
 * @param ignored files, entries and sheets that are no tables
 */
public record Inspection(List<Table> tables, List<Ignored> ignored) {

    public Inspection {
        tables = List.copyOf(tables);
        ignored = List.copyOf(ignored);
    }

    /**
     * One table.
     *
     * @param label what messages call it
     * @param layout the layout's name
     * @param format how it is written
     * @param encoding of CSV files; null elsewhere
     * @param delimiter of CSV files; null elsewhere
     * @param headerRow the header's row number as the user sees it
     * @param sha256 fingerprint of the file or entry
     * @param columns every header of the file in its order, and then the layout's columns that the file does not have
     * @param firstRows a few rows below the header, secrets masked
     * @param problems what is to be told about the header
     */
    public record Table(
            String label,
            String layout,
            SourceTable.Format format,
            @Nullable Charset encoding,
            @Nullable Character delimiter,
            int headerRow,
            String sha256,
            List<Column> columns,
            List<Row> firstRows,
            List<Finding> problems) {

        public Table {
            columns = List.copyOf(columns);
            firstRows = List.copyOf(firstRows);
            problems = List.copyOf(problems);
        }
    }

    /**
     * A header and what it means.
     *
     * @param header as it stands in the file; null when the file does not have this column of the layout
     * @param position of its cell in a row; -1 without a header
     * @param column the layout's column; null when the header is not known or is one that our rejects files add
     */
    public record Column(
            @Nullable String header, int position, @Nullable String column) {

        /** The spreadsheet's letters of the column, such as {@code AB}; empty when the file does not have it. */
        public Optional<String> letters() {
            return position < 0 ? Optional.empty() : Optional.of(CellReference.convertNumToColString(position));
        }
    }
}
