package io.almoner.returns;

import java.util.BitSet;
import java.util.function.UnaryOperator;

import io.almoner.intake.LayoutColumn;
import io.almoner.intake.SourceTable;

/**
 * Masks what a table's cells must not repeat: the cells of its secret columns, and whatever looks like a product key in
 * any other cell, because a missing quotation mark moves keys into their neighbours' columns.
 */
final class SecretCells {

    private final BitSet secret = new BitSet();
    private final UnaryOperator<String> masker;
    private final KeyShape keys = new KeyShape();

    SecretCells(SourceTable table, UnaryOperator<String> masker) {
        this.masker = masker;
        for (LayoutColumn column : table.layout().columns()) {
            int position = table.position(column.name());
            if (column.secret() && position >= 0) {
                secret.set(position);
            }
        }
    }

    /** The cell as it may be repeated. */
    String masked(int position, String cell) {
        if (cell.isBlank()) {
            return cell;
        }
        if (secret.get(position)) {
            return masker.apply(cell.strip());
        }
        return keys.replaced(cell, masker);
    }
}
