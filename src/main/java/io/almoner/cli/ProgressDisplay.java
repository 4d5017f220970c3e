package io.almoner.cli;

import java.io.PrintStream;
import java.util.Locale;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

import io.almoner.jobs.Progress;

/** Progress on standard error: on a terminal one line that is rewritten, elsewhere a line every ten per cent. */
final class ProgressDisplay implements Progress, AutoCloseable {

    private static final int REFRESH_MILLIS = 100;
    private static final int COLUMNS = 100;
    private static final int STEPS = 10;

    private final PrintStream err;
    private final Kind kind;
    private @Nullable ProgressBar bar;
    private String label = "";
    private long total;
    private long rows;
    private long applied;
    private long rejected;
    private long toldStep;

    /** Where the progress is shown. */
    enum Kind {
        TERMINAL,
        LINES,
        NONE
    }

    ProgressDisplay(Console console, CommonOptions common) {
        this.err = console.standardError();
        this.kind = kind(common);
    }

    private static Kind kind(CommonOptions common) {
        if (common.quiet()) {
            return Kind.NONE;
        }
        return common.isTerminal() ? Kind.TERMINAL : Kind.LINES;
    }

    @Override
    public void begin(Part part, long totalRows) {
        end();
        label = label(part);
        total = totalRows;
        rows = 0;
        applied = 0;
        rejected = 0;
        toldStep = 0;
        if (kind == Kind.TERMINAL && totalRows > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(label)
                    .setInitialMax(totalRows)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" rows", 1)
                    .showSpeed()
                    .setMaxRenderedLength(COLUMNS)
                    .setConsumer(new ConsoleProgressBarConsumer(err))
                    .build();
        } else if (kind != Kind.NONE) {
            err.println(label + " ...");
        }
    }

    private static String label(Part part) {
        return switch (part) {
            case CHECKING -> "Checking the files";
            case TRYING -> "Trying every row";
            case APPLYING -> "Applying";
            case REVIEWING -> "Reviewing the ledger";
            case WRITING -> "Writing files";
        };
    }

    @Override
    public void advance(long moreRows, long moreApplied, long moreRejected) {
        rows += moreRows;
        applied += moreApplied;
        rejected += moreRejected;
        if (bar != null) {
            bar.setExtraMessage(String.format(Locale.ROOT, " +%d !%d", applied, rejected));
            bar.stepTo(rows);
        } else if (kind == Kind.LINES && total > 0) {
            tellStep();
        }
    }

    private void tellStep() {
        long step = rows * STEPS / total;
        if (step > toldStep) {
            toldStep = step;
            err.println(String.format(
                    Locale.ROOT,
                    "%s: %d %% (%,d of %,d rows, %,d applied, %,d rejected)",
                    label,
                    step * STEPS,
                    rows,
                    total,
                    applied,
                    rejected));
        }
    }

    @Override
    public void close() {
        end();
    }

    /** Leaves the line as it stands. */
    void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
