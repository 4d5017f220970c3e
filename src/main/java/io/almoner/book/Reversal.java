package io.almoner.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Takes changes back from a book, those of one row together or not at all. A change is taken back by its inverse, while the
 * book still has what the change left.
 */
public final class Reversal {

    private Reversal() {}

    /**
     * What became of a row.
     *
     * @param changes the inverse changes, which the book has taken over; none when there is an obstacle
     * @param blocked the change that cannot be taken back; null when all were
     * @param obstacle why; null when there is none
     */
    public record Result(
            List<Change> changes,
            @Nullable Change blocked,
            @Nullable Obstacle obstacle) {

        public Result {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Takes back the changes of one row.
     *
     * @param changes the youngest first
     */
    public static Result takeBack(OrgBook book, List<Change> changes) {
        List<Change> taken = new ArrayList<>(changes.size());
        for (Change change : changes) {
            Optional<Obstacle> obstacle = obstacle(book, change);
            if (obstacle.isPresent()) {
                putBack(book, taken);
                return new Result(List.of(), change, obstacle.get());
            }
            Change inverse = inverse(change);
            book.apply(inverse);
            taken.add(inverse);
        }
        return new Result(taken, null, null);
    }

    private static void putBack(OrgBook book, List<Change> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            book.apply(inverse(taken.get(i)));
        }
    }

    private static Change inverse(Change change) {
        return new Change(ChangeKind.CHANGE_UNDONE, change.after(), change.before());
    }

    private static Optional<Obstacle> obstacle(OrgBook book, Change change) {
        return switch (change.kind()) {
            case KEY_REVEALED, KEY_SHOWN -> Optional.of(Obstacle.REVEALED);
            case KEYS_EXPORTED -> Optional.of(Obstacle.EXPORTED);
            case SEAT_REMOVED, SEAT_REASSIGNED -> standing(book, change).or(() -> givenUp(book, change));
            case ORGANISATION_MIGRATED,
                    ORGANISATION_CHANGED,
                    LOCATION_RECORDED,
                    LOCATION_CHANGED,
                    USER_RECORDED,
                    USER_CHANGED,
                    MEMBERSHIP_RECORDED,
                    MEMBERSHIP_CHANGED,
                    ROLE_GRANTED,
                    ROLE_REVOKED,
                    ORDER_RECORDED,
                    ORDER_CHANGED,
                    BENEFIT_RECORDED,
                    BENEFIT_CHANGED,
                    KEY_RECORDED,
                    KEY_CHANGED,
                    KEY_ACTIVATED,
                    KEY_ACTIVATION_RECORDED,
                    SEAT_RECORDED,
                    SEAT_ASSIGNED,
                    SEAT_CHANGED,
                    OFFER_ACTIVATED,
                    SERVICE_REQUEST_RECORDED,
                    CONTACT_RECORDED,
                    CONTACT_CHANGED,
                    CHANGE_UNDONE -> standing(book, change);
        };
    }

    private static Optional<Obstacle> givenUp(OrgBook book, Change change) {
        return change.before() instanceof Seat seat
                        && seat.userId() != null
                        && book.user(seat.userId()).identity() == Identity.MSA
                ? Optional.of(Obstacle.GIVEN_UP)
                : Optional.empty();
    }

    private static Optional<Obstacle> standing(OrgBook book, Change change) {
        @Nullable Entity now = book.standing(change.entity()).orElse(null);
        if (!Objects.equals(now, change.after())) {
            return Optional.of(Obstacle.CHANGED);
        }
        Entity before = change.before();
        if (before == null) {
            return change.entity().match(new Dependents(book)) ? Optional.of(Obstacle.NEEDED) : Optional.empty();
        }
        return before.match(new Footing(book)) ? Optional.empty() : Optional.of(Obstacle.CHANGED);
    }
}
