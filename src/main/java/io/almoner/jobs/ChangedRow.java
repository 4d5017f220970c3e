package io.almoner.jobs;

import java.util.List;

import io.almoner.book.Change;
import io.almoner.ledger.AuditEntry;

/**
 * What a run changed for one row.
 *
 * @param entries at least one, of the same row, the youngest first
 */
record ChangedRow(List<AuditEntry> entries) {

    ChangedRow {
        entries = List.copyOf(entries);
    }

    long sourceId() {
        return entries.get(0).sourceId();
    }

    int number() {
        return entries.get(0).row();
    }

    /** The organisation of the row: a row is about one. */
    long organisationId() {
        return entries.get(0).organisationId();
    }

    List<Change> changes() {
        return entries.stream().map(AuditEntry::change).toList();
    }
}
