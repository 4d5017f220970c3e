package io.almoner.jobs;

/** Asks a run to stop after its next commit; may be given by any thread. */
public final class StopSignal {

    private volatile boolean given;

    /** Asks for the stop. */
    public void give() {
        given = true;
    }

    /** True once the stop was asked for. */
    public boolean isGiven() {
        return given;
    }

    /** @throws InterruptedRunException when the stop was asked for */
    void check() {
        if (given) {
            throw new InterruptedRunException();
        }
    }
}
