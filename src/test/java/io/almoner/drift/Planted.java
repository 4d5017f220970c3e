package io.almoner.drift;

import org.jspecify.annotations.Nullable;

/**
 * A difference that a reconciliation has to find.
 *
 * @param code of the finding, with its variant
 * @param organisation OrgId
 * @param kind of thing, as a constant
 */
public record Planted(
        String code,
        String organisation,
        String kind,
        String name,
        @Nullable String order,
        @Nullable String person,
        @Nullable String mark) {

    @Override
    public String toString() {
        return String.join(
                "|",
                code,
                organisation,
                kind,
                name,
                String.valueOf(order),
                String.valueOf(person),
                String.valueOf(mark));
    }
}
