package io.almoner.report;

import org.jspecify.annotations.Nullable;

/** What a value is, whatever it is written as. */
enum Kind {
    TEXT(null),
    /** A whole number. */
    WHOLE("#,##0"),
    /** A share of one, shown in per cent. */
    SHARE("0 %"),
    DAY("yyyy-mm-dd");

    private final @Nullable String format;

    Kind(@Nullable String format) {
        this.format = format;
    }

    /** How a spreadsheet shows it; null for text. */
    @Nullable
    String format() {
        return format;
    }
}
