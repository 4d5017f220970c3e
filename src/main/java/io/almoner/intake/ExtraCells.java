package io.almoner.intake;

import java.util.BitSet;
import java.util.List;

/** The cells of a row beyond the user's own header; the columns that our rejects files add stand there and are none. */
final class ExtraCells {

    private final BitSet ours = new BitSet();
    private final int width;

    ExtraCells(SourceTable table) {
        List<String> headers = table.headers();
        for (int position = 0; position < headers.size(); position++) {
            ours.set(position, AddedColumn.of(headers.get(position)).isPresent());
        }
        int last = headers.size();
        while (last > 0 && (headers.get(last - 1).isBlank() || ours.get(last - 1))) {
            last--;
        }
        this.width = last;
    }

    /** How many of them are not empty. */
    long filled(Row row) {
        long filled = 0;
        for (int position = width; position < row.cells().size(); position++) {
            if (!ours.get(position) && !row.cells().get(position).isBlank()) {
                filled++;
            }
        }
        return filled;
    }
}
