package io.almoner.jobs;

/** The run was asked to stop; everything committed so far stays, and the same command goes on from there. */
public final class InterruptedRunException extends RuntimeException {

    InterruptedRunException() {
        super("the run was asked to stop");
    }
}
