package io.almoner.jobs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.almoner.book.OrgBook;
import io.almoner.ledger.Ledger;

/**
 * The books of organisations by their surrogate keys, as the audit trail names them. They stay in memory between blocks as
 * long as they fit; every block is committed before the next one asks.
 */
final class ChangedBooks {

    /** About so many entities are kept between blocks. */
    private static final int KEPT_ENTITIES = 60_000;

    private final Ledger ledger;
    private final Cache<Long, OrgBook> books = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(KEPT_ENTITIES)
            .weigher((Long id, OrgBook book) -> book.weight())
            .build();

    /** The last block's books, however heavy: the next block most likely goes on with one of them. */
    private Map<Long, OrgBook> latest = Map.of();

    ChangedBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The books of organisations; an empty one for each that is not there any more. */
    Map<Long, OrgBook> open(Set<Long> ids) {
        Map<Long, OrgBook> open = new HashMap<>(books.getAllPresent(ids));
        latest.forEach((id, book) -> {
            if (ids.contains(id)) {
                open.put(id, book);
            }
        });
        Set<Long> missing = new HashSet<>(ids);
        missing.removeAll(open.keySet());
        open.putAll(ledger.load(missing));
        missing.forEach(id -> open.computeIfAbsent(id, unknown -> new OrgBook("")));
        return open;
    }

    /** Keeps books for the next block, at the weight that they have now. */
    void keep(Map<Long, OrgBook> open) {
        books.putAll(open);
        latest = open;
    }
}
