package io.almoner.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.almoner.intake.Intake;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.Sources;
import io.almoner.ledger.Vault;
import io.almoner.returns.FindingsFile;
import io.almoner.returns.Messages;
import io.almoner.returns.Refused;
import io.almoner.returns.RejectsFile;
import io.almoner.returns.RejectsWriter;
import io.almoner.returns.Summary.OutputFile;
import io.almoner.rules.Finding;

/** Writes what a person gets back, from committed outcomes: refused rows and every finding. */
final class Returning {

    /** What is told of the run as a whole stands under the key of no source. */
    private static final List<Long> RUN = List.of(0L);

    private final Intake intake;
    private final Vault vault;
    private final Messages messages;

    Returning(Intake intake, Vault vault, Messages messages) {
        this.intake = intake;
        this.vault = vault;
        this.messages = messages;
    }

    /** Writes the files of a run into its directory; the same files again when asked again. */
    List<OutputFile> write(Pass pass, long runId, Path directory) {
        return write(pass, runId, directory, RUN);
    }

    /**
     * The same where there are findings of no file's row.
     *
     * @param fileless the keys of the sources that are no files, in the order in which their findings are told
     */
    List<OutputFile> write(Pass pass, long runId, Path directory, List<Long> fileless) {
        try {
            PrivateFolder.create(directory);
            List<OutputFile> files = new ArrayList<>();
            for (RejectsFile file : rejects(pass, runId, directory)) {
                files.add(new OutputFile("rejects", file.path().toAbsolutePath().toString()));
            }
            files.add(new OutputFile(
                    "findings", findings(pass, runId, directory, fileless).toString()));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RejectsFile> rejects(Pass pass, long runId, Path directory) throws IOException {
        Sources sources = pass.view().sources();
        List<Refused> refused = pass.tables().stream()
                .map(table -> new Refused(
                        table.source(),
                        sources.outcomes(runId, table.sourceId()).rejected(),
                        new FindingWindow(sources, runId, table.sourceId())::of,
                        new FinishedRows(pass, table, runId).toGiveBack()))
                .toList();
        return new RejectsWriter(table -> new ReadAhead(() -> intake.open(table)), messages, this::reference)
                .write(refused, directory);
    }

    /** What stands for a product key: what it already was when the cell held a reference, else a new reference. */
    private String reference(String cell) {
        if (!cell.startsWith("*****-")) {
            return vault.reference(vault.seal(cell));
        }
        return vault.resolve(cell)
                .map(clear -> vault.reference(vault.seal(clear)))
                .orElse(cell);
    }

    private Path findings(Pass pass, long runId, Path directory, List<Long> fileless) throws IOException {
        LedgerView view = pass.view();
        try (FindingsFile file = FindingsFile.open(directory.resolve("findings.csv"), messages)) {
            for (RunTable table : pass.tables()) {
                for (Finding finding : table.source().findings()) {
                    file.add(table.source(), finding);
                }
                view.sources().findings(runId, table.sourceId(), row -> add(file, table, row.row(), row.finding()));
            }
            for (long source : fileless) {
                view.sources().findings(runId, source, row -> addOfRun(file, row.finding()));
            }
            return file.commit();
        }
    }

    private static void add(FindingsFile file, RunTable table, int row, Finding finding) {
        try {
            file.add(table.source(), row, finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addOfRun(FindingsFile file, Finding finding) {
        try {
            file.add(finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings of rows asked in ascending order, some thousands of them in memory at a time. */
    private static final class FindingWindow {

        private static final int SIZE = 5_000;

        private final Sources sources;
        private final long runId;
        private final long sourceId;
        private NavigableMap<Integer, List<Finding>> window = new TreeMap<>();

        FindingWindow(Sources sources, long runId, long sourceId) {
            this.sources = sources;
            this.runId = runId;
            this.sourceId = sourceId;
        }

        List<Finding> of(int row) {
            boolean inside = !window.isEmpty() && window.firstKey() <= row && row <= window.lastKey();
            if (!inside) {
                window = sources.findings(runId, sourceId, row, SIZE);
            }
            return window.getOrDefault(row, List.of());
        }
    }
}
