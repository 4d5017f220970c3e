package io.almoner.jobs;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Holder;
import io.almoner.book.OrgBook;

/**
 * What blocks that are judged but not yet committed have touched. The ledger does not know of it yet, so whoever asks the
 * ledger asks here first. Filled by the thread that judges, emptied by the one that commits.
 */
final class InFlight {

    private final Deque<Touched> blocks = new ConcurrentLinkedDeque<>();

    /**
     * What one block has touched.
     *
     * @param books by the organisation's code
     * @param held the keys and GUIDs that its rows brought
     */
    record Touched(Map<String, OrgBook> books, Holders.Found held) {}

    void add(Touched block) {
        blocks.addLast(block);
    }

    /** The oldest block is committed. */
    void committed() {
        blocks.pollFirst();
    }

    /** The book as the latest block left it; null when no block in flight touched it. */
    @Nullable
    OrgBook book(String code) {
        for (Touched block : (Iterable<Touched>) blocks::descendingIterator) {
            OrgBook book = block.books().get(code);
            if (book != null) {
                return book;
            }
        }
        return null;
    }

    /** Who holds a key by a block in flight; null when none brought it. */
    @Nullable
    Holder holderOfKey(String fingerprint) {
        for (Touched block : blocks) {
            Holder holder = block.held().keys().get(fingerprint);
            if (holder != null) {
                return holder;
            }
        }
        return null;
    }

    /** Who holds a subscription GUID by a block in flight; null when none brought it. */
    @Nullable
    Holder holderOfGuid(String guid) {
        for (Touched block : blocks) {
            Holder holder = block.held().guids().get(guid);
            if (holder != null) {
                return holder;
            }
        }
        return null;
    }
}
