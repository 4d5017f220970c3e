package io.almoner.report;

import java.util.Locale;

/** What a report is written as. */
public enum Format {
    PDF,
    XLSX;

    /** The end of the file's name, without the dot. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
