package io.almoner.book;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Wish.BenefitChoice;
import io.almoner.rules.Finding;
import io.almoner.rules.GrantRules;
import io.almoner.rules.RefundRules;
import io.almoner.rules.Rule;
import io.almoner.rules.TechnicalRules;

/** Records what is asked of Microsoft: cancellations for a refund and advisory hours. */
final class RequestWishes {

    private final Case current;
    private final Verdict verdict;

    RequestWishes(Case current, Verdict verdict) {
        this.current = current;
        this.verdict = verdict;
    }

    /** The order that a cancellation means: by its number, or by a benefit that it grants. */
    Optional<PurchaseOrder> order(BenefitChoice choice) {
        if (choice.name() != null) {
            return new BenefitSelection(current.book(), choice)
                    .find(null, verdict)
                    .map(current.book()::order);
        }
        Optional<PurchaseOrder> order = Optional.ofNullable(choice.orderNumber())
                .flatMap(current.book()::order)
                .filter(known -> choice.mpnId() == null || places(known).contains(choice.mpnId()));
        if (order.isEmpty()) {
            String place = choice.mpnId() == null ? current.book().code() : choice.mpnId();
            verdict.found(Finding.of(Rule.BEN_001, "OrderNumber", choice.orderNumber(), place)
                    .variant("order"));
        }
        return order;
    }

    /** The MPN IDs of the locations at which an order grants something. */
    Set<String> places(PurchaseOrder order) {
        return current.book().benefits(order).stream()
                .map(benefit -> current.book().location(benefit.locationId()).mpnId())
                .collect(Collectors.toSet());
    }

    void cancel(Wish.Cancel wish, PurchaseOrder order) {
        if (order.status() == OrderStatus.CANCEL_REQUESTED || order.status() == OrderStatus.REFUNDED) {
            return;
        }
        Setting setting = current.setting();
        LocalDate requestedOn = Objects.requireNonNullElse(wish.requestedOn(), setting.on());
        verdict.found(RefundRules.refund(current.book(), order, setting.policy(), requestedOn, wish.number()));
        if (verdict.refused()) {
            return;
        }
        verdict.change(ChangeKind.ORDER_CHANGED, order, order.with(OrderStatus.CANCEL_REQUESTED));
        verdict.create(
                ChangeKind.SERVICE_REQUEST_RECORDED,
                new ServiceRequest(
                        current.identifiers().next(),
                        ServiceRequest.Kind.CANCELLATION,
                        order.id(),
                        null,
                        null,
                        wish.number(),
                        requestedOn,
                        null,
                        null,
                        null));
    }

    void hours(Wish.RequestHours wish, Benefit benefit, @Nullable User user) {
        Optional<ServiceRequest> known = current.book().requests(current.book().order(benefit)).stream()
                .filter(request -> isSame(request, wish, benefit, user))
                .findFirst();
        if (known.isPresent()) {
            String day = known.get().requestedOn().toString();
            verdict.found(
                    Finding.of(Rule.FIL_007, "Reference", wish.reference(), day).variant("recorded"));
            return;
        }
        verdict.found(GrantRules.ended(
                Rule.VS_001, current.book(), benefit, current.setting().on()));
        verdict.found(TechnicalRules.hours(benefit, wish, left(benefit)));
        if (!verdict.refused()) {
            record(wish, benefit, user);
        }
    }

    private void record(Wish.RequestHours wish, Benefit benefit, @Nullable User user) {
        verdict.create(
                ChangeKind.SERVICE_REQUEST_RECORDED,
                new ServiceRequest(
                        current.identifiers().next(),
                        ServiceRequest.Kind.ADVISORY_HOURS,
                        benefit.orderId(),
                        benefit.id(),
                        user == null ? null : user.id(),
                        wish.number(),
                        Objects.requireNonNullElse(
                                wish.requestedOn(), current.setting().on()),
                        wish.phase(),
                        wish.hours(),
                        wish.reference()));
    }

    /** A row without a date means no other request than the one that is there, on whatever day it is submitted again. */
    private static boolean isSame(ServiceRequest known, Wish.RequestHours wish, Benefit benefit, @Nullable User user) {
        return Objects.equals(known.benefitId(), benefit.id())
                && Objects.equals(known.userId(), user == null ? null : user.id())
                && known.phase() == wish.phase()
                && Objects.equals(known.hours(), wish.hours())
                && Objects.equals(known.reference(), wish.reference())
                && Objects.equals(known.number(), wish.number())
                && (wish.requestedOn() == null || wish.requestedOn().equals(known.requestedOn()));
    }

    /** What the source said was used, and what was asked for since. */
    private @Nullable Long left(Benefit benefit) {
        if (benefit.unit() == Unit.UNLIMITED) {
            return null;
        }
        long asked = current.book().requests(current.book().order(benefit)).stream()
                .filter(request -> Objects.equals(request.benefitId(), benefit.id()))
                .mapToLong(request -> Objects.requireNonNullElse(request.hours(), 0L))
                .sum();
        return Math.max(0, benefit.quantity() - benefit.used() - asked);
    }
}
