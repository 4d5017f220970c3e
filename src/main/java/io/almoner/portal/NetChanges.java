package io.almoner.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.almoner.ledger.AuditEntry;

/** Gathers changes entity by entity: what was given and taken again is nothing. */
public final class NetChanges implements Consumer<AuditEntry> {

    private final Map<Long, NetChange> byEntity = new HashMap<>();

    @Override
    public void accept(AuditEntry entry) {
        byEntity.merge(entry.change().entity().id(), new NetChange(entry, entry), (known, added) -> known.plus(entry));
    }

    /** What is left of them for each organisation, by its key; in the order of their entities' keys. */
    public Map<Long, List<NetChange>> byOrganisation() {
        Map<Long, List<NetChange>> organisations = new TreeMap<>();
        new TreeMap<>(byEntity)
                .values().stream()
                        .filter(change -> !change.isNothing())
                        .forEach(change -> organisations
                                .computeIfAbsent(change.last().organisationId(), organisation -> new ArrayList<>())
                                .add(change));
        return organisations;
    }
}
