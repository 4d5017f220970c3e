package io.almoner.reconcile;

import java.util.List;

import io.almoner.book.Command;
import io.almoner.book.OrgBook;
import io.almoner.book.Sighting;
import io.almoner.book.Wish;

/**
 * Compares the book of one organisation with what portals say, row by row; then tells what no row has accounted for.
 *
 * <pre>
 * Comparison comparison = new Comparison(book, terms, seen);
 * rows.forEach(row -&gt; drifts.addAll(comparison.compare(row)));
 * drifts.addAll(comparison.absent(coverage).drifts());
 * </pre>
 */
public final class Comparison {

    private final OrgBook book;
    private final Terms terms;
    private final Seen seen;
    private final Asking asking = new Asking();

    /** @param seen what rows have accounted for so far; the same one for all rows and books of a run */
    public Comparison(OrgBook book, Terms terms, Seen seen) {
        this.book = book;
        this.terms = terms;
        this.seen = seen;
    }

    /** What a row of a portal says otherwise than the book; empty when both agree. */
    public List<Drift> compare(Command row) {
        return row.match(asking);
    }

    /** What the book has and the portals' complete lists do not. */
    public Absent absent(Coverage coverage) {
        return new Absences(book, terms, seen, coverage).find();
    }

    /** The comparison for each kind of row. */
    private final class Asking implements Command.Cases<List<Drift>> {

        @Override
        public List<Drift> recordLocation(Command.RecordLocation row) {
            return new PlaceComparison(book, terms, seen).compare(row);
        }

        @Override
        public List<Drift> recordIndividual(Command.RecordIndividual row) {
            return new UserComparison(book, terms, seen).compare(row);
        }

        @Override
        public List<Drift> grantRole(Command.GrantRole row) {
            return new PlaceComparison(book, terms, seen).compare(row);
        }

        @Override
        public List<Drift> recordBenefit(Command.RecordBenefit row) {
            return new BenefitComparison(book, terms, seen).compare(row);
        }

        @Override
        public List<Drift> recordKey(Command.RecordKey row) {
            return new KeyComparison(book, terms, seen).compare(row);
        }

        @Override
        public List<Drift> recordSeat(Command.RecordSeat row) {
            Wish.SeatDetails details = new Wish.SeatDetails(
                    row.holderName(),
                    row.notificationEmail(),
                    row.alternateEmail(),
                    row.level(),
                    row.subscriptionGuid(),
                    null,
                    null,
                    null,
                    null);
            Sighting.Subscription seat =
                    new Sighting.Subscription(row.email(), details, row.assignedOn(), row.expiresOn(), row.pending());
            return new SeatComparison(book, terms, seen, row.benefit(), seat).compare();
        }

        @Override
        public List<Drift> recordContact(Command.RecordContact row) {
            return new PlaceComparison(book, terms, seen).compare(row);
        }

        @Override
        public List<Drift> takeOver(Command.TakeOver command) {
            return List.of();
        }

        @Override
        public List<Drift> sighting(Sighting sighting) {
            if (sighting instanceof Sighting.Subscription subscription) {
                return new SeatComparison(book, terms, seen, null, subscription).compare();
            }
            return new KeyComparison(book, terms, seen).compare((Sighting.ClaimedKey) sighting);
        }

        /** Of all wishes only a list of users says how something stands. */
        @Override
        public List<Drift> wish(Wish wish) {
            return wish instanceof Wish.AddUser user ? new UserComparison(book, terms, seen).compare(user) : List.of();
        }
    }
}
