package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.drift.DriftExport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Comparing costs about what importing costs of which nothing is new, and next to nothing when nothing has changed since.
 * Every command is a process with a heap of 256 MB.
 */
class ReconciliationScaleTest {

    private static final int PER_MILLE = 5;

    /** What opening a ledger and starting a job takes, however little there is to do. */
    private static final double STARTING_SECONDS = 1.5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @Tag("full")
    @ValueSource(ints = {100_000, 1_000_000})
    void costs_little_more_than_importing_what_is_there_already(int rows) throws Exception {
        DriftExport partners = DriftExport.ofRows(rows, 9);
        Path export = partners.writeExport(folder.resolve("export"));
        Path drifted = folder.resolve("drifted");
        partners.writeDriftedExport(drifted, PER_MILLE);
        List<String> migration =
                List.of("migrate", export.toString(), "--as", DriftExport.MOVER, "--on", DriftExport.DAY);
        List<String> reconciliation = List.of("reconcile", drifted.toString(), "--on", DriftExport.DAY);

        double first = seconds(migration, 0);
        touch(export);
        double unchanged = seconds(migration, 0);
        double compared = seconds(reconciliation, 3);
        double again = seconds(reconciliation, 3);

        System.err.printf(
                "%d rows: imported %.1f s, as unchanged %.1f s, reconciled %.1f s (%.2f), again %.1f s (%.3f)%n",
                rows, first, unchanged, compared, compared / unchanged, again, again / compared);
        assertThat(compared / unchanged).isLessThan(1.5);
        assertThat(again).isLessThan(Math.max(compared / 10, STARTING_SECONDS));
    }

    /** The files say the same in other bytes. */
    private static void touch(Path export) throws IOException {
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "\n", StandardOpenOption.APPEND);
            }
        }
    }

    private double seconds(List<String> words, int exit) throws Exception {
        CommandProcess process = new CommandProcess(words, folder.resolve("home"), "");
        CommandProcess.Ending ending = process.untilItEnds();
        assertThat(ending.exitCode()).as(process.errors()).isEqualTo(exit);
        return JsonMapper.shared().readTree(ending.output()).get("seconds").asDouble();
    }
}
