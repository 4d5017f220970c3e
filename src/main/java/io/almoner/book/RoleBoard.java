package io.almoner.book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The roles that the users of one organisation hold, by user and by role. */
final class RoleBoard {

    private final Map<Long, List<RoleGrant>> byUser = new HashMap<>();
    private final Map<Role, SortedSet<Long>> companyWide = new EnumMap<>(Role.class);

    /** Adds a grant, or replaces the one with the same key; true when it was not there. */
    boolean put(RoleGrant grant) {
        boolean known = remove(grant);
        byUser.computeIfAbsent(grant.userId(), user -> new ArrayList<>(2)).add(grant);
        if (grant.scope() == null) {
            companyWide.computeIfAbsent(grant.role(), role -> new TreeSet<>()).add(grant.userId());
        }
        return !known;
    }

    /** Takes a grant out; true when it was there. */
    boolean remove(RoleGrant grant) {
        List<RoleGrant> grants = byUser.get(grant.userId());
        boolean removed = grants != null && grants.removeIf(other -> other.id() == grant.id());
        if (removed && grant.scope() == null) {
            companyWide.getOrDefault(grant.role(), new TreeSet<>()).remove(grant.userId());
        }
        return removed;
    }

    List<RoleGrant> of(long userId) {
        return Collections.unmodifiableList(byUser.getOrDefault(userId, List.of()));
    }

    /** The users who hold a role for the whole company, in the order of their keys. */
    SortedSet<Long> holders(Role role) {
        return Collections.unmodifiableSortedSet(companyWide.getOrDefault(role, Collections.emptySortedSet()));
    }
}
