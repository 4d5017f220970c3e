package io.almoner.intake;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command;
import io.almoner.book.SealedKey;
import io.almoner.book.Sighting;
import io.almoner.book.Wish.SeatDetails;

/** The mapping functions of what portals export and nobody can order; each gives null when an identifying cell is missing. */
final class SightingMappings {

    private SightingMappings() {}

    /** A row of the Visual Studio portal's list. */
    static @Nullable Command subscription(CellReader cells) {
        SeatDetails details = WishMappings.details(cells);
        String email = cells.email("SignInEmail");
        LocalDate assigned = cells.date("AssignedDate");
        LocalDate expires = cells.date("ExpirationDate");
        String status = cells.text("SubscriptionStatus");
        boolean pending = status != null
                && cells.known(status, SeatStatus.class)
                        .filter(known -> known == SeatStatus.PENDING)
                        .isPresent();
        if (email == null && details.subscriptionGuid() == null) {
            cells.require("SignInEmail");
            return null;
        }
        return new Sighting.Subscription(email, details, assigned, expires, pending);
    }

    /** A key of a document of keys; a product of which none was claimed stands there without one. */
    static @Nullable Command claimedKey(CellReader cells) {
        String product = cells.text("BenefitName");
        SealedKey key = cells.key("ProductKey");
        String type = cells.text("KeyType");
        LocalDate claimed = cells.date("ClaimedDate");
        return product == null || key == null ? null : new Sighting.ClaimedKey(product, key, type, claimed);
    }
}
