package io.almoner.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.ledger.AuditEntry;
import io.almoner.ledger.AuditTrail;
import io.almoner.ledger.Run;

/** The rows that a run changed something for, the youngest first, read from the audit trail a page at a time. */
final class TrailRows {

    private final AuditTrail trail;
    private final Run run;
    private final Deque<AuditEntry> page = new ArrayDeque<>();
    private long below = Long.MAX_VALUE;

    TrailRows(AuditTrail trail, Run run) {
        this.trail = trail;
        this.run = run;
    }

    /** The next row; null when there are no more. */
    @Nullable
    ChangedRow next() {
        AuditEntry youngest = peek();
        if (youngest == null) {
            return null;
        }
        List<AuditEntry> entries = new ArrayList<>();
        AuditEntry entry = youngest;
        while (entry != null && entry.sourceId() == youngest.sourceId() && entry.row() == youngest.row()) {
            entries.add(page.remove());
            entry = peek();
        }
        return new ChangedRow(entries);
    }

    private @Nullable AuditEntry peek() {
        if (page.isEmpty()) {
            page.addAll(trail.rewind(run, below));
            below = page.isEmpty() ? 0 : page.getLast().id();
        }
        return page.peek();
    }
}
