package io.almoner.jobs;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;

import io.almoner.book.OrgBook;
import io.almoner.ledger.Ledger;

/** Books one after another in the order of their codes, some of them in memory at a time. */
final class BooksInOrder implements Iterator<OrgBook> {

    private static final int AT_ONCE = 8;

    private final Ledger ledger;
    private final List<String> codes;
    private final Queue<OrgBook> loaded = new ArrayDeque<>();
    private int next;

    BooksInOrder(Ledger ledger, List<String> codes) {
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
            ledger.load(ledger.organisationsOfCodes(some).values()).values().stream()
                    .sorted(Comparator.comparing(OrgBook::code))
                    .forEach(loaded::add);
        }
        return loaded.remove();
    }
}
