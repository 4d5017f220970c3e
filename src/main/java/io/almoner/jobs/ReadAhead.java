package io.almoner.jobs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;

/** Rows that another thread reads while the last ones are judged: reading costs no time of its own on a second core. */
final class ReadAhead implements RowCursor {

    private static final int ROWS = 500;
    private static final int PARCELS = 2;

    private final BlockingQueue<Parcel> parcels = new ArrayBlockingQueue<>(PARCELS);
    private final Thread thread;
    private Iterator<Row> rows = List.<Row>of().iterator();
    private boolean ended;

    /** Some rows, and how the reading ended after them, if it did. */
    private record Parcel(
            List<Row> rows, boolean last, @Nullable RuntimeException failure) {}

    ReadAhead(Supplier<RowCursor> source) {
        thread = new Thread(() -> read(source), "read-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Supplier<RowCursor> source) {
        List<Row> parcel = new ArrayList<>(ROWS);
        try (RowCursor cursor = source.get()) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                parcel.add(row);
                if (parcel.size() == ROWS) {
                    parcels.put(new Parcel(parcel, false, null));
                    parcel = new ArrayList<>(ROWS);
                }
            }
            parcels.put(new Parcel(parcel, true, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            handOver(new Parcel(parcel, true, e));
        }
    }

    private void handOver(Parcel parcel) {
        try {
            parcels.put(parcel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public @Nullable Row next() {
        while (!rows.hasNext() && !ended) {
            take();
        }
        return rows.hasNext() ? rows.next() : null;
    }

    private void take() {
        try {
            Parcel parcel = parcels.take();
            ended = parcel.last();
            if (parcel.failure() != null) {
                throw parcel.failure();
            }
            rows = parcel.rows().iterator();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                parcels.clear();
                thread.join(100);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
