package io.almoner.jobs;

import java.util.Arrays;

/** The exit codes of every command; a promise to schedulers. */
public enum ExitCode {
    /** Done; every row applied or already so. */
    DONE(0),
    /** A fault of the program or its surroundings; the run can be restarted. */
    FAILED(1),
    /** Wrong usage. */
    USAGE(2),
    /** Done, and it needs a look: rows rejected, or drift found. */
    NEEDS_A_LOOK(3),
    /** The input cannot be used; nothing applied. */
    UNUSABLE_INPUT(4),
    /** Every row that had to be judged was refused for the acting user's rights; nothing applied. */
    NO_RIGHT(5),
    /** Stopped by a safety; nothing applied. */
    STOPPED_BY_SAFETY(6),
    /** Interrupted; the same command goes on where it stopped. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The one of that number. */
    public static ExitCode of(int code) {
        return Arrays.stream(values())
                .filter(exit -> exit.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command ends with " + code));
    }

    /** What the process ends with. */
    public int code() {
        return code;
    }
}
