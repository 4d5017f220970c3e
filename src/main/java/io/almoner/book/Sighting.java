package io.almoner.book;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a portal's own list shows of something, without saying which benefit of the ledger it belongs to. Only a
 * reconciliation can make use of it.
 */
public sealed interface Sighting extends Command permits Sighting.Subscription, Sighting.ClaimedKey {

    @Override
    default <R> R match(Command.Cases<R> cases) {
        return cases.sighting(this);
    }

    /**
     * A subscription in the list of the Visual Studio portal.
     *
     * @param email the holder's account; null for a subscription that nobody holds
     * @param details what else the row says of it
     * @param assignedOn since when, if the row says it
     * @param expiresOn the last day, if the row says it
     * @param pending the portal has not finished the assignment
     */
    record Subscription(
            @Nullable String email,
            Wish.SeatDetails details,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate expiresOn,
            boolean pending)
            implements Sighting {}

    /**
     * A product key in an export of keys.
     *
     * @param product the name under which the portal offers it
     * @param type Retail, MAK ...; null when the export does not say
     * @param claimedOn when it was claimed; null when never
     */
    record ClaimedKey(
            String product,
            SealedKey key,
            @Nullable String type,
            @Nullable LocalDate claimedOn) implements Sighting {}
}
