package io.almoner.portal;

import java.util.Arrays;
import java.util.Set;

import io.almoner.intake.LayoutColumn;

/** How a spreadsheet program takes what is typed into a column. */
@SuppressWarnings("ImmutableEnumChecker") // it does not see that Set.of cannot be changed
enum CellForm {
    DATE(
            "yyyy-mm-dd",
            "InvitationDate",
            "AssociatedDate",
            "PurchaseDate",
            "AnniversaryDate",
            "Expires",
            "ActivateBy",
            "RevealedDate",
            "RedeemedDate",
            "AssignedDate",
            "ExpirationDate",
            "RequestDate"),
    NUMBER("0", "Quantity", "Used", "Seats", "ActivationsMax", "ActivationsUsed", "Hours"),
    /** As it is typed: zeros in front and long numbers stay. */
    TEXT("@");

    private final String format;
    private final Set<String> columns;

    CellForm(String format, String... columns) {
        this.format = format;
        this.columns = Set.of(columns);
    }

    static CellForm of(LayoutColumn column) {
        return Arrays.stream(values())
                .filter(form -> form.columns.contains(column.name()))
                .findFirst()
                .orElse(TEXT);
    }

    /** The format code of Excel. */
    String format() {
        return format;
    }
}
