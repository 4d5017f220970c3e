package io.almoner.portal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.almoner.book.OrgBook;
import io.almoner.book.SealedKey;

/** Finds the mapping function of a layout; what a layout has no column for is left out of its rows. */
final class BookRows {

    private final BenefitRows benefits;

    BookRows(Function<SealedKey, String> keyText) {
        this.benefits = new BenefitRows(keyText);
    }

    /**
     * The function of a layout.
     *
     * @throws IllegalArgumentException when the ledger is not written in that layout
     */
    Function<OrgBook, Stream<List<Cell>>> of(String layout) {
        return switch (layout) {
            case "pmc_locations" -> PeopleRows::locations;
            case "pmc_individuals" -> PeopleRows::individuals;
            case "user_roles" -> PeopleRows::roles;
            case "pmc_marketing_contacts" -> PeopleRows::contacts;
            case "pmc_benefits" -> BenefitRows::benefits;
            case "pmc_keys" -> benefits::keys;
            case "pmc_assignments" -> BenefitRows::seats;
            default -> throw new IllegalArgumentException("nothing is exported as " + layout);
        };
    }
}
