package io.almoner.intake;

import java.util.List;

/**
 * What the files that the user named turned out to be.
 *
 * @param tables at least one, in the order in which they are to be read: by rank, name and fingerprint, the sheets of a
 *     workbook as they stand in it; never by the order in which files were named
 * @param ignored files, entries and sheets that are no tables
 */
public record Identified(List<SourceTable> tables, List<Ignored> ignored) {

    public Identified {
        tables = List.copyOf(tables);
        ignored = List.copyOf(ignored);
    }
}
