package io.almoner.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Up to which change a portal knows the organisations.
 *
 * @param everywhere of every organisation
 * @param byOrganisation of those that have been carried over by themselves, by their keys
 */
public record Confirmed(long everywhere, Map<Long, Long> byOrganisation) {

    public Confirmed {
        byOrganisation = Map.copyOf(byOrganisation);
    }

    static Confirmed of(List<HandOver> handOvers) {
        long everywhere = 0;
        Map<Long, Long> byOrganisation = new HashMap<>();
        for (HandOver handOver : handOvers) {
            @Nullable Long organisation = handOver.organisationId();
            if (organisation == null) {
                everywhere = Math.max(everywhere, handOver.revision());
            } else {
                byOrganisation.merge(organisation, handOver.revision(), Math::max);
            }
        }
        return new Confirmed(everywhere, byOrganisation);
    }

    /** Whether the portal knows that change. */
    public boolean includes(AuditEntry entry) {
        return entry.id() <= Math.max(everywhere, byOrganisation.getOrDefault(entry.organisationId(), 0L));
    }
}
