package io.almoner.jobs;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import io.almoner.intake.Intake;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;

/**
 * Reads the tables of a run one after another, block by block. Where it goes on after a kill is told by the outcomes that
 * were committed, not by a position of its own: so it can neither lose nor repeat a row.
 */
final class BlockReader implements ItemStreamReader<Block> {

    /** Rows that a run judges and commits together. */
    static final int BLOCK = 1_000;

    private final Intake intake;
    private final List<RunTable> tables;
    private final int blockSize;
    private final Passed passed;
    private final StopSignal stop;
    private int table = -1;
    private @Nullable RowCursor cursor;

    /** Hears of rows that an earlier process of this run committed. */
    @FunctionalInterface
    interface Passed {
        void row(RunTable table, Row row);
    }

    BlockReader(Intake intake, List<RunTable> tables, int blockSize, Passed passed, StopSignal stop) {
        this.intake = intake;
        this.tables = tables;
        this.blockSize = blockSize;
        this.passed = passed;
        this.stop = stop;
    }

    @Override
    public void open(ExecutionContext context) {
        table = -1;
    }

    @Override
    public @Nullable Block read() {
        stop.check();
        while (cursor != null || advance()) {
            List<Row> rows = rows();
            if (!rows.isEmpty()) {
                return new Block(table, rows);
            }
            close();
        }
        return null;
    }

    private boolean advance() {
        table++;
        if (table >= tables.size()) {
            return false;
        }
        cursor = new ReadAhead(() -> intake.open(tables.get(table).source()));
        return true;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(blockSize);
        RunTable current = tables.get(table);
        while (cursor != null && rows.size() < blockSize) {
            Row row = cursor.next();
            if (row == null) {
                break;
            }
            if (row.number() <= current.resumeAfter()) {
                passed.row(current, row);
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }
}
