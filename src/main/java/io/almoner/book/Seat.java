package io.almoner.book;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.almoner.rules.SeatRules;

/**
 * A seat of a benefit and, when somebody holds it, her assignment.
 *
 * @param id the surrogate key
 * @param benefitId the benefit that it belongs to
 * @param userId who holds it; null for a free seat
 * @param level the subscription level as the source says it, if any
 * @param subscriptionGuid the portal's GUID, lower case; unique in the ledger; null when unknown
 * @param holderName the name that the source gives the holder; may differ from the user list
 * @param notificationEmail where the portal writes to, if not to the account
 * @param alternateEmail the second address of a technical benefit
 * @param country ISO 3166-1 alpha-2, if known
 * @param language preferred language, if known
 * @param reference the admin's own reference, if any
 * @param downloads whether downloads are allowed; null when the source does not say
 * @param assignedOn since when it is held, if known
 * @param expiresOn the last day, if known
 * @param technicalId PMC's Technical ID of the holder, if any
 * @param state where the assignment is in its life
 * @param removedOn when the last holder was removed, if ever
 */
public record Seat(
        long id,
        long benefitId,
        @Nullable Long userId,
        @Nullable String level,
        @Nullable String subscriptionGuid,
        @Nullable String holderName,
        @Nullable String notificationEmail,
        @Nullable String alternateEmail,
        @Nullable String country,
        @Nullable String language,
        @Nullable String reference,
        @Nullable Boolean downloads,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate expiresOn,
        @Nullable String technicalId,
        SeatState state,
        @Nullable LocalDate removedOn)
        implements Entity {

    /** True when somebody holds it, be it pending. */
    public boolean isHeld() {
        return userId != null && (state == SeatState.ACTIVE || state == SeatState.PENDING);
    }

    /** The seat without its holder: since when it was held is kept, for a cool-down counts from there. */
    public Seat freed(LocalDate on) {
        return new Seat(
                id,
                benefitId,
                null,
                level,
                subscriptionGuid,
                null,
                null,
                null,
                country,
                null,
                null,
                null,
                assignedOn,
                expiresOn,
                null,
                SeatState.REMOVED,
                on);
    }

    /** The seat in the same hands, with what a row says of it. */
    public Seat updated(Wish.SeatDetails details) {
        return new Seat(
                id,
                benefitId,
                userId,
                level != null && SeatRules.levelOfSeat(this, details.level()).isEmpty()
                        ? level
                        : Verdict.newer(details.level(), level),
                Verdict.newer(details.subscriptionGuid(), subscriptionGuid),
                Verdict.newer(details.name(), holderName),
                Verdict.newer(details.notificationEmail(), notificationEmail),
                Verdict.newer(details.alternateEmail(), alternateEmail),
                Verdict.newer(details.country(), country),
                Verdict.newer(details.language(), language),
                Verdict.newer(details.reference(), reference),
                Verdict.newer(details.downloads(), downloads),
                assignedOn,
                expiresOn,
                technicalId,
                state,
                removedOn);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.seat(this);
    }
}
