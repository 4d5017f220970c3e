package io.almoner.jobs;

import io.almoner.ledger.Commit;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.TableOutcome;

/** Tells progress of what is being committed. */
final class Progressing {

    private Progressing() {}

    static void tell(Progress progress, Commit commit) {
        for (TableOutcome table : commit.outcomes()) {
            progress.advance(table.rows().size(), count(table, Outcome.APPLIED), count(table, Outcome.REJECTED));
        }
    }

    private static long count(TableOutcome table, Outcome outcome) {
        return table.rows().values().stream().filter(outcome::equals).count();
    }
}
