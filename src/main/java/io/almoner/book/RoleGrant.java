package io.almoner.book;

import org.jspecify.annotations.Nullable;

/**
 * A Partner Center role that a person holds.
 *
 * @param id the surrogate key
 * @param userId the person
 * @param role what she may do
 * @param scope the MPN ID of the one location it is good for; null for the whole company
 */
public record RoleGrant(
        long id, long userId, Role role, @Nullable String scope) implements Entity {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.roleGrant(this);
    }
}
