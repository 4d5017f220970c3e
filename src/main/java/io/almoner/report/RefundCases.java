package io.almoner.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.PurchaseOrder;
import io.almoner.ledger.BooksInOrder;
import io.almoner.returns.Messages;
import io.almoner.rules.Finding;
import io.almoner.rules.OrderRules;
import io.almoner.rules.RefundRules;
import io.almoner.rules.Rule;

/** Judges every package that is in force by the rules about refunds, book by book, as if it were cancelled today. */
final class RefundCases {

    private static final String CODES = """
            select code from organisation
            where organisation_id between :first and :last
            order by by_name(name), organisation_id
            """;

    /** Somebody will open it; until then its number stands in nobody's way. */
    private static final String REQUEST_TO_COME = "";

    private static final Comparator<RefundCase> SOONEST_FIRST = Comparator.comparing(RefundCase::standing)
            .thenComparing(one -> one.last() == null ? LocalDate.MAX : one.last())
            .thenComparing(one -> one.order().number());

    private final ScopedLedger ledger;

    RefundCases(ScopedLedger ledger) {
        this.ledger = ledger;
    }

    /** Whether a package can be cancelled. */
    enum Standing {
        FREE,
        /** It can, but something is to be minded. */
        WARNED,
        BLOCKED,
        LATE,
        /** Nobody knows when it was bought. */
        UNKNOWN;

        boolean isPossible() {
            return this == FREE || this == WARNED;
        }
    }

    /**
     * A package and what the rules say about its refund.
     *
     * @param last the last day on which a refund can be asked; null where the day of the purchase is not known
     * @param found all findings, by rule
     */
    record RefundCase(
            String organisation,
            PurchaseOrder order,
            @Nullable LocalDate last,
            Standing standing,
            Map<Rule, List<Finding>> found) {

        OrderLine line() {
            return new OrderLine(
                    organisation, order.number(), "", order.offerType().name(), order.competency());
        }

        String codes() {
            return found.keySet().stream().map(Rule::code).collect(Collectors.joining(" "));
        }

        /** What each rule says first, and how often it says so. */
        String reasons(Messages messages, Texts texts) {
            return found.values().stream()
                    .map(same -> {
                        String first = messages.reason(same.get(0).shown(texts::dated));
                        return same.size() == 1 ? first : texts.text("refunds.andMore", first, same.size() - 1);
                    })
                    .collect(Collectors.joining(" "));
        }
    }

    Stream<RefundCase> all() {
        List<String> codes = ledger.sql(CODES).query(String.class).list();
        BooksInOrder books = new BooksInOrder(ledger.access().ledger(), codes);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(books, Spliterator.ORDERED), false)
                .flatMap(this::ofBook);
    }

    private Stream<RefundCase> ofBook(OrgBook book) {
        String name = ledger.names()
                .of(book.code(), book.organisation().map(Organisation::name).orElse(book.code()));
        return book.orders().stream()
                .filter(order -> !OrderRules.isOver(
                        OrderRules.statusOn(order, ledger.scope().on())))
                .map(order -> judged(book, name, order))
                .sorted(SOONEST_FIRST);
    }

    private RefundCase judged(OrgBook book, String organisation, PurchaseOrder order) {
        Scope scope = ledger.scope();
        Map<Rule, List<Finding>> found =
                RefundRules.refund(book, order, scope.policy(), scope.on(), REQUEST_TO_COME).stream()
                        .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
        LocalDate purchased = order.purchasedOn();
        LocalDate last =
                purchased == null ? null : purchased.plusDays(scope.policy().refundDays());
        return new RefundCase(organisation, order, last, standing(last, found), found);
    }

    private Standing standing(@Nullable LocalDate last, Map<Rule, List<Finding>> found) {
        if (last == null) {
            return Standing.UNKNOWN;
        }
        if (last.isBefore(ledger.scope().on())) {
            return Standing.LATE;
        }
        if (found.values().stream().flatMap(List::stream).anyMatch(Finding::refuses)) {
            return Standing.BLOCKED;
        }
        return found.isEmpty() ? Standing.FREE : Standing.WARNED;
    }
}
