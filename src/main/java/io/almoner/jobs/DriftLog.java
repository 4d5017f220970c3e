package io.almoner.jobs;

import java.util.ArrayList;
import java.util.List;

import io.almoner.book.OrgBook;
import io.almoner.intake.Mask;
import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.StoredDrift;
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

    /**
     * Takes down one difference.
     *
     * @param row 0 when no row of the source says it: then its own number stands for it
     * @return whether it is to be put right
     */
    boolean found(OrgBook book, Drift drift, long sourceId, int row) {
        Handling.Handled handled = handling.of(
                drift, book.code(), parts.record().options().setting().on());
        number++;
        long organisation = book.organisation().orElseThrow().id();
        int place = row == 0 ? number : row;
        waiting.add(stored(drift, handled, organisation, sourceId, place));
        findings.add(new RowFinding(sourceId, place, DriftFinding.of(drift).shown(mask::keysIn)));
        if (waiting.size() == AT_ONCE) {
            flush();
        }
        return handled.treatment() == Treatment.FIX_LEDGER && drift.fix() != null;
    }

    private StoredDrift stored(Drift drift, Handling.Handled handled, long organisation, long sourceId, int row) {
        Subject subject = drift.subject();
        List<String> values = new ArrayList<>();
        for (Difference difference : drift.differences()) {
            values.add(difference.field());
            values.add(difference.here() == null ? "" : mask.keysIn(difference.here()));
            values.add(mask.keysIn(difference.there()));
        }
        return new StoredDrift(
                number,
                organisation,
                drift.situation().name(),
                subject.kind().name(),
                subject.name(),
                subject.order(),
                subject.person(),
                subject.mark(),
                drift.variant(),
                values,
                drift.candidates(),
                sourceId,
                row,
                drift.fix(),
                handled.treatment().name(),
                handled.reason(),
                parts.record().options().setting().on(),
                parts.record().run().id(),
                StoredDrift.Standing.OPEN,
                null);
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
