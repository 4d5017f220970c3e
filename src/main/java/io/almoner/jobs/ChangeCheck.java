package io.almoner.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.almoner.ledger.LedgerView;
import io.almoner.reconcile.ChangeLimit;
import io.almoner.reconcile.Treatment;

/** Sees whether more of an organisation would change than is allowed, before anything is. */
final class ChangeCheck {

    private static final int NAMED = 3;
    private static final int AT_ONCE = 8;

    private final LedgerView view;
    private final ChangeLimit limit;

    ChangeCheck(LedgerView view, ChangeLimit limit) {
        this.view = view;
        this.limit = limit;
    }

    /**
     * Notes with the run that nothing is to be changed, when it is too much, or when a list does not look like that of its
     * organisation.
     */
    void check(long runId, Map<Comparing.ListOfOrganisation, Comparing.Strangers> lists) {
        List<String> strange = new ArrayList<>();
        lists.forEach((list, strangers) -> {
            if (!strangers.isBelieved(limit)) {
                strange.add("%s in %s (%s)".formatted(list.organisation(), list.table(), strangers));
            }
        });
        if (strange.isEmpty()) {
            check(runId);
        } else {
            stop(runId, strange);
        }
    }

    private void check(long runId) {
        SortedMap<Long, Long> wanted = view.drifts().changing(runId, Treatment.FIX_LEDGER.name());
        List<String> over = new ArrayList<>();
        List<Long> ids = new ArrayList<>(wanted.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            view.ledger().load(some).forEach((id, book) -> {
                long changes = wanted.getOrDefault(id, 0L);
                if (!limit.allows(changes, book.weight())) {
                    over.add("%s (%,d of %,d)".formatted(book.code(), changes, book.weight()));
                }
            });
        }
        if (!over.isEmpty()) {
            over.sort(null);
            stop(runId, over);
        }
    }

    private void stop(long runId, List<String> reasons) {
        String more = reasons.size() > NAMED ? " and %,d more".formatted(reasons.size() - NAMED) : "";
        view.drifts().stop(runId, String.join(", ", reasons.subList(0, Math.min(NAMED, reasons.size()))) + more);
    }
}
