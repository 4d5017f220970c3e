package io.almoner.jobs;

import java.time.Clock;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.batch.infrastructure.item.ItemStreamReader;

import io.almoner.ledger.AuditTrail;
import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.Run;
import io.almoner.ledger.RunSource;
import io.almoner.ledger.Sources;

/** One way of an undo through a ledger, real or rehearsed. */
final class UndoPass {

    private final Parts parts;
    private final LedgerView view;
    private final List<UndoneSource> sources;

    /**
     * What every pass of an undo shares.
     *
     * @param undone the run that is taken back
     * @param earlier the undo runs that took some of it back before, by their keys
     * @param sources those of the run that is taken back
     * @param trail what it changed
     */
    record Parts(
            Run undone,
            List<Long> earlier,
            List<RunSource> sources,
            AuditTrail trail,
            RunRecord record,
            Clock clock,
            StopSignal stop) {}

    UndoPass(Parts parts, LedgerView view) {
        this.parts = parts;
        this.view = view;
        this.sources = parts.sources().stream().map(this::source).toList();
    }

    private UndoneSource source(RunSource source) {
        Sources ledger = view.sources();
        long id = source.sourceId();
        BitSet takenBack = new BitSet();
        for (long run : parts.earlier()) {
            takenBack.or(ledger.rows(run, id, Set.of(Outcome.APPLIED)));
        }
        return new UndoneSource(
                id,
                ledger.find(id).orElseThrow().name(),
                ledger.rows(parts.undone().id(), id, Set.of(Outcome.APPLIED)).cardinality(),
                takenBack,
                ledger.rows(runId(), id, EnumSet.allOf(Outcome.class)));
    }

    LedgerView view() {
        return view;
    }

    List<UndoneSource> sources() {
        return sources;
    }

    /** How many rows the run changed something for. */
    long totalRows() {
        return sources.stream().mapToLong(UndoneSource::changed).sum();
    }

    Figures figures() {
        return Figures.of(view, runId(), sources.stream().map(UndoneSource::id).toList(), totalRows());
    }

    /** The commits that take the run back; made once a step, since it remembers what it has seen. */
    ItemStreamReader<Commit> commits() {
        Map<Long, UndoneSource> byId =
                sources.stream().collect(Collectors.toMap(UndoneSource::id, Function.identity()));
        TakingBack takingBack = new TakingBack(parts, view, byId);
        return new UndoReader(new TrailRows(parts.trail(), parts.undone()), byId, takingBack, parts.stop());
    }

    private long runId() {
        return parts.record().run().id();
    }
}
