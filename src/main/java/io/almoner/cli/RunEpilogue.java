package io.almoner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import io.almoner.intake.UnusableInputException;
import io.almoner.jobs.ExitCode;
import io.almoner.jobs.Reconciling;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.RunReport;
import io.almoner.jobs.Undoing;
import io.almoner.ledger.LedgerAccess;
import io.almoner.returns.Messages;
import io.almoner.returns.Plan;
import io.almoner.returns.PlanFile;
import io.almoner.returns.PlanText;
import io.almoner.returns.PlanText.Colour;
import io.almoner.returns.PlanText.Tense;
import io.almoner.returns.Summary;
import io.almoner.returns.Summary.OutputFile;
import io.almoner.rules.Finding;
import io.almoner.rules.Severity;

/** How a run ended, as the console or a script hears it. */
final class RunEpilogue {

    private static final int NOTABLE_SHOWN = 20;

    private final Console console;
    private final CommonOptions common;
    private final RunSettings settings;

    RunEpilogue(Console console, CommonOptions common, RunSettings settings) {
        this.console = console;
        this.common = common;
        this.settings = settings;
    }

    /** Tells everything and gives the exit code. */
    ExitCode tell(RunReport report, RunOptions options, LedgerAccess access) {
        Messages messages = new Messages(options.language());
        Summary summary = withPlan(report, options, access);
        console.json(summary.toJson());
        report.ignored().forEach(ignored -> console.ignored(ignored, messages));
        if (report.unusable() != null) {
            console.error(report.unusable(), messages);
            return report.exit();
        }
        tellContent(report, summary, messages);
        tellFlagged(report);
        tellNotable(report.notable(), messages);
        if (report.message() != null) {
            console.error(report.message());
        }
        tellFiles(summary);
        new KeysNote(console).tell(summary, options.setting().policy());
        tellNextStep(report, summary);
        return report.exit();
    }

    private Summary withPlan(RunReport report, RunOptions options, LedgerAccess access) {
        Summary summary = report.summary();
        Path planOut = settings.planOut();
        if (planOut == null || summary.status() != Summary.Status.PLANNED) {
            return summary;
        }
        write(planOut, report, options, access);
        List<OutputFile> files = new ArrayList<>(summary.files());
        files.add(new OutputFile("plan", planOut.toAbsolutePath().normalize().toString()));
        return summary.withFiles(files);
    }

    private static void write(Path planOut, RunReport report, RunOptions options, LedgerAccess access) {
        Summary summary = report.summary();
        PlanText.@Nullable Content content = report.content();
        try {
            Plan plan = new Plan(
                    Plan.VERSION,
                    Clock.systemUTC().instant(),
                    options.job(),
                    new TreeMap<>(options.given()),
                    sources(options.sources()),
                    access.view().ledger().revision(),
                    options.setting().actingUser(),
                    options.setting().policy().name(),
                    options.setting().on(),
                    summary.rows(),
                    summary.changes(),
                    content == null ? List.of() : content.benefits());
            new PlanFile().write(plan, planOut);
        } catch (IOException e) {
            throw new UncheckedIOException("The plan cannot be written to " + planOut + ".", e);
        }
    }

    private static List<Plan.Source> sources(List<Path> named) throws IOException {
        List<Plan.Source> sources = new ArrayList<>();
        for (Path path : named) {
            for (Path file : PlanSources.files(path)) {
                try (InputStream in = Files.newInputStream(file)) {
                    sources.add(new Plan.Source(file.toString(), DigestUtils.sha256Hex(in)));
                }
            }
        }
        return sources;
    }

    private void tellContent(RunReport report, Summary summary, Messages messages) {
        PlanText.@Nullable Content content = report.content();
        if (content != null && (summary.rows().read() > 0 || !content.lines().isEmpty())) {
            Colour colour = common.colours() ? Colour.ON : Colour.OFF;
            new PlanText(messages, colour).lines(content, tense(summary)).forEach(console::result);
        }
    }

    private static Tense tense(Summary summary) {
        if (summary.dryRun()) {
            return Tense.PLANNED;
        }
        return switch (summary.status()) {
            case REFUSED, INTERRUPTED -> Tense.STOPPED;
            case PLANNED, COMPLETED, COMPLETED_WITH_REJECTS, DRIFT_FOUND, FAILED -> Tense.DONE;
        };
    }

    /** The codes of what was applied and flagged, in one wrapped line. */
    private void tellFlagged(RunReport report) {
        if (!report.flagged().isEmpty()) {
            List<String> codes = new ArrayList<>();
            report.flagged().forEach((code, count) -> codes.add(code + " " + count));
            console.result("");
            console.result(Console.wrapped("Flagged or told, see findings.csv: ", String.join(", ", codes)));
        }
    }

    private void tellNotable(List<Finding> notable, Messages messages) {
        List<Finding> shown = notable.stream()
                .filter(finding -> finding.severity() != Severity.INFORMATION)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        console.result("");
        console.result("To be looked at:");
        shown.stream()
                .limit(NOTABLE_SHOWN)
                .forEach(finding -> console.result(Console.wrapped(
                        "  " + finding.severity().letter() + " "
                                + finding.rule().code() + " ",
                        messages.reason(finding))));
        if (shown.size() > NOTABLE_SHOWN) {
            console.result("  ... and " + (shown.size() - NOTABLE_SHOWN) + " more in findings.csv");
        }
    }

    private void tellFiles(Summary summary) {
        if (!summary.files().isEmpty()) {
            console.result("");
            summary.files().stream()
                    .filter(file -> !file.kind().equals("keys")) // told with what they mean
                    .forEach(file -> console.result("%-9s %s".formatted(file.kind(), file.path())));
        }
    }

    private void tellNextStep(RunReport report, Summary summary) {
        boolean rejects = summary.files().stream().anyMatch(file -> file.kind().equals("rejects"));
        switch (report.exit()) {
            case DONE, NEEDS_A_LOOK -> {
                if (summary.dryRun()) {
                    console.next(
                            settings.planOut() == null
                                    ? "the same command without --dry-run applies it. Nothing was changed."
                                    : "'almoner apply " + settings.planOut() + "' applies it. Nothing was changed.");
                } else if (rejects) {
                    console.next("correct the rows in the rejects file and submit that file the same way;"
                            + " only those rows are processed.");
                } else {
                    console.next(afterwards(summary));
                }
            }
            case NO_RIGHT ->
                console.error(
                        "Every row was refused, because the acting user may not do this. " + whoMay(summary.job()));
            case FAILED ->
                console.error(
                        "The run failed. When its cause is mended, the same command goes on." + " See findings.csv.");
            default -> {
                // the message above says what to do
            }
        }
    }

    private static String afterwards(Summary summary) {
        return switch (summary.job()) {
            case "assign" -> "'almoner export hand-off' lists what is now to be done in the portals.";
            case Reconciling.JOB -> "'almoner report reconciliation' shows what differs, since when, and what to do.";
            case Undoing.JOB ->
                summary.rows().rejected() > 0
                        ? "findings.csv says why rows stay. When that is mended, the same command takes back the rest."
                        : "the original command applies the same rows again.";
            default -> "'almoner report allocations' shows who has what.";
        };
    }

    private static String whoMay(String job) {
        return job.equals("migrate")
                ? "Ask the PMC Global admin or the Primary Program Contact to run it."
                : "Ask one of those whom ROL-005 names in findings.csv to run it.";
    }

    static ExitCode unusable(Console console, Messages messages, UnusableInputException e) {
        console.error(e, messages);
        return ExitCode.UNUSABLE_INPUT;
    }
}
