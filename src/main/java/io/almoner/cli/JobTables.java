package io.almoner.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.almoner.intake.Identified;
import io.almoner.intake.Ignored;
import io.almoner.intake.Intake;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.SourceTable;
import io.almoner.intake.UnusableInputException;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;
import io.almoner.rules.Severity;

/** Leaves to a job the tables that it reads. */
final class JobTables {

    private JobTables() {}

    /**
     * The tables that a job reads in what was named.
     *
     * @throws UnusableInputException when there is none, or when a folder is named to a job that takes files only
     */
    static Identified of(String job, Intake intake, List<Path> sources, ReadOptions options) {
        for (Path source : sources) {
            if (job.equals("assign") && Files.isDirectory(source)) {
                Finding folder = Finding.of(Rule.FIL_010, null, null, job).variant("folder");
                throw new UnusableInputException(source.toString(), folder);
            }
        }
        return of(job, intake.identify(sources, options));
    }

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
