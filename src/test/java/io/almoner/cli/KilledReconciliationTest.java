package io.almoner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.drift.DriftExport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills a reconciliation that puts everything right at any moment and runs the same command again: the same is found, and
 * each difference is put right once.
 */
class KilledReconciliationTest {

    @TempDir
    Path folder;

    @Test
    void ends_the_same_on_the_embedded_database() throws Exception {
        trial(2_000, this::embedded, new KillTrial(3, 0.4, KilledMigrationTest.seed(20_260_324L)));
    }

    @Test
    void ends_the_same_on_postgresql() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            trial(2_000, on(server), new KillTrial(2, 0.4, KilledMigrationTest.seed(20_260_325L)));
        }
    }

    @Test
    @Tag("full")
    void ends_the_same_after_each_of_twenty_kills_on_the_embedded_database() throws Exception {
        trial(20_000, this::embedded, new KillTrial(20, 0, KilledMigrationTest.seed(System.nanoTime())));
    }

    @Test
    @Tag("full")
    void ends_the_same_after_each_of_twenty_kills_on_postgresql() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            trial(20_000, on(server), new KillTrial(20, 0, KilledMigrationTest.seed(System.nanoTime())));
        }
    }

    /** A home with the partners in it, and how the command is called there. */
    @FunctionalInterface
    private interface Homes {
        CommandProcess next(Path home) throws IOException;
    }

    /** Keys are sealed anew in every home, so that no two of them are alike: they are left out. */
    private void trial(int rows, Homes homes, KillTrial trial) throws Exception {
        DriftExport partners = DriftExport.ofRows(rows, 8);
        partners.writeExport(export());
        partners.writeDriftedExport(folder.resolve("drifted"), 60);
        Files.delete(export().resolve("pmc_keys.csv"));
        Files.delete(folder.resolve("drifted").resolve("pmc_keys.csv"));
        var count = new AtomicInteger();
        Supplier<CommandProcess> fresh = () -> {
            try {
                return homes.next(folder.resolve("home" + count.incrementAndGet()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        CommandResult expected = trial.run(fresh);

        assertThat(expected.ledger().get("drift")).anyMatch(row -> row.contains("FIXED"));
        assertThat(expected.files()).containsKey("findings.csv");
    }

    private Path export() {
        return folder.resolve("export");
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of("reconcile", "--on", DriftExport.DAY, "--max-changes", "100%"));
        Arrays.stream(FixedDriftTest.words(folder.resolve("drifted"), DriftExport.MOVER))
                .map(Object::toString)
                .forEach(words::add);
        return words;
    }

    /** The partners are migrated once; every home is a copy of that one. */
    private CommandProcess embedded(Path home) throws IOException {
        Path first = folder.resolve("first");
        if (Files.notExists(first)) {
            ReconciledHome.embedded(first).migrated(export());
        }
        try (Stream<Path> files = Files.walk(first)) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(first.relativize(file).toString()));
            }
        }
        return new CommandProcess(words(), home, "");
    }

    private Homes on(EmbeddedPostgres server) {
        Supplier<String> databases = KilledMigrationTest.databasesOf(server);
        return home -> {
            String url = databases.get();
            new ReconciledHome(new Program(home, List.of("--db", url)), url, "postgres").migrated(export());
            return new CommandProcess(words(), home, url);
        };
    }
}
