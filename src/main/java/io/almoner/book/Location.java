package io.almoner.book;

import org.jspecify.annotations.Nullable;

/**
 * A place of an organisation.
 *
 * @param id the surrogate key
 * @param mpnId 4 to 10 digits; text, so that nothing is lost
 * @param kind its place in the tree that PMC had
 * @param parentMpnId the location above it in PMC's tree; null for the headquarters
 * @param name as the files say it
 * @param country ISO 3166-1 alpha-2, if known
 */
public record Location(
        long id,
        String mpnId,
        LocationKind kind,
        @Nullable String parentMpnId,
        String name,
        @Nullable String country) implements Entity {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.location(this);
    }
}
