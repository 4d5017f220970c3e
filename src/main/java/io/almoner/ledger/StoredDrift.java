package io.almoner.ledger;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Change;

/**
 * One point on which a reconciliation found the ledger and a portal to disagree. Nothing in its texts is secret.
 *
 * @param number from 1 in each run, in the order in which they were found
 * @param organisationId the organisation's surrogate key
 * @param situation how they disagree, as a constant
 * @param kind of what it is about, as a constant
 * @param name what people call that
 * @param orderNumber the order that grants it, if any
 * @param person the account e-mail of who holds it, if anybody does
 * @param mark what tells it from its like, if anything does
 * @param variant picks one of the situation's texts; null for its usual one
 * @param differences three texts for each value: the field, what is here (empty for nothing), what is there
 * @param candidates what a row could mean
 * @param origin what told it
 * @param sourceId the source that says otherwise
 * @param row the row in it; where no row says it, its own number
 * @param fix the change that would put it right; null when no change of the ledger would
 * @param treatment what is to be done about it, as a constant
 * @param reason why it is left alone, in the words of whoever said so; null when nobody did
 * @param sinceOn the business date of the first run in a row that found it
 * @param sinceRun that run
 * @param standing what became of it
 * @param codes of the rules that refused the change, joined by spaces; null unless some did
 */
public record StoredDrift(
        int number,
        long organisationId,
        String situation,
        String kind,
        String name,
        @Nullable String orderNumber,
        @Nullable String person,
        @Nullable String mark,
        @Nullable String variant,
        List<String> differences,
        List<String> candidates,
        Origin origin,
        long sourceId,
        int row,
        @Nullable Change fix,
        String treatment,
        @Nullable String reason,
        LocalDate sinceOn,
        long sinceRun,
        Standing standing,
        @Nullable String codes) {

    public StoredDrift {
        differences = List.copyOf(differences);
        candidates = List.copyOf(candidates);
    }

    /** What told it. */
    public enum Origin {
        /** A row of a source. */
        ROW,
        /** That no row speaks of something. */
        ABSENCE,
        /** The book itself, on that day. */
        BOOK
    }

    /** What became of it. */
    public enum Standing {
        OPEN,
        /** The ledger has taken over what the portal says. */
        FIXED,
        /** A rule did not let it. */
        REFUSED
    }
}
