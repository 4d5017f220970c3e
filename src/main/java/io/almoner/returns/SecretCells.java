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

    private static final String HIDDEN = "*****";

    private final BitSet keyCells = new BitSet();
    private final BitSet passwordCells = new BitSet();
    private final UnaryOperator<String> masker;
    private final KeyShape keys = new KeyShape();

    SecretCells(SourceTable table, UnaryOperator<String> masker) {
        this.masker = masker;
        for (LayoutColumn column : table.layout().columns()) {
            int position = table.position(column.name());
            if (position >= 0) {
                note(position, column);
            }
        }
    }

    private void note(int position, LayoutColumn column) {
        switch (column.secrecy()) {
            case OPEN -> {
                // whatever looks like a key in it is masked all the same
            }
            case KEY -> keyCells.set(position);
            case PASSWORD -> passwordCells.set(position);
        }
    }

    /** The cell as it may be repeated; of a password nothing may be, and the masker, which keeps what it gets, gets none. */
    String masked(int position, String cell) {
        if (cell.isBlank()) {
            return cell;
        }
        if (passwordCells.get(position)) {
            return HIDDEN;
        }
        if (keyCells.get(position)) {
            return masker.apply(cell.strip());
        }
        return keys.replaced(cell, masker);
    }
}
