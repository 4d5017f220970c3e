package io.almoner.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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

    @TempDir
    Path folder;

    @Test
    void ends_the_same_on_the_embedded_database() throws Exception {
        trial(2_000, () -> "", new KillTrial(2, 0.3, seed(20_260_322L)));
    }

    @Test
    void ends_the_same_on_postgresql() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            trial(2_000, databasesOf(server), new KillTrial(1, 0.3, seed(20_260_323L)));
        }
    }

    @Test
    @Tag("full")
    void ends_the_same_after_each_of_twenty_kills_on_the_embedded_database() throws Exception {
        trial(20_000, () -> "", new KillTrial(20, 0, seed(System.nanoTime())));
    }

    @Test
    @Tag("full")
    void ends_the_same_after_each_of_twenty_kills_on_postgresql() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            trial(20_000, databasesOf(server), new KillTrial(20, 0, seed(System.nanoTime())));
        }
    }

    static long seed(long usual) {
        return Long.getLong("kill.seed", usual);
    }

    static Supplier<String> databasesOf(EmbeddedPostgres server) {
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

    private void trial(int rows, Supplier<String> databases, KillTrial trial) throws Exception {
        var source = folder.resolve("export");
        var export = SyntheticExport.of(rows, Faults.TWO_IN_A_HUNDRED);
        export.writeBase(source);
        export.writeAssignments(source);
        var homes = new AtomicInteger();
        var words = List.of("migrate", source.toString(), "--as", SyntheticExport.MOVER, "--on", "2020-03-22");
        var expected = trial.run(
                () -> new CommandProcess(words, folder.resolve("home" + homes.incrementAndGet()), databases.get()));
        assertThat(expected.ledger()).containsKeys("seat", "audit_change", "row_outcome");
        assertThat(expected.ledger().get("seat")).isNotEmpty();
        assertThat(expected.files()).containsKey("pmc_assignments.rejects.csv");
    }
}
