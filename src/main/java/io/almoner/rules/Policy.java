package io.almoner.rules;

import java.util.Map;
import java.util.Set;

import io.almoner.book.OfferType;
import io.almoner.book.Role;

/**
 * What is allowed, as of a date: the terms changed over the years, so they are data.
 *
 * @param name year and month, such as {@code 2020-03}
 * @param assigningRoles who may assign benefits to employees (ROL-002)
 * @param seatCoolDownDays days from the original assignment until a Visual Studio seat can be given to another person
 *     (VS-003); 0 for at any time
 * @param technicalActivation what a technical benefit's activation asks for (TEC-001)
 * @param usageBasedAssignee whom usage-based Azure may be assigned to (CLD-001)
 * @param usageBasedRemoval what can be done with usage-based credit that somebody holds (CLD-007)
 * @param refundDays how many days after purchase a refund can be asked, the last one included (REF-001)
 * @param refundScope what must not have been activated for a refund (REF-002)
 * @param revealedKeyInRefund weight of a key that was revealed but not activated (REF-003)
 * @param activationWindowDays how many business days "several days" are (TEC-004)
 * @param seatCaps how many Visual Studio seats an organisation may have in use (VS-005)
 * @param useCaps how many times the initial grant may be in use (CAP-001, CAP-002)
 * @param offers the level that a Go-To-Market offer asks for at least (GTM-001), by the offer's plain name
 */
public record Policy(
        String name,
        Set<Role> assigningRoles,
        int seatCoolDownDays,
        TechnicalActivation technicalActivation,
        UsageBasedAssignee usageBasedAssignee,
        UsageBasedRemoval usageBasedRemoval,
        int refundDays,
        RefundScope refundScope,
        Severity revealedKeyInRefund,
        int activationWindowDays,
        SeatCaps seatCaps,
        UseCaps useCaps,
        Map<String, OfferType> offers) {

    public Policy {
        assigningRoles = Set.copyOf(assigningRoles);
        offers = Map.copyOf(offers);
    }

    /** What a technical benefit's activation asks for. */
    public enum TechnicalActivation {
        USER_AND_ALTERNATE_EMAIL,
        USER_ONLY
    }

    /** Whom usage-based Azure may be assigned to. */
    public enum UsageBasedAssignee {
        ACTING_USER,
        ANY_USER
    }

    /** What can be done with usage-based credit that somebody holds. */
    public enum UsageBasedRemoval {
        ALLOWED,
        /** It can go to another user, but not away. */
        TRANSFER_ONLY
    }

    /** What must not have been activated for a refund. */
    public enum RefundScope {
        SOFTWARE,
        ANY_BENEFIT
    }

    /** Visual Studio seats in use: in one country and worldwide, without and with a gold competency. */
    public record SeatCaps(int silverCountry, int silverWorldwide, int goldCountry, int goldWorldwide) {}

    /** Use as a multiple of the initial grant, in one country and worldwide. */
    public record UseCaps(int country, int worldwide) {}
}
