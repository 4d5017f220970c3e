package io.almoner.intake;

import org.apache.commons.csv.CSVFormat;

/** RFC 4180, with another delimiter where the file has one; blank lines are records. */
final class CsvDialect {

    /** As many as a sheet of Excel has. */
    static final int MAX_COLUMNS = 16_384;

    private CsvDialect() {}

    static CSVFormat of(char delimiter) {
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }
}
