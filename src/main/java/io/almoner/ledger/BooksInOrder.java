package io.almoner.ledger;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import io.almoner.book.OrgBook;

/** Books one after another in the order in which their codes were given, some of them in memory at a time. */
public final class BooksInOrder implements Iterator<OrgBook> {

    private static final int AT_ONCE = 8;

    private final Ledger ledger;
    private final List<String> codes;
    private final Queue<OrgBook> loaded = new ArrayDeque<>();
    private int next;

    /** @param codes of organisations (OrgId) that the ledger knows */
    public BooksInOrder(Ledger ledger, List<String> codes) {
        this.ledger = ledger;
        this.codes = codes;
    }

    @Override
    public boolean hasNext() {
        return !loaded.isEmpty() || next < codes.size();
    }

    @Override
    public OrgBook next() {
        if (loaded.isEmpty()) {
            List<String> some = codes.subList(next, Math.min(codes.size(), next + AT_ONCE));
            next += some.size();
            Map<String, OrgBook> books = new HashMap<>();
            ledger.load(ledger.organisationsOfCodes(some).values())
                    .values()
                    .forEach(book -> books.put(book.code(), book));
            for (String code : some) {
                OrgBook book = books.get(code);
                if (book != null) {
                    loaded.add(book);
                }
            }
        }
        return loaded.remove();
    }
}
