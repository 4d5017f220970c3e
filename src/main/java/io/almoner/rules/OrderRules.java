package io.almoner.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.almoner.book.OrderStatus;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;

/** Rules about orders: two of a kind (MIG-012) and renewal (REN-001). */
public final class OrderRules {

    /** The renewal window is the days 1 to 30 after the anniversary. */
    private static final int WINDOW_DAYS = 30;

    private static final int FIRST_REMINDER_DAYS_BEFORE = 15;

    private static final int LAST_REMINDER_DAYS_AFTER = 23;

    private static final int DAYS_OF_A_PACKAGE = 365;

    private OrderRules() {}

    /** Where an order is in its life on a day, as far as its anniversary tells; ACTIVE when that is not known. */
    public static OrderStatus status(@Nullable LocalDate anniversaryOn, LocalDate on) {
        if (anniversaryOn == null || !on.isAfter(anniversaryOn)) {
            return OrderStatus.ACTIVE;
        }
        return on.isAfter(anniversaryOn.plusDays(WINDOW_DAYS)) ? OrderStatus.EXPIRED : OrderStatus.RENEWAL_WINDOW;
    }

    /** MIG-012: another active order of the same offer type and competency stands in the organisation. */
    public static List<Finding> sameOffer(OrgBook book, PurchaseOrder order) {
        return book.orders().stream()
                .filter(other -> isInForce(other) && isInForce(order) && isSameOffer(other, order))
                .map(PurchaseOrder::number)
                .findFirst()
                .map(other -> List.of(Finding.of(Rule.MIG_012, "OrderNumber", order.number(), other)))
                .orElse(List.of());
    }

    /** True while the order grants what it granted: until its renewal window is over. */
    static boolean isInForce(PurchaseOrder order) {
        return order.status() == OrderStatus.ACTIVE || order.status() == OrderStatus.RENEWAL_WINDOW;
    }

    private static boolean isSameOffer(PurchaseOrder one, PurchaseOrder other) {
        return one.id() != other.id()
                && one.offerType() == other.offerType()
                && Objects.equals(one.competency(), other.competency())
                && !Objects.equals(one.upgradeOf(), other.number())
                && !Objects.equals(other.upgradeOf(), one.number());
    }

    /** Where an order is in its life on a day: what was said of it, unless its anniversary has ended it since. */
    public static OrderStatus statusOn(PurchaseOrder order, LocalDate on) {
        return isInForce(order) ? status(order.anniversaryOn(), on) : order.status();
    }

    /** True when an order of that status grants nothing any more. */
    public static boolean isOver(OrderStatus status) {
        return switch (status) {
            case LAPSED, EXPIRED, CANCEL_REQUESTED, REFUNDED -> true;
            case CREATED, PAYMENT_PENDING, ACTIVE, RENEWAL_WINDOW, RENEWED, REFUND_DENIED -> false;
        };
    }

    /** REN-001 and REN-003: told while the order can be renewed on a day. */
    public static List<Finding> renewal(PurchaseOrder order, LocalDate on) {
        LocalDate anniversary = order.anniversaryOn();
        if (anniversary == null || statusOn(order, on) != OrderStatus.RENEWAL_WINDOW) {
            return List.of();
        }
        return List.of(
                window(anniversary),
                Finding.of(
                        Rule.REN_003,
                        "OrderNumber",
                        order.number(),
                        order.number(),
                        nextAnniversary(anniversary).toString()));
    }

    /** A package runs for 365 days, leap year or not. */
    public static LocalDate nextAnniversary(LocalDate anniversary) {
        return anniversary.plusDays(DAYS_OF_A_PACKAGE);
    }

    /**
     * When an order can be renewed.
     *
     * @param first the first day of the window
     * @param last its last day
     * @param firstReminder a while before the anniversary
     * @param lastReminder a week before the window closes
     */
    public record Renewal(LocalDate first, LocalDate last, LocalDate firstReminder, LocalDate lastReminder) {

        /** The renewal after an anniversary. */
        public static Renewal after(LocalDate anniversary) {
            return new Renewal(
                    anniversary.plusDays(1),
                    anniversary.plusDays(WINDOW_DAYS),
                    anniversary.minusDays(FIRST_REMINDER_DAYS_BEFORE),
                    anniversary.plusDays(LAST_REMINDER_DAYS_AFTER));
        }
    }

    private static Finding window(LocalDate anniversary) {
        Renewal renewal = Renewal.after(anniversary);
        return Finding.of(
                Rule.REN_001,
                "AnniversaryDate",
                anniversary.toString(),
                renewal.first().toString(),
                renewal.last().toString());
    }

    /** REN-001: told while the order can be renewed. */
    public static List<Finding> renewal(PurchaseOrder order) {
        LocalDate anniversary = order.anniversaryOn();
        if (anniversary == null || order.status() != OrderStatus.RENEWAL_WINDOW) {
            return List.of();
        }
        return List.of(window(anniversary));
    }
}
