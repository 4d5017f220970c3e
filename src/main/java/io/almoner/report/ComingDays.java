package io.almoner.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.almoner.report.ExpiringQuery.Expiring;
import io.almoner.report.ExpiringQuery.Sort;
import io.almoner.report.RefundCases.RefundCase;

/** What somebody may want to decide within the next days: packages to be renewed, and those that can still be cancelled. */
final class ComingDays {

    /** As long as a renewal window, and as a refund can be asked. */
    static final int DAYS = 30;

    private final ScopedLedger ledger;

    ComingDays(ScopedLedger ledger) {
        this.ledger = ledger;
    }

    /** What there is to decide; each has a word in the texts. */
    enum Matter {
        RENEWAL_BEGINS,
        RENEWAL_ENDS,
        REFUND_ENDS
    }

    /** Something to decide by a day. */
    record Coming(Matter matter, OrderLine order, LocalDate day) {}

    /** All of it, the soonest first. */
    List<Coming> all() {
        List<Coming> coming = new ArrayList<>();
        try (Stream<Expiring> ends = new ExpiringQuery(ledger).lines()) {
            ends.filter(end -> end.sort() == Sort.PACKAGE && isNear(end.due()))
                    .forEach(end -> coming.add(renewal(end)));
        }
        try (Stream<RefundCase> cases = new RefundCases(ledger).all()) {
            cases.filter(one -> one.standing().isPossible()).forEach(one -> {
                LocalDate last = one.last();
                if (last != null && isNear(last)) {
                    coming.add(new Coming(Matter.REFUND_ENDS, one.line(), last));
                }
            });
        }
        coming.sort(Comparator.comparing(Coming::day)
                .thenComparing(Coming::matter)
                .thenComparing(one -> one.order().organisation(), ledger.byName())
                .thenComparing(one -> one.order().number()));
        return coming;
    }

    private static Coming renewal(Expiring end) {
        boolean begins = end.due().equals(end.anniversary());
        return new Coming(begins ? Matter.RENEWAL_BEGINS : Matter.RENEWAL_ENDS, end.order(), end.due());
    }

    private boolean isNear(LocalDate day) {
        LocalDate today = ledger.scope().on();
        return !day.isBefore(today) && !day.isAfter(today.plusDays(DAYS));
    }
}
