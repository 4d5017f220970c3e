package io.almoner.report;

/** What a report is written as. */
public enum Format {
    PDF,
    XLSX,
    /** One web page. */
    HTML,
    /** A file for each table of details. */
    CSV
}
