package io.almoner.ledger;

import java.util.Arrays;

/** What became of a row. */
public enum Outcome {
    /** The ledger is otherwise for it. */
    APPLIED(1),
    /** All that it says was already so. */
    UNCHANGED(2),
    /** It was refused and comes back to its author. */
    REJECTED(3),
    /** It is not for judging: blank, an example, a template's version. */
    SKIPPED(4),
    /**
     * Its mark says that another source's row settled it: unchanged like that one, but not settled by itself, because that
     * one may be taken back.
     */
    KNOWN(5);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /** What stands for it in the ledger: 1 to 7, for ever. */
    int code() {
        return code;
    }

    static Outcome ofCode(int code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code == code)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no outcome has the code " + code));
    }
}
