package io.almoner.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.sample.SyntheticExport;
import io.almoner.sample.SyntheticExport.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills a migration at any moment and runs the same command again: nothing may be lost, doubled or counted otherwise.
 * The moments come from a seed, which a failure names; give it back with {@code -Dkill.seed=}.
 */
class KilledMigrationTest {

    /** What the system reports for a process that was killed, be it after its last word. */
    private static final int KILLED = 137;

    private static final int TRIES_WHILE_LOCKED = 5;

    @TempDir
    Path folder;

    @Test
    void ends_the_same_on_the_embedded_database() throws Exception {
        new Trial(2_000, 2, 0.3, seed(20_260_322L)).run(() -> "");
    }

    @Test
    void ends_the_same_on_postgresql() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            new Trial(2_000, 1, 0.3, seed(20_260_323L)).run(databasesOf(server));
        }
    }

    @Test
    @Tag("full")
    void ends_the_same_after_each_of_twenty_kills_on_the_embedded_database() throws Exception {
        new Trial(20_000, 20, 0, seed(System.nanoTime())).run(() -> "");
    }

    @Test
    @Tag("full")
    void ends_the_same_after_each_of_twenty_kills_on_postgresql() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            new Trial(20_000, 20, 0, seed(System.nanoTime())).run(databasesOf(server));
        }
    }

    private static long seed(long usual) {
        return Long.getLong("kill.seed", usual);
    }

    private static Supplier<String> databasesOf(EmbeddedPostgres server) {
        var names = new Random(1);
        return () -> {
            var name = "ledger" + names.nextInt(Integer.MAX_VALUE);
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return server.getJdbcUrl("postgres", name);
        };
    }

    /**
     * Kills until enough processes were killed, each time between a share of the usual duration and a little beyond it;
     * a run may be killed several times before it is left in peace.
     */
    private final class Trial {

        private final int kills;
        private final double earliest;
        private final long seed;
        private final Random random;
        private final Path source;
        private final List<Long> moments = new ArrayList<>();
        private int homes;

        Trial(int rows, int kills, double earliest, long seed) throws Exception {
            this.kills = kills;
            this.earliest = earliest;
            this.seed = seed;
            this.random = new Random(seed);
            this.source = folder.resolve("export");
            var export = SyntheticExport.of(rows, Faults.TWO_IN_A_HUNDRED);
            export.writeBase(source);
            export.writeAssignments(source);
        }

        void run(Supplier<String> databases) throws Exception {
            System.out.printf("kill.seed=%d%n", seed);
            var peaceful = process(databases);
            var ending = peaceful.untilItEnds();
            assertThat(ending.exitCode()).as(peaceful.errors()).isEqualTo(3);
            var expected = MigrationResult.of(peaceful, ending);
            assertThat(expected.ledger()).containsKeys("seat", "audit_change", "row_outcome");
            assertThat(expected.ledger().get("seat")).isNotEmpty();
            assertThat(expected.files()).containsKey("pmc_assignments.rejects.csv");
            while (moments.size() < kills) {
                var disturbed = process(databases);
                var last = endingOf(disturbed, ending.duration());
                assertThat(last.saidThatItWasDone()).as(disturbed.errors()).isTrue();
                assertThat(last.exitCode()).isIn(ending.exitCode(), KILLED);
                assertSame(MigrationResult.of(disturbed, last), expected);
            }
        }

        private MigrationProcess process(Supplier<String> databases) {
            return new MigrationProcess(source, folder.resolve("home" + ++homes), databases.get());
        }

        private MigrationProcess.Ending endingOf(MigrationProcess process, Duration usual) throws Exception {
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

        private MigrationProcess.Ending inPeace(MigrationProcess process) throws Exception {
            var ending = process.untilItEnds();
            for (int tries = 1; ending.foundTheLedgerLocked() && tries < TRIES_WHILE_LOCKED; tries++) {
                ending = process.untilItEnds();
            }
            return ending;
        }

        private void assertSame(MigrationResult actual, MigrationResult expected) {
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
}
