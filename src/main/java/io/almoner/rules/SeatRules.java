package io.almoner.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.Facts;
import io.almoner.book.Holder;
import io.almoner.book.OfferType;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Seat;
import io.almoner.book.User;
import io.almoner.book.Words;

/** Rules about seats: VS-002 to VS-004, VS-006 to VS-009, CLD-001 and CLD-007. */
public final class SeatRules {

    private SeatRules() {}

    /**
     * VS-007: a subscription GUID stands for one seat of one benefit, held by nobody else.
     *
     * @param seat as it would be
     * @param before the seat of that GUID in this book; null when the book has none
     */
    public static List<Finding> guid(OrgBook book, Facts facts, Seat seat, @Nullable Seat before) {
        String guid = seat.subscriptionGuid();
        if (guid == null) {
            return List.of();
        }
        if (before == null) {
            Holder holder = facts.guids().get(guid);
            return holder == null ? List.of() : elsewhere(guid, holder.benefitName(), holder.organisationCode());
        }
        if (before.benefitId() != seat.benefitId()) {
            return elsewhere(guid, book.benefit(before.benefitId()).name(), book.code());
        }
        boolean occupied = before.isHeld() && !Objects.equals(before.userId(), seat.userId());
        return occupied
                ? List.of(Finding.of(
                                Rule.VS_007,
                                "SubscriptionGuid",
                                guid,
                                book.user(Objects.requireNonNull(before.userId()))
                                        .email())
                        .variant("occupied"))
                : List.of();
    }

    /** VS-007: a GUID that a wish names does not stand for a seat of another benefit or organisation. */
    public static List<Finding> ofBenefit(OrgBook book, Facts facts, Benefit benefit, @Nullable String guid) {
        if (guid == null) {
            return List.of();
        }
        Optional<Seat> known = book.seat(guid);
        if (known.isPresent()) {
            Benefit own = book.benefit(known.get().benefitId());
            return own.id() == benefit.id() ? List.of() : elsewhere(guid, own.name(), book.code());
        }
        Holder holder = facts.guids().get(guid);
        return holder == null ? List.of() : elsewhere(guid, holder.benefitName(), holder.organisationCode());
    }

    /** VS-007: a free seat that a wish names is of the level that it names. */
    public static List<Finding> levelOfSeat(Seat seat, @Nullable String level) {
        return seat.level() == null || level == null || isSameLevel(level, seat.level())
                ? List.of()
                : List.of(Finding.of(Rule.VS_007, "SubscriptionLevel", level, level, seat.level())
                        .variant("level"));
    }

    /** Some files call it Enterprise, others Visual Studio Enterprise. */
    private static boolean isSameLevel(String one, String other) {
        String first = Words.plain(one);
        String second = Words.plain(other);
        return first.endsWith(second) || second.endsWith(first);
    }

    /** VS-007: every seat of the benefit is known by another GUID. */
    public static Finding unknownGuid(String guid, Benefit benefit) {
        return Finding.of(Rule.VS_007, "SubscriptionGuid", guid, benefit.name()).variant("unknown");
    }

    /** VS-002: the seat is held by somebody else. */
    public static Finding occupied(Benefit benefit, User holder) {
        return Finding.of(Rule.VS_002, "BenefitName", benefit.name(), benefit.name(), holder.email());
    }

    /** VS-003: the first day on which a seat can be given to another person; empty when it can be on that day. */
    public static Optional<LocalDate> coolingUntil(Seat seat, Benefit benefit, Policy policy, LocalDate on) {
        LocalDate assigned = seat.assignedOn();
        if (benefit.category() != Category.VISUAL_STUDIO || policy.seatCoolDownDays() == 0 || assigned == null) {
            return Optional.empty();
        }
        LocalDate free = assigned.plusDays(policy.seatCoolDownDays());
        return free.isAfter(on) ? Optional.of(free) : Optional.empty();
    }

    /** VS-003: the cool-down of the policy is not over. */
    public static Finding cooling(Benefit benefit, LocalDate free, Policy policy) {
        return Finding.of(
                Rule.VS_003,
                "BenefitName",
                benefit.name(),
                benefit.name(),
                free.toString(),
                Integer.toString(policy.seatCoolDownDays()));
    }

    /** VS-004: the new holder is the old one. */
    public static Finding sameUser(String email) {
        return Finding.of(Rule.VS_004, "SignInEmail", email, email);
    }

    /** VS-009: who is to hand over a seat has none. */
    public static Finding noSeat(Benefit benefit, String email) {
        return Finding.of(Rule.VS_009, "PreviousEmail", email, email, benefit.name());
    }

    /** CLD-001: usage-based credit is assigned to whom the policy allows. */
    public static List<Finding> usageBasedAssignee(Benefit benefit, String email, String actingUser, Policy policy) {
        return benefit.isUsageBased()
                        && policy.usageBasedAssignee() == Policy.UsageBasedAssignee.ACTING_USER
                        && !email.equals(actingUser)
                ? List.of(Finding.of(Rule.CLD_001, "SignInEmail", email, benefit.name(), actingUser))
                : List.of();
    }

    /** CLD-007: usage-based credit may not be taken away under the policy. */
    public static List<Finding> removable(Benefit benefit, Policy policy) {
        return benefit.isUsageBased() && policy.usageBasedRemoval() == Policy.UsageBasedRemoval.TRANSFER_ONLY
                ? List.of(Finding.of(Rule.CLD_007, "BenefitName", benefit.name(), benefit.name()))
                : List.of();
    }

    private static List<Finding> elsewhere(String guid, String benefit, String organisation) {
        return List.of(Finding.of(Rule.VS_007, "SubscriptionGuid", guid, benefit, organisation)
                .variant("elsewhere"));
    }

    /** VS-006: an Action Pack brings Professional, a competency Enterprise subscriptions. */
    public static List<Finding> level(PurchaseOrder order, Benefit benefit, Seat seat) {
        String level = seat.level();
        Optional<String> expected = expectedLevel(order.offerType());
        if (benefit.category() != Category.VISUAL_STUDIO || level == null || expected.isEmpty()) {
            return List.of();
        }
        return isLevelOf(order, level)
                ? List.of()
                : List.of(Finding.of(Rule.VS_006, "Level", level, level, expected.get()));
    }

    /** Whether an order brings subscriptions of a level; true when either is not known. */
    public static boolean isLevelOf(PurchaseOrder order, @Nullable String level) {
        return level == null
                || expectedLevel(order.offerType())
                        .map(expected -> Words.plain(level).contains(Words.plain(expected)))
                        .orElse(true);
    }

    private static Optional<String> expectedLevel(OfferType offerType) {
        return switch (offerType) {
            case ACTION_PACK, LEARNING_ACTION_PACK -> Optional.of("Professional");
            case SILVER, GOLD -> Optional.of("Enterprise");
            case NETWORK, ISV_COSELL -> Optional.empty();
        };
    }

    /** The level of a seat, which its package tells where nobody said it. */
    private static String level(OrgBook book, Seat seat) {
        if (seat.level() != null) {
            return Words.plain(seat.level());
        }
        PurchaseOrder order = book.order(book.benefit(seat.benefitId()));
        return expectedLevel(order.offerType()).map(Words::plain).orElse("");
    }

    /** VS-008: the same person holds another seat of the same level. */
    public static List<Finding> twice(OrgBook book, Benefit benefit, Seat seat, User holder) {
        if (benefit.category() != Category.VISUAL_STUDIO) {
            return List.of();
        }
        for (Seat other : book.seatsOf(holder)) {
            if (other.id() != seat.id()
                    && other.isHeld()
                    && book.benefit(other.benefitId()).category() == Category.VISUAL_STUDIO
                    && level(book, other).equals(level(book, seat))) {
                String name = Objects.requireNonNullElse(
                        other.subscriptionGuid(),
                        book.benefit(other.benefitId()).name());
                return List.of(Finding.of(Rule.VS_008, "SignInEmail", holder.email(), name));
            }
        }
        return List.of();
    }
}
