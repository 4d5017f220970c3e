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

    /** Text to the left, figures to the right, days between them. */
    String alignment() {
        return switch (this) {
            case TEXT -> "left";
            case WHOLE, SHARE -> "right";
            case DAY -> "center";
        };
    }

    /** How a spreadsheet shows it, where no language has a form of its own; null for text. */
    @Nullable
    String format() {
        return format;
    }
}
