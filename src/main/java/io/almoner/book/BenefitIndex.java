package io.almoner.book;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The benefits of one organisation by their names, places and categories, always in the order of their keys, so that a book
 * that was loaded again finds the same one first.
 */
final class BenefitIndex {

    private final Map<Name, Map<Long, Benefit>> byName = new HashMap<>();
    private final Map<Long, Map<Long, Benefit>> byLocation = new HashMap<>();
    private final Map<Long, Map<Long, Benefit>> byOrder = new HashMap<>();
    private final Map<Category, Map<Long, Benefit>> byCategory = new EnumMap<>(Category.class);

    /** @param plain the name as {@link Words#plain} gives it */
    private record Name(long locationId, String plain) {

        static Name of(Benefit benefit) {
            return new Name(benefit.locationId(), Words.plain(benefit.name()));
        }
    }

    void put(Benefit benefit) {
        byName.computeIfAbsent(Name.of(benefit), name -> new TreeMap<>()).put(benefit.id(), benefit);
        byLocation
                .computeIfAbsent(benefit.locationId(), location -> new TreeMap<>())
                .put(benefit.id(), benefit);
        byOrder.computeIfAbsent(benefit.orderId(), order -> new TreeMap<>()).put(benefit.id(), benefit);
        byCategory
                .computeIfAbsent(benefit.category(), category -> new TreeMap<>())
                .put(benefit.id(), benefit);
    }

    /** Takes the benefit out of every index in which it stands as it was. */
    void remove(Benefit benefit) {
        byName.getOrDefault(Name.of(benefit), Map.of()).remove(benefit.id());
        byLocation.getOrDefault(benefit.locationId(), Map.of()).remove(benefit.id());
        byOrder.getOrDefault(benefit.orderId(), Map.of()).remove(benefit.id());
        byCategory.getOrDefault(benefit.category(), Map.of()).remove(benefit.id());
    }

    Collection<Benefit> named(long locationId, String name) {
        return values(byName.get(new Name(locationId, Words.plain(name))));
    }

    Collection<Benefit> at(long locationId) {
        return values(byLocation.get(locationId));
    }

    Collection<Benefit> ofOrder(long orderId) {
        return values(byOrder.get(orderId));
    }

    Collection<Benefit> of(Category category) {
        return values(byCategory.get(category));
    }

    private static Collection<Benefit> values(@Nullable Map<Long, Benefit> found) {
        return found == null ? List.of() : Collections.unmodifiableCollection(found.values());
    }
}
