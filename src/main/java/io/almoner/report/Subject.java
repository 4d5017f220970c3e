package io.almoner.report;

import java.util.Arrays;
import java.util.Locale;

/** The reports that there are. Each is a query and a design of its name; its texts begin with that name too. */
enum Subject {
    ALLOCATIONS,
    UNUSED_KEYS,
    EXPIRING_OFFERS,
    REFUNDS,
    RECONCILIATION,
    ROLE_GAPS;

    /** @throws IllegalArgumentException when there is no report of that name */
    static Subject named(String name) {
        return Arrays.stream(values())
                .filter(subject -> subject.command().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no report is called " + name));
    }

    /** What commands and files call it. */
    String command() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Report read(ScopedLedger ledger) {
        return switch (this) {
            case ALLOCATIONS -> Allocations.read(ledger);
            case UNUSED_KEYS -> UnusedKeys.read(ledger);
            case EXPIRING_OFFERS -> ExpiringOffers.read(ledger);
            case REFUNDS -> Refunds.read(ledger);
            case RECONCILIATION -> Reconciliation.read(ledger);
            case ROLE_GAPS -> RoleGaps.read(ledger);
        };
    }
}
