package io.almoner.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

import io.almoner.ledger.Drifts;
import io.almoner.ledger.LedgerView;
import io.almoner.reconcile.ChangeLimit;
import io.almoner.reconcile.Subject;
import io.almoner.reconcile.Treatment;

/** Sees whether more of an organisation would change than is allowed, or its lists lack too much, before anything is. */
final class ChangeCheck {

    private static final int NAMED = 3;
    private static final int AT_ONCE = 8;

    private final LedgerView view;
    private final ChangeLimit limit;
    private final Map<Long, Map<Subject.Kind, Long>> listed;

    /** @param listed how many things of each kind the sources had to name, by organisation */
    ChangeCheck(LedgerView view, ChangeLimit limit, Map<Long, Map<Subject.Kind, Long>> listed) {
        this.view = view;
        this.limit = limit;
        this.listed = listed;
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
        Map<Long, Drifts.Lacking> unbelieved = wanted.isEmpty() ? Map.of() : unbelieved(runId);
        List<String> over = new ArrayList<>();
        List<Long> ids = new ArrayList<>(wanted.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            view.ledger().load(some).forEach((id, book) -> {
                long changes = wanted.getOrDefault(id, 0L);
                if (!limit.allows(changes, book.weight())) {
                    over.add("%s (%,d of %,d)".formatted(book.code(), changes, book.weight()));
                } else if (unbelieved.containsKey(id)) {
                    over.add(book.code() + " " + told(unbelieved.get(id)));
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

    private Map<Long, Drifts.Lacking> unbelieved(long runId) {
        Map<Long, Drifts.Lacking> unbelieved = new HashMap<>();
        for (Drifts.Lacking kind : view.drifts().lacking(runId, Treatment.FIX_LEDGER.name())) {
            if (!limit.believes(kind.lacking(), kind.following(), listed(kind))) {
                unbelieved.putIfAbsent(kind.organisationId(), kind);
            }
        }
        return unbelieved;
    }

    /** Nothing is listed when an earlier run's findings were taken over, which was not stopped for them. */
    private long listed(Drifts.Lacking kind) {
        return listed.getOrDefault(kind.organisationId(), Map.of())
                .getOrDefault(Subject.Kind.valueOf(kind.kind()), Long.MAX_VALUE / 100);
    }

    private String told(Drifts.Lacking kind) {
        return "(its list lacks %,d of %,d: %s)"
                .formatted(kind.lacking(), listed(kind), kind.kind().toLowerCase(Locale.ROOT));
    }
}
