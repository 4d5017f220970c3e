package io.almoner.ledger;

import java.time.LocalDate;
import java.util.List;

import io.almoner.book.Change;

/** Runs of any business date, for tests. */
final class PastRuns {

    private PastRuns() {}

    /**
     * Begins a run.
     *
     * @param undone the code of the run that it takes back; empty when it takes none back
     * @return its surrogate key
     */
    static long start(LedgerAccess access, String job, LocalDate day, String undone) {
        String options = "{\"run\":\"" + undone + "\"}";
        NewRun run = new NewRun(job, "f", false, "2020-03", day, null, "os", "/tmp", options, Samples.NOON);
        return access.runs().start(run).id();
    }

    /** A run of one commit; the result is its code. */
    static String of(LedgerAccess access, LocalDate day, Change... changes) {
        return committed(access, start(access, "assign", day, ""), changes);
    }

    static void undo(LedgerAccess access, LocalDate day, String undone, Change... changes) {
        committed(access, start(access, "undo", day, undone), changes);
    }

    private static String committed(LedgerAccess access, long run, Change... changes) {
        List<RecordedChange> recorded = java.util.Arrays.stream(changes)
                .map(change -> new RecordedChange(change.entity().id() / 100 * 100, 0, 0, change))
                .toList();
        access.ledger().write(new Commit(run, recorded, List.of(), List.of(), 0, Samples.NOON));
        return access.runs().of(run).code();
    }
}
