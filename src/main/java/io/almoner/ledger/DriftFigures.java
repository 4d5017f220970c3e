package io.almoner.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * How far the ledger and the portals are apart, by situation, as the newest reconciliation of each kind of sources found it.
 *
 * @param open what is left to be done
 * @param fixed what those runs put right
 * @param oldest the business date since when the oldest of the open ones is known; null when none is open
 */
public record DriftFigures(
        SortedMap<String, Long> open,
        SortedMap<String, Long> fixed,
        @Nullable LocalDate oldest) {

    public DriftFigures {
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
    }

    /** The same with a nought for each of these situations that has no figure, so that no series ends while all is well. */
    public DriftFigures covering(Iterable<String> situations) {
        SortedMap<String, Long> allOpen = new TreeMap<>(open);
        SortedMap<String, Long> allFixed = new TreeMap<>(fixed);
        situations.forEach(situation -> {
            allOpen.putIfAbsent(situation, 0L);
            allFixed.putIfAbsent(situation, 0L);
        });
        return new DriftFigures(allOpen, allFixed, oldest);
    }
}
