package io.almoner.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.assertj.core.api.SoftAssertions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills until enough processes were killed, each time between a share of the usual duration and a little beyond it;
 * a run may be killed several times before it is left in peace.
 */
final class KillTrial {

    /** What the system reports for a process that was killed, be it after its last word. */
    private static final int KILLED = 137;

    private static final int TRIES_WHILE_LOCKED = 5;

    private final int kills;
    private final double earliest;
    private final long seed;
    private final Random random;
    private final List<Long> moments = new ArrayList<>();

    KillTrial(int kills, double earliest, long seed) {
        this.kills = kills;
        this.earliest = earliest;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** What the command leaves behind undisturbed, which is what it has to leave behind in any case. */
    CommandResult run(Supplier<CommandProcess> fresh) throws Exception {
        System.out.printf("kill.seed=%d%n", seed);
        var peaceful = fresh.get();
        var ending = peaceful.untilItEnds();
        assertThat(ending.exitCode()).as(peaceful.errors()).isEqualTo(3);
        var expected = CommandResult.of(peaceful, ending);
        while (moments.size() < kills) {
            var disturbed = fresh.get();
            var last = endingOf(disturbed, ending.duration());
            assertThat(last.saidThatItWasDone()).as(disturbed.errors()).isTrue();
            assertThat(last.exitCode()).isIn(ending.exitCode(), KILLED);
            assertSame(CommandResult.of(disturbed, last), expected);
        }
        return expected;
    }

    private CommandProcess.Ending endingOf(CommandProcess process, Duration usual) throws Exception {
        do {
            double share = earliest + random.nextDouble() * (1.1 - earliest);
            var moment = Duration.ofMillis((long) (usual.toMillis() * share));
            var ending = process.killedAfter(moment);
            if (ending.saidThatItWasDone()) {
                return ending;
            }
            if (ending.exitCode() == KILLED) {
                moments.add(moment.toMillis());
            }
        } while (moments.size() < kills && random.nextInt(3) == 0);
        return inPeace(process);
    }

    private CommandProcess.Ending inPeace(CommandProcess process) throws Exception {
        var ending = process.untilItEnds();
        for (int tries = 1; ending.foundTheLedgerLocked() && tries < TRIES_WHILE_LOCKED; tries++) {
            ending = process.untilItEnds();
        }
        return ending;
    }

    private void assertSame(CommandResult actual, CommandResult expected) {
        var told = "kill.seed=%d, killed after %s ms: ".formatted(seed, moments);
        var all = new SoftAssertions();
        for (var table : expected.ledger().keySet()) {
            var wanted = expected.ledger().get(table);
            var found = actual.ledger().getOrDefault(table, List.of());
            all.assertThat(firstBeyond(wanted, found))
                    .as(told + table + " lacks")
                    .isEmpty();
            all.assertThat(firstBeyond(found, wanted))
                    .as(told + table + " has too many")
                    .isEmpty();
        }
        all.assertThat(actual.files()).as(told + "files").isEqualTo(expected.files());
        all.assertThat(actual.summary()).as(told + "summary").isEqualTo(expected.summary());
        all.assertAll();
    }

    /** Some of the rows that stand oftener in one list than in the other: enough to see what went wrong. */
    private static List<String> firstBeyond(List<String> rows, List<String> known) {
        var left = new ArrayList<>(rows);
        var counted = new HashMap<String, Integer>();
        known.forEach(row -> counted.merge(row, 1, Integer::sum));
        left.removeIf(row -> counted.merge(row, -1, Integer::sum) >= 0);
        return left.subList(0, Math.min(5, left.size()));
    }
}
