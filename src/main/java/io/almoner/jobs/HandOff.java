package io.almoner.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.intake.Identified;
import io.almoner.ledger.HandOver;
import io.almoner.ledger.LedgerAccess;
import io.almoner.portal.Upload;
import io.almoner.portal.UploadFiles;
import io.almoner.portal.UploadFiles.Written;
import io.almoner.report.Checklist;
import io.almoner.report.Format;
import io.almoner.report.Look;
import io.almoner.report.Scope;
import io.almoner.returns.StagedFile;
import io.almoner.returns.Summary;
import io.almoner.returns.Summary.OutputFile;

/**
 * Runs that write what is still to be made in the portals. Writing changes nothing: the same is written again until
 * {@link #confirm somebody says} that it has been made there.
 */
public final class HandOff {

    /** What commands call the checklist of what has no upload. */
    public static final String CHECKLIST = "hand-off";

    private final LedgerAccess access;
    private final Clock clock;

    /**
     * How a run ended.
     *
     * @param run its report
     * @param written the files of an upload; empty for a checklist
     * @param toDos how many things the checklist has; 0 for an upload
     */
    public record Result(RunReport run, List<Written> written, int toDos) {

        /** True when the portals have everything of this kind. */
        public boolean isNothing() {
            return written.isEmpty() && toDos == 0;
        }
    }

    /** @param access the ledger, locked by the caller */
    public HandOff(LedgerAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Writes the files of an upload, a set for each organisation. */
    public Result upload(Upload upload, RunOptions options) {
        RunRecord record = RunRecord.begin(access, nothing(), options, clock);
        OpenChanges open = new OpenChanges(access, upload.word(), upload::concerns, options.organisation());
        UploadFiles files = new UploadFiles(upload, record.directory());
        List<Written> written = new ArrayList<>();
        try {
            PrivateFolder.create(record.directory());
            open.forEach((book, suffix) -> written.addAll(files.write(book, suffix)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<OutputFile> listed =
                written.stream().map(file -> output("export", file.path())).toList();
        return new Result(end(record, open, listed), written, 0);
    }

    /**
     * Writes the checklist.
     *
     * @param ownDesigns folder of designs that go before the program's own
     */
    public Result checklist(Look look, Path ownDesigns, RunOptions options) {
        Checklist.check(look, ownDesigns);
        RunRecord record = RunRecord.begin(access, nothing(), options, clock);
        OpenChanges open = new OpenChanges(access, CHECKLIST, ToDos::concern, options.organisation());
        ToDos toDos = new ToDos(open);
        List<OutputFile> files = new ArrayList<>();
        try {
            open.forEach((book, suffix) -> toDos.add(book));
            Checklist checklist =
                    new Checklist(scope(options), toDos.organisations(), toDos.lines(), clock.instant(), look);
            PrivateFolder.create(record.directory());
            for (Format format : look.formats().stream().sorted().toList()) {
                files.add(output("hand_off", write(checklist, format, ownDesigns, record.directory())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Result(end(record, open, files), List.of(), toDos.lines().size());
    }

    private static Path write(Checklist checklist, Format format, Path ownDesigns, Path directory) throws IOException {
        Path path = directory.resolve(Checklist.fileName(format));
        try (StagedFile file = StagedFile.open(path, StagedFile.Access.SHARED)) {
            checklist.write(format, ownDesigns, directory, file.stream());
            file.commit();
        }
        return path;
    }

    private static Scope scope(RunOptions options) {
        return new Scope(options.setting().on(), options.setting().policy(), options.organisation());
    }

    private static OutputFile output(String kind, Path path) {
        return new OutputFile(kind, path.toAbsolutePath().normalize().toString());
    }

    private RunReport end(RunRecord record, OpenChanges open, List<OutputFile> files) {
        record.returned(files);
        access.handOvers().written(open.handOver(record.run().id()));
        return completed(record);
    }

    /** The run of that code that wrote something of that kind; null when none did. */
    public @Nullable HandOver written(String kind, String code) {
        return access.runs()
                .find(code)
                .flatMap(run -> access.handOvers().ofRun(run.id()))
                .filter(handOver -> handOver.kind().equals(kind))
                .orElse(null);
    }

    /** Takes note that what an export wrote has been made in the portal, by whom the options name. */
    public RunReport confirm(HandOver handOver, RunOptions options) {
        RunRecord record = RunRecord.begin(access, nothing(), options, clock);
        access.handOvers().confirm(handOver.runId(), options.setting().actingUser(), clock.instant());
        return completed(record);
    }

    private static RunReport completed(RunRecord record) {
        Summary summary = record.end(Figures.none(), nothing(), Summary.Status.COMPLETED, ExitCode.DONE);
        return new RunReport(summary, ExitCode.DONE, null, new TreeMap<>(), List.of(), List.of(), null, null);
    }

    private static Identified nothing() {
        return new Identified(List.of(), List.of());
    }
}
