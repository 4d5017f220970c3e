package io.almoner.book;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A person's association with a location in PMC. One person may have several, with several contact roles.
 *
 * @param id the surrogate key
 * @param userId the person
 * @param locationId the location
 * @param contactRole the role she holds there; null when none
 * @param adminRight the right she had in PMC; in Partner Center a role gap, never a role
 * @param associatedOn since when, if known
 */
public record Membership(
        long id,
        long userId,
        long locationId,
        @Nullable ContactRole contactRole,
        AdminRight adminRight,
        @Nullable LocalDate associatedOn)
        implements Entity {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.membership(this);
    }
}
