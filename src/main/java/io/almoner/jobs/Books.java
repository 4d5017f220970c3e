package io.almoner.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.almoner.book.OrgBook;
import io.almoner.ledger.Ledger;

/**
 * The books that a run works on. They stay in memory between blocks as long as they fit; what is missing is loaded with one
 * query a table.
 */
final class Books {

    /** About so many entities are kept between blocks; an entity takes some 300 bytes with its indexes. */
    private static final int KEPT_ENTITIES = 60_000;

    private static final int KEPT_MPN_IDS = 200_000;

    private final Ledger ledger;
    private final InFlight inFlight;
    private final Cache<String, OrgBook> books = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(KEPT_ENTITIES)
            .weigher((String code, OrgBook book) -> book.weight())
            .build();
    private final Cache<String, String> organisationsByMpnId = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(KEPT_MPN_IDS)
            .build();

    /** The last block's books, however heavy: the next block most likely goes on with one of them. */
    private Map<String, OrgBook> latest = Map.of();

    Books(Ledger ledger, InFlight inFlight) {
        this.ledger = ledger;
        this.inFlight = inFlight;
    }

    /** The organisations (OrgId) of MPN IDs; those that the ledger does not know are absent. */
    Map<String, String> organisations(Set<String> mpnIds) {
        Map<String, String> found = new HashMap<>(organisationsByMpnId.getAllPresent(mpnIds));
        Set<String> missing = new HashSet<>(mpnIds);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            Map<String, String> loaded = ledger.organisationsOfMpnIds(missing);
            organisationsByMpnId.putAll(loaded);
            found.putAll(loaded);
        }
        return found;
    }

    /** The books of organisations (OrgId); an empty one for each that the ledger does not know. */
    Map<String, OrgBook> open(Set<String> codes) {
        Map<String, OrgBook> open = new HashMap<>(books.getAllPresent(codes));
        Set<String> missing = new HashSet<>();
        for (String code : codes) {
            if (!open.containsKey(code)) {
                OrgBook touched = latest.containsKey(code) ? latest.get(code) : inFlight.book(code);
                if (touched == null) {
                    missing.add(code);
                } else {
                    open.put(code, touched);
                }
            }
        }
        if (!missing.isEmpty()) {
            load(missing).forEach(book -> open.put(book.code(), book));
            missing.forEach(code -> open.computeIfAbsent(code, OrgBook::new));
        }
        return open;
    }

    private Collection<OrgBook> load(Set<String> codes) {
        return ledger.load(ledger.organisationsOfCodes(codes).values()).values();
    }

    /** Keeps books for the next block, at the weight that they have now. */
    void keep(Map<String, OrgBook> open) {
        books.putAll(open);
        latest = open;
    }
}
