package io.almoner.book;

import org.jspecify.annotations.Nullable;

/**
 * A person in the user list of one organisation.
 *
 * @param id the surrogate key
 * @param email the account e-mail, trimmed and lower case; unique in the organisation
 * @param individualId the person's identifier in PMC, if she comes from there
 * @param firstName may be empty
 * @param lastName may be empty
 * @param displayName what lists call her; never empty
 * @param identity what she signs in with
 * @param enabled false when she left or was disabled
 * @param technicalId PMC's Technical ID, if she has one
 */
public record User(
        long id,
        String email,
        @Nullable String individualId,
        String firstName,
        String lastName,
        String displayName,
        Identity identity,
        boolean enabled,
        @Nullable String technicalId)
        implements Entity {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.user(this);
    }
}
