package io.almoner.cli;

import java.util.ArrayList;
import java.util.List;

import io.almoner.intake.Identified;
import io.almoner.intake.Ignored;
import io.almoner.intake.SourceTable;
import io.almoner.intake.UnusableInputException;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;
import io.almoner.rules.Severity;

/** Leaves to a job the tables that it reads. */
final class JobTables {

    private JobTables() {}

    /**
     * The tables that a job reads; the others are left aside.
     *
     * @throws UnusableInputException when nothing is left
     */
    static Identified of(String job, Identified identified) {
        List<SourceTable> tables = new ArrayList<>();
        List<Ignored> ignored = new ArrayList<>(identified.ignored());
        for (SourceTable table : identified.tables()) {
            if (table.layout().jobs().contains(job)) {
                tables.add(table);
            } else {
                ignored.add(new Ignored(table.label(), notRead(job, table).weighing(Severity.INFORMATION)));
            }
        }
        if (tables.isEmpty()) {
            SourceTable first = identified.tables().get(0);
            throw new UnusableInputException(first.label(), notRead(job, first));
        }
        return new Identified(tables, ignored);
    }

    private static Finding notRead(String job, SourceTable table) {
        return Finding.of(Rule.FIL_001, null, null, table.layout().name(), job).variant("other-job");
    }
}
