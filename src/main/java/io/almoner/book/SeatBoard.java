package io.almoner.book;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** The seats of one organisation, by benefit, by GUID and by holder. */
final class SeatBoard {

    /** Who finds one that is cooling down need not look at those after it. */
    private static final Comparator<Seat> LONGEST_ASSIGNED_FIRST = Comparator.comparing(
                    Seat::assignedOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Seat::id);

    private final Map<Long, Map<Long, Seat>> byBenefit = new HashMap<>();
    private final Map<String, Seat> byGuid = new HashMap<>();
    /** In the order of their keys, so that a book that was loaded again finds the same one first. */
    private final Map<Long, TreeMap<Long, Seat>> byHolder = new HashMap<>();

    private final Map<Long, TreeSet<Seat>> freeByBenefit = new HashMap<>();
    private final Map<Long, Integer> heldByBenefit = new HashMap<>();

    void put(Seat seat) {
        Seat before = byBenefit
                .computeIfAbsent(seat.benefitId(), benefit -> new LinkedHashMap<>(4))
                .put(seat.id(), seat);
        if (before != null) {
            forget(before);
        }
        if (seat.subscriptionGuid() != null) {
            byGuid.put(seat.subscriptionGuid(), seat);
        }
        if (seat.userId() != null) {
            byHolder.computeIfAbsent(seat.userId(), user -> new TreeMap<>()).put(seat.id(), seat);
        }
        if (!seat.isHeld()) {
            freeByBenefit
                    .computeIfAbsent(seat.benefitId(), benefit -> new TreeSet<>(LONGEST_ASSIGNED_FIRST))
                    .add(seat);
        }
        count(seat, 1);
    }

    void remove(Seat seat) {
        Map<Long, Seat> siblings = byBenefit.get(seat.benefitId());
        if (siblings != null && siblings.remove(seat.id(), seat)) {
            forget(seat);
        }
    }

    private void forget(Seat seat) {
        if (seat.subscriptionGuid() != null) {
            byGuid.remove(seat.subscriptionGuid(), seat);
        }
        TreeMap<Long, Seat> held = seat.userId() == null ? null : byHolder.get(seat.userId());
        if (held != null) {
            held.remove(seat.id());
        }
        TreeSet<Seat> free = freeByBenefit.get(seat.benefitId());
        if (free != null) {
            free.remove(seat);
        }
        count(seat, -1);
    }

    private void count(Seat seat, int difference) {
        if (seat.isHeld()) {
            heldByBenefit.merge(seat.benefitId(), difference, Integer::sum);
        }
    }

    int held(long benefitId) {
        return heldByBenefit.getOrDefault(benefitId, 0);
    }

    /** How many seats of a benefit are known, free ones too. */
    int count(long benefitId) {
        return byBenefit.getOrDefault(benefitId, Map.of()).size();
    }

    @Nullable
    Seat ofGuid(String guid) {
        return byGuid.get(guid);
    }

    @Nullable
    Seat of(long benefitId, long id) {
        return byBenefit.getOrDefault(benefitId, Map.of()).get(id);
    }

    List<Seat> of(long benefitId) {
        return List.copyOf(byBenefit.getOrDefault(benefitId, Map.of()).values());
    }

    /** The free ones: first those that nobody was known to have, then those that were assigned the longest ago. */
    Collection<Seat> free(long benefitId) {
        TreeSet<Seat> free = freeByBenefit.get(benefitId);
        return free == null ? List.of() : Collections.unmodifiableSortedSet(free);
    }

    Collection<Seat> heldBy(long userId) {
        TreeMap<Long, Seat> held = byHolder.get(userId);
        return held == null ? List.of() : Collections.unmodifiableCollection(held.values());
    }
}
