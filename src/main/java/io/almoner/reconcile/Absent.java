package io.almoner.reconcile;

import java.util.List;
import java.util.Map;

/**
 * What the ledger has and the portals' complete lists do not.
 *
 * @param drifts one for each, and what follows from it
 * @param listed how many things of each kind those lists had to name
 */
public record Absent(List<Drift> drifts, Map<Subject.Kind, Long> listed) {

    public Absent {
        drifts = List.copyOf(drifts);
        listed = Map.copyOf(listed);
    }
}
