package io.almoner.book;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A partner company.
 *
 * @param id the surrogate key
 * @param code the organisation's identifier in the files (OrgId)
 * @param name as the files say it
 * @param platform where it is managed now
 * @param state how far it has moved
 * @param invitedOn the day of the invitation, if known
 * @param accountEmail the company's account e-mail, lower case, if known
 * @param movedBy the account e-mail of who moved it, lower case; null while it has not moved
 */
public record Organisation(
        long id,
        String code,
        String name,
        Platform platform,
        MigrationState state,
        @Nullable LocalDate invitedOn,
        @Nullable String accountEmail,
        @Nullable String movedBy)
        implements Entity {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.organisation(this);
    }
}
