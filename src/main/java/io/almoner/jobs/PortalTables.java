package io.almoner.jobs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.almoner.intake.SourceTable;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.RunSource;
import io.almoner.ledger.SourceKey;

/** The tables of a reconciliation as the ledger knows them: by names of their own, for their rows settle nothing. */
final class PortalTables {

    /** The source of what is found in the ledger itself; its rows are the findings' numbers. */
    private static final SourceKey LEDGER = new SourceKey("ledger", "ledger", "ledger");

    private final List<RunTable> tables = new ArrayList<>();
    private final long ledgerId;

    PortalTables(Pass.Parts parts, LedgerView view) {
        RowMarks marks =
                new RowMarks(parts.vault(), view.sources(), parts.record().run().id());
        for (SourceTable source : parts.tables()) {
            SourceKey known = Pass.key(source, parts.record().options());
            SourceKey key = new SourceKey(known.identity() + ":reconcile", known.name(), known.layout());
            tables.add(new RunTable(
                    source,
                    key,
                    view.sources().idOf(key),
                    parts.readers().apply(source),
                    Surveyor.keyColumns(source),
                    new BitSet(),
                    new MarkedRows(marks, source, parts.record().options().organisation(), new BitSet()),
                    new BitSet(),
                    0));
        }
        ledgerId = view.sources().idOf(LEDGER);
    }

    List<RunTable> tables() {
        return tables;
    }

    long ledgerId() {
        return ledgerId;
    }

    List<RunSource> sources() {
        List<RunSource> sources = new ArrayList<>();
        for (RunTable table : tables) {
            SourceTable source = table.source();
            String entry = source.entry() == null ? "" : "!" + source.entry();
            sources.add(new RunSource(table.sourceId(), source.path().toAbsolutePath() + entry, "{}"));
        }
        sources.add(new RunSource(ledgerId, "", "{}"));
        return sources;
    }

    /** The keys of the tables' sources, without the ledger itself. */
    List<Long> ids() {
        return tables.stream().map(RunTable::sourceId).toList();
    }
}
