package io.almoner.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.almoner.book.OrgBook;
import io.almoner.intake.Mask;
import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.StoredDrift;
import io.almoner.ledger.StoredDrift.Origin;
import io.almoner.reconcile.Difference;
import io.almoner.reconcile.Drift;
import io.almoner.reconcile.DriftFinding;
import io.almoner.reconcile.Handling;
import io.almoner.reconcile.Subject;
import io.almoner.reconcile.Treatment;

/** Writes down what a comparison finds, in its order, with what is to be done about it. */
final class DriftLog {

    private static final int AT_ONCE = 500;

    private final Pass.Parts parts;
    private final LedgerView view;
    private final Handling handling;
    private final Mask mask = new Mask();
    private final List<StoredDrift> waiting = new ArrayList<>();
    private final List<RowFinding> findings = new ArrayList<>();
    private int number;

    DriftLog(Pass.Parts parts, LedgerView view, Handling handling) {
        this.parts = parts;
        this.view = view;
        this.handling = handling;
    }

    /** Goes on after the findings that were taken over from an earlier run. */
    void startAfter(int last) {
        number = last;
    }

    /** Takes down what a row told; says whether it is to be put right. */
    boolean told(OrgBook book, Drift drift, long sourceId, int row) {
        return note(book, drift, Origin.ROW, sourceId, row);
    }

    /** Takes down what no row told: its own number stands for the row. */
    void found(OrgBook book, Drift drift, Origin origin, long sourceId) {
        note(book, drift, origin, sourceId, number + 1);
    }

    private boolean note(OrgBook book, Drift drift, Origin origin, long sourceId, int row) {
        Handling.Handled handled = handling.of(
                drift, book.code(), parts.record().options().setting().on());
        number++;
        long organisation = book.organisation().orElseThrow().id();
        waiting.add(stored(drift, handled, organisation, new Place(origin, sourceId, row)));
        findings.add(new RowFinding(sourceId, row, DriftFinding.of(drift).shown(mask::keysIn)));
        if (waiting.size() == AT_ONCE) {
            flush();
        }
        return handled.treatment() == Treatment.FIX_LEDGER && drift.fix() != null;
    }

    /** What told a difference, and where. */
    private record Place(Origin origin, long sourceId, int row) {}

    private StoredDrift stored(Drift drift, Handling.Handled handled, long organisation, Place place) {
        Subject subject = drift.subject();
        List<String> values = new ArrayList<>();
        for (Difference difference : drift.differences()) {
            values.add(difference.field());
            values.add(Objects.requireNonNullElse(masked(difference.here()), ""));
            values.add(mask.keysIn(difference.there()));
        }
        return new StoredDrift(
                number,
                organisation,
                drift.situation().name(),
                subject.kind().name(),
                mask.keysIn(subject.name()),
                masked(subject.order()),
                masked(subject.person()),
                masked(subject.mark()),
                drift.variant(),
                values,
                drift.candidates().stream().map(mask::keysIn).toList(),
                place.origin(),
                place.sourceId(),
                place.row(),
                drift.fix(),
                handled.treatment().name(),
                handled.reason(),
                parts.record().options().setting().on(),
                parts.record().run().id(),
                StoredDrift.Standing.OPEN,
                null);
    }

    private @Nullable String masked(@Nullable String text) {
        return text == null ? null : mask.keysIn(text);
    }

    /** Writes what still waits. */
    void flush() {
        long run = parts.record().run().id();
        view.drifts().add(run, waiting);
        view.ledger()
                .write(new Commit(
                        run, List.of(), List.of(), findings, 0, parts.clock().instant()));
        waiting.clear();
        findings.clear();
    }
}
