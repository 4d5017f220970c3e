package io.almoner.jobs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.almoner.book.Judge;
import io.almoner.intake.CommandReader;
import io.almoner.intake.Intake;
import io.almoner.intake.SourceTable;
import io.almoner.ledger.Identifiers;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.OutcomesOfRun;
import io.almoner.ledger.SourceKey;
import io.almoner.ledger.Vault;

/** One way of a run's tables through a ledger, real or rehearsed. */
final class Pass {

    private final Parts parts;
    private final LedgerView view;
    private final List<RunTable> tables;
    private final Finishing finishing;

    /** Whether rows that were applied are done with for good, so that a workbook may say so. */
    enum Finishing {
        ROWS,
        /** A row that only says how something stands is never done with. */
        NOTHING
    }

    /** What every pass of a run shares. */
    record Parts(
            Intake intake,
            List<SourceTable> tables,
            Function<SourceTable, CommandReader> readers,
            Survey survey,
            RunRecord record,
            Vault vault,
            Clock clock,
            StopSignal stop) {}

    Pass(Parts parts, LedgerView view) {
        this.parts = parts;
        this.view = view;
        this.tables = tables(parts, view);
        this.finishing = Finishing.ROWS;
    }

    /** A pass over tables whose rows only say how something stands. */
    Pass(Parts parts, LedgerView view, List<RunTable> tables) {
        this.parts = parts;
        this.view = view;
        this.tables = List.copyOf(tables);
        this.finishing = Finishing.NOTHING;
    }

    private static List<RunTable> tables(Parts parts, LedgerView view) {
        long runId = parts.record().run().id();
        RowMarks marks = new RowMarks(parts.vault(), view.sources(), runId);
        List<RunTable> tables = new ArrayList<>();
        for (SourceTable source : parts.tables()) {
            SourceKey key = key(source, parts.record().options());
            long id = view.sources().idOf(key);
            OutcomesOfRun done = view.sources().outcomes(runId, id);
            tables.add(new RunTable(
                    source,
                    key,
                    id,
                    parts.readers().apply(source),
                    Surveyor.keyColumns(source),
                    view.sources().settledRows(id, runId),
                    new MarkedRows(
                            marks,
                            source,
                            parts.record().options().organisation(),
                            parts.survey().copiesOfMarked(source)),
                    done.rejected(),
                    done.lastRow()));
        }
        return tables;
    }

    /** What the ledger knows a table by. The rows of one that names no organisation are other wishes for another one. */
    static SourceKey key(SourceTable source, RunOptions options) {
        String organisation = options.organisation();
        String whose = organisation == null || CommandReader.namesItsOrganisation(source) ? "" : ":" + organisation;
        return new SourceKey(
                source.identity() + whose, source.name(), source.layout().name());
    }

    LedgerView view() {
        return view;
    }

    List<RunTable> tables() {
        return tables;
    }

    Finishing finishing() {
        return finishing;
    }

    /** The commits of this pass's tables; made once a step, since it remembers what it has seen. */
    Pipeline commits() {
        return commits(BlockReader.BLOCK);
    }

    /** The same, so many rows at a time: the result does not depend on it. */
    Pipeline commits(int blockSize) {
        Identifiers identifiers = view.ledger().identifiers();
        InFlight inFlight = new InFlight();
        Walk walk = new Walk(new Walk.WalkParts(
                tables,
                parts.survey(),
                new Judge(parts.record().options().setting(), identifiers),
                identifiers,
                new Books(view.ledger(), inFlight),
                new Holders(view.ledger(), inFlight),
                inFlight,
                parts.record().run().id(),
                parts.clock(),
                parts.record().options().setting().purpose()));
        BlockReader reader = new BlockReader(parts.intake(), tables, blockSize, walk::passed, parts.stop());
        return new Pipeline(reader, walk, inFlight, parts.stop(), view.threads());
    }
}
