package io.almoner.jobs;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerView.Threads;

/**
 * Judges the next blocks in a thread of its own while the step commits the last one, so that the database and the rules
 * work at the same time. Commits come out in the order of the blocks.
 */
final class Pipeline implements ItemStreamReader<Commit> {

    private static final int AHEAD = 1;

    private final BlockReader reader;
    private final Walk walk;
    private final InFlight inFlight;
    private final StopSignal stop;
    private final Threads threads;
    private final BlockingQueue<Judged> judged = new ArrayBlockingQueue<>(AHEAD);
    private @Nullable Thread thread;
    private boolean handedOut;

    /** A judged block, or the end, or what ended the judging. */
    private record Judged(@Nullable Commit commit, @Nullable RuntimeException failure) {}

    Pipeline(BlockReader reader, Walk walk, InFlight inFlight, StopSignal stop, Threads threads) {
        this.reader = reader;
        this.walk = walk;
        this.inFlight = inFlight;
        this.stop = stop;
        this.threads = threads;
    }

    @Override
    public void open(ExecutionContext context) {
        reader.open(context);
        if (threads == Threads.SEVERAL) {
            startJudging();
        }
    }

    private void startJudging() {
        Thread judging = new Thread(this::judge, "walk");
        judging.setDaemon(true);
        judging.start();
        thread = judging;
    }

    private void judge() {
        try {
            for (Block block = reader.read(); block != null; block = reader.read()) {
                judged.put(new Judged(walk.process(block), null));
            }
            judged.put(new Judged(null, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            handOver(e);
        } finally {
            reader.close();
        }
    }

    private void handOver(RuntimeException failure) {
        try {
            judged.put(new Judged(null, failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next commit; being asked for it means that the one before is committed. */
    @Override
    public @Nullable Commit read() {
        if (handedOut) {
            inFlight.committed();
            handedOut = false;
        }
        stop.check();
        Judged next = threads == Threads.SEVERAL ? taken() : judgedNow();
        if (next.failure() != null) {
            throw next.failure();
        }
        handedOut = next.commit() != null;
        return next.commit();
    }

    private Judged judgedNow() {
        Block block = reader.read();
        return new Judged(block == null ? null : walk.process(block), null);
    }

    private Judged taken() {
        try {
            return judged.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException();
        }
    }

    @Override
    public void close() {
        Thread judging = thread;
        if (judging == null) {
            reader.close();
            return;
        }
        judging.interrupt();
        try {
            while (judging.isAlive()) {
                judged.clear();
                judging.join(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
