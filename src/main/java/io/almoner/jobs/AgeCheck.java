package io.almoner.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.almoner.intake.SourceTable;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** Tells of lists that are old: an export that nobody makes any more would agree with the ledger every night. */
final class AgeCheck {

    private static final int OLD_DAYS = 7;

    private final Clock clock;

    AgeCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * REC-014 for each list that was made more than a week ago.
     *
     * @param on the business date: a run on another day than today's means to look at old lists
     */
    List<Finding> findings(List<SourceTable> tables, LocalDate on) {
        List<Finding> old = new ArrayList<>();
        if (!on.equals(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            return old;
        }
        for (SourceTable table : tables) {
            long days =
                    Duration.between(OlderLists.made(table), clock.instant()).toDays();
            if (days > OLD_DAYS) {
                old.add(Finding.of(Rule.REC_014, null, null, table.label(), Long.toString(days)));
            }
        }
        return old;
    }
}
