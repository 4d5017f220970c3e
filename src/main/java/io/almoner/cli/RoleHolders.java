package io.almoner.cli;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.book.OrgBook;
import io.almoner.book.Role;
import io.almoner.book.User;
import io.almoner.ledger.Ledger;

/** Looks up who holds a role in each organisation. */
final class RoleHolders {

    private final Ledger ledger;

    RoleHolders(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The addresses of those who hold a role for a whole organisation and are not disabled, by organisation (OrgId).
     *
     * @param only the only organisation that is asked for; null for every one
     */
    SortedMap<String, List<String>> of(Role role, @Nullable String only) {
        SortedMap<String, List<String>> holders = new TreeMap<>();
        for (String code : only == null ? ledger.organisationCodes() : List.of(only)) {
            Map<Long, OrgBook> books =
                    ledger.load(ledger.organisationsOfCodes(List.of(code)).values());
            books.values()
                    .forEach(book -> holders.put(
                            code,
                            book.holders(role).stream()
                                    .filter(User::enabled)
                                    .map(User::email)
                                    .distinct()
                                    .toList()));
        }
        return holders;
    }
}
