package io.almoner.cli;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.almoner.jobs.ExitCode;
import io.almoner.jobs.HandOff;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.RunReport;
import io.almoner.ledger.HandOver;
import io.almoner.portal.Upload;
import io.almoner.portal.UploadFiles.AlteredCell;
import io.almoner.portal.UploadFiles.Written;
import io.almoner.report.BrokenDesignException;
import io.almoner.report.Checklist;
import io.almoner.report.Format;
import io.almoner.report.Look;
import io.almoner.report.Paper;
import io.almoner.report.ReportException;

/** {@code almoner export} of what is still to be made in the portals. */
final class HandOffExport {

    private static final int ALTERED_SHOWN = 20;

    private final String kind;
    private final @Nullable Upload upload;
    private final Look look;
    private final CommonOptions common;
    private final Console console;

    /**
     * An export.
     *
     * @param upload what is to be uploaded; null for the checklist
     * @param formats as given; empty when none was
     */
    HandOffExport(String kind, @Nullable Upload upload, List<String> formats, CommonOptions common, Console console) {
        this.kind = kind;
        this.upload = upload;
        this.look = new Look(upload == null ? formats(formats) : Set.of(), common.language(), Paper.A4);
        this.common = common;
        this.console = console;
        if (upload != null) {
            refuseOthers(upload, formats);
        }
    }

    private static Set<Format> formats(List<String> given) {
        return given.isEmpty()
                ? Checklist.FORMATS
                : given.stream().map(HandOffExport::format).collect(Collectors.toUnmodifiableSet());
    }

    private static Format format(String given) {
        return Checklist.FORMATS.stream()
                .filter(format -> format.name().equalsIgnoreCase(given.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("--format " + given + " is not known. Formats of hand-off: pdf, xlsx."));
    }

    private static void refuseOthers(Upload upload, List<String> given) {
        String own = upload.format().name().toLowerCase(Locale.ROOT);
        if (!given.stream().allMatch(format -> format.strip().equalsIgnoreCase(own))) {
            throw new UsageException("The portal takes " + upload.word() + " as " + own + " only: leave out --format.");
        }
    }

    /** Writes the files. */
    ExitCode write(Session session, RunOptions options) {
        HandOff handOff = new HandOff(session.access(), Clock.systemUTC());
        HandOff.Result result;
        try {
            result = upload == null
                    ? handOff.checklist(look, common.home().resolve("reports"), options)
                    : handOff.upload(upload, options);
        } catch (BrokenDesignException e) {
            String.valueOf(e.getMessage()).lines().forEach(console::error);
            return ExitCode.USAGE;
        } catch (ReportException e) {
            console.error(String.valueOf(e.getMessage()));
            console.beneath(e);
            return ExitCode.FAILED;
        }
        console.json(result.run().summary().toJson());
        result.run().summary().files().forEach(file -> console.result("%-9s %s".formatted(file.kind(), file.path())));
        result.written().forEach(this::tellAltered);
        tellNext(result);
        return result.run().exit();
    }

    private void tellAltered(Written written) {
        if (written.altered().isEmpty()) {
            return;
        }
        String cells = written.altered().stream()
                .limit(ALTERED_SHOWN)
                .map(AlteredCell::toText)
                .collect(Collectors.joining("; "));
        int more = written.altered().size() - ALTERED_SHOWN;
        console.note(Console.wrapped(
                "note: ",
                written.path().getFileName() + ": the portal refuses commas, a space stands for them in " + cells
                        + (more > 0 ? " and " + more + " more." : ".")));
    }

    private void tellNext(HandOff.Result result) {
        if (result.isNothing()) {
            console.next("nothing: there are no changes of this kind that still have to be made.");
            return;
        }
        String done =
                "'almoner export " + kind + " --done " + result.run().summary().run() + " --as EMAIL'";
        console.next(toDo() + " Then tell that it is done: " + done + ". Until then the same is written again.");
    }

    private String toDo() {
        if (upload == null) {
            return "do what the checklist says.";
        }
        return switch (upload) {
            case VS_BULK_ADD ->
                "remove former holders first, as 'almoner export hand-off' says, and upload this at Bulk add.";
            case ENTRA_BULK_CREATE ->
                "fill in the initial passwords, which Almoner neither invents nor keeps,"
                        + " and upload this at Bulk create.";
            case CUSTOMER_USERS -> "upload this at the customer's users, file by file.";
        };
    }

    /** Takes note that what an earlier export wrote has been made in the portal. */
    ExitCode confirm(Session session, String code, RunOptions options) {
        HandOff handOff = new HandOff(session.access(), Clock.systemUTC());
        HandOver written = handOff.written(kind, code);
        if (written == null) {
            throw new UsageException("The run " + code + " did not write " + kind
                    + ". The export that did says at its end what to give as --done.");
        }
        RunReport report = handOff.confirm(written, options);
        console.json(report.summary().toJson());
        console.result(
                written.confirmedBy() == null
                        ? "What " + code + " wrote has been made in the portal."
                        : "That was told before, by " + written.confirmedBy() + ".");
        console.next("'almoner export " + kind + "' writes what has changed since.");
        return report.exit();
    }
}
