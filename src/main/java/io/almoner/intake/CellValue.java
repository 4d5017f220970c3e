package io.almoner.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a cell says.
 *
 * @param text as {@link Row#cells()} has it
 * @param defect why it cannot be believed; null when it can
 */
record CellValue(String text, Row.@Nullable Defect defect) {

    static final CellValue EMPTY = new CellValue("", null);

    static CellValue of(String text) {
        return text.isEmpty() ? EMPTY : new CellValue(text, null);
    }

    static CellValue wrong(String text, Row.Defect defect) {
        return new CellValue(text, defect);
    }
}
