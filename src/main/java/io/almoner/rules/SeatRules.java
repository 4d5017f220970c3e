package io.almoner.rules;

import java.util.List;
import java.util.Locale;
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

/** Rules about Visual Studio seats: VS-006, VS-007 and VS-008. */
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
        return level.toLowerCase(Locale.ROOT).contains(expected.get().toLowerCase(Locale.ROOT))
                ? List.of()
                : List.of(Finding.of(Rule.VS_006, "Level", level, level, expected.get()));
    }

    private static Optional<String> expectedLevel(OfferType offerType) {
        return switch (offerType) {
            case ACTION_PACK, LEARNING_ACTION_PACK -> Optional.of("Professional");
            case SILVER, GOLD -> Optional.of("Enterprise");
            case NETWORK, ISV_COSELL -> Optional.empty();
        };
    }

    /** VS-008: the same person holds another seat of the same level. */
    public static List<Finding> twice(OrgBook book, Benefit benefit, Seat seat, User holder) {
        if (benefit.category() != Category.VISUAL_STUDIO) {
            return List.of();
        }
        for (Seat other : book.seatsOf(holder)) {
            if (other.id() != seat.id()
                    && other.isHeld()
                    && Objects.equals(other.level(), seat.level())
                    && book.benefit(other.benefitId()).category() == Category.VISUAL_STUDIO) {
                String name = Objects.requireNonNullElse(
                        other.subscriptionGuid(),
                        book.benefit(other.benefitId()).name());
                return List.of(Finding.of(Rule.VS_008, "SignInEmail", holder.email(), name));
            }
        }
        return List.of();
    }
}
