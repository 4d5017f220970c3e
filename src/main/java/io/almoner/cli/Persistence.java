package io.almoner.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import io.almoner.jobfile.Retry;

/**
 * Tries again what its surroundings made fail. Nothing of the failed try is repeated by this: the command itself goes on
 * where it stopped. (A retry template of Spring would ask for exceptions, where commands have exit codes, and sleep by itself.)
 */
final class Persistence {

    private final Retry retry;
    private final Pause pause;
    private final Console console;

    /** Lets time go by. */
    @FunctionalInterface
    interface Pause {

        /** Waits as long; false when it was cut short, because the process is to end. */
        boolean last(Duration time);
    }

    Persistence(Retry retry, Pause pause, Console console) {
        this.retry = retry;
        this.pause = pause;
        this.console = console;
    }

    /** How it ended at last. */
    Attempt run(Supplier<Attempt> command) {
        Attempt attempt = command.get();
        while (attempt.mayEndOtherwise() && attempt.tries() < retry.attempts() && !Interruption.isUnderWay()) {
            console.note("That was attempt %d of %d. The next one begins in %s."
                    .formatted(attempt.tries(), retry.attempts(), words(retry.pause())));
            if (!pause.last(retry.pause())) {
                return attempt;
            }
            attempt = command.get().after(attempt.tries() + 1);
        }
        return attempt;
    }

    private static String words(Duration time) {
        return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
