package io.almoner.jobs;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.ledger.BooksInOrder;
import io.almoner.ledger.Ledger;
import io.almoner.portal.LedgerLists;

/** Reads from the ledger what can be chosen in a template. */
public final class Listing {

    private final Ledger ledger;

    public Listing(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The lists; reading ends with the organisation that does not fit any more.
     *
     * @param organisation the only organisation (OrgId); null for all
     */
    public LedgerLists read(@Nullable String organisation) {
        List<String> codes = organisation == null ? ledger.organisationCodes() : List.of(organisation);
        LedgerLists lists = new LedgerLists();
        BooksInOrder books = new BooksInOrder(ledger, codes);
        while (books.hasNext() && !lists.isCut()) {
            lists.add(books.next());
        }
        return lists;
    }
}
