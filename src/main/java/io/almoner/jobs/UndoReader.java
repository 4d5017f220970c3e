package io.almoner.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import io.almoner.ledger.Commit;

/**
 * Takes a run back block by block, the youngest row first. Where it goes on after a kill is told by the outcomes that were
 * committed: rows that have one are passed over.
 */
final class UndoReader implements ItemStreamReader<Commit> {

    private final TrailRows rows;
    private final Map<Long, UndoneSource> sources;
    private final TakingBack takingBack;
    private final StopSignal stop;

    UndoReader(TrailRows rows, Map<Long, UndoneSource> sources, TakingBack takingBack, StopSignal stop) {
        this.rows = rows;
        this.sources = sources;
        this.takingBack = takingBack;
        this.stop = stop;
    }

    @Override
    public @Nullable Commit read() {
        stop.check();
        List<ChangedRow> block = new ArrayList<>();
        ChangedRow row;
        do {
            row = rows.next();
            if (row != null && !isSettled(row)) {
                block.add(row);
            }
        } while (row != null && block.size() < BlockReader.BLOCK);
        return block.isEmpty() ? null : takingBack.process(block);
    }

    private boolean isSettled(ChangedRow row) {
        UndoneSource source = sources.get(row.sourceId());
        return source == null || source.settled().get(row.number());
    }
}
