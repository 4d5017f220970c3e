package io.almoner.returns;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;

/** Reads a source a second time, for its refused rows. */
final class RefusedRows {

    private final Function<SourceTable, RowCursor> reader;

    /** What is done with each refused row. */
    interface Visitor {
        void visit(Row row) throws IOException;
    }

    RefusedRows(Function<SourceTable, RowCursor> reader) {
        this.reader = reader;
    }

    /**
     * Visits the refused rows in file order.
     *
     * @throws IllegalStateException when the source no longer has one of them
     */
    void each(Refused refused, Visitor visitor) throws IOException {
        BitSet rows = refused.rows();
        int left = rows.cardinality();
        try (RowCursor cursor = reader.apply(refused.table())) {
            for (Row row = cursor.next(); row != null && left > 0; row = cursor.next()) {
                if (rows.get(row.number())) {
                    visitor.visit(row);
                    left--;
                }
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    refused.table().label() + " has changed: " + left + " refused rows are gone");
        }
    }

    /** Visits every row of the table in file order, skipped ones too. */
    void all(Refused refused, Visitor visitor) throws IOException {
        try (RowCursor cursor = reader.apply(refused.table())) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                visitor.visit(row);
            }
        }
    }

    /** How many rows the tables have together, as far as it matters whether they are more than so many. */
    int count(List<Refused> tables, int most) {
        int count = 0;
        for (Refused refused : tables) {
            try (RowCursor cursor = reader.apply(refused.table())) {
                while (count <= most && cursor.next() != null) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The columns of the rejects file, after a look at every row that will stand in it. */
    ReturnedColumns columns(Refused refused, SecretCells secrets) throws IOException {
        ReturnedColumns columns = new ReturnedColumns(refused.table(), secrets);
        each(refused, columns::announce);
        return columns;
    }
}
