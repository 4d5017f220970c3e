package io.almoner.portal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.SealedKey;
import io.almoner.book.Seat;

/** The rows of a book that speak of benefits, keys and seats: one mapping function for each layout, in its columns' order. */
final class BenefitRows {

    private final Function<SealedKey, String> keyText;

    BenefitRows(Function<SealedKey, String> keyText) {
        this.keyText = keyText;
    }

    static Stream<List<Cell>> benefits(OrgBook book) {
        return book.benefits().stream().map(benefit -> benefit(book, benefit));
    }

    private static List<Cell> benefit(OrgBook book, Benefit benefit) {
        PurchaseOrder order = book.order(benefit);
        return List.of(
                location(book, benefit),
                Cell.word(order.offerType()),
                Cell.of(order.competency()),
                Cell.of(order.number()),
                Cell.of(order.purchasedOn()),
                Cell.of(order.anniversaryOn()),
                Cell.of(benefit.name()),
                Cell.word(benefit.category()),
                Cell.word(benefit.type()),
                Cell.of(benefit.quantity()),
                Cell.word(benefit.unit()),
                Cell.of(benefit.used()),
                Cell.word(benefit.status()),
                Cell.of(benefit.usableUntil()),
                Cell.of(benefit.activateBy()),
                Cell.of(benefit.specialInstructions()),
                Cell.list(benefit.languages()),
                Cell.list(benefit.operatingSystems()),
                Cell.list(benefit.downloadLinks()),
                Cell.of(order.upgradeOf()));
    }

    Stream<List<Cell>> keys(OrgBook book) {
        return book.benefits().stream()
                .flatMap(benefit -> book.keys(benefit).stream().map(key -> key(book, benefit, key)));
    }

    private List<Cell> key(OrgBook book, Benefit benefit, ProductKey key) {
        return List.of(
                location(book, benefit),
                Cell.of(book.order(benefit).number()),
                Cell.of(benefit.name()),
                Cell.of(keyText.apply(key.key())),
                Cell.of(key.type()),
                Cell.of(key.seats()),
                Cell.of(key.language()),
                Cell.of(key.operatingSystem()),
                Cell.of(key.revealedOn()),
                Cell.of(key.activationsMax()),
                Cell.of(key.activationsUsed()),
                Cell.of(key.redeemedOn()),
                Cell.of(key.redeemedTenant()));
    }

    static Stream<List<Cell>> seats(OrgBook book) {
        return book.benefits().stream()
                .flatMap(benefit -> book.seats(benefit).stream()
                        // a free seat that nothing identifies is no more than the benefit's quantity says
                        .filter(seat -> seat.isHeld() || seat.subscriptionGuid() != null)
                        .map(seat -> seat(book, benefit, seat)));
    }

    private static List<Cell> seat(OrgBook book, Benefit benefit, Seat seat) {
        boolean held = seat.isHeld();
        @Nullable Long holder = seat.userId();
        return List.of(
                location(book, benefit),
                Cell.of(book.order(benefit).number()),
                Cell.of(benefit.name()),
                Cell.of(seat.level()),
                Cell.of(seat.subscriptionGuid()),
                Cell.of(held ? seat.holderName() : null),
                Cell.of(held && holder != null ? book.user(holder).email() : null),
                Cell.of(held ? seat.notificationEmail() : null),
                Cell.of(held ? seat.alternateEmail() : null),
                Cell.of(held ? seat.assignedOn() : null),
                Cell.of(seat.expiresOn()),
                Cell.of(held ? seat.technicalId() : null),
                held ? Cell.word(seat.state()) : Cell.EMPTY);
    }

    private static Cell location(OrgBook book, Benefit benefit) {
        return Cell.of(book.location(benefit.locationId()).mpnId());
    }
}
