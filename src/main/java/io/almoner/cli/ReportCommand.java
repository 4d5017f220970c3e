package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.almoner.jobs.ExitCode;
import io.almoner.report.Briefing;
import io.almoner.report.BrokenDesignException;
import io.almoner.report.Format;
import io.almoner.report.Look;
import io.almoner.report.Paper;
import io.almoner.report.ReportException;
import io.almoner.report.ReportRequest;
import io.almoner.report.Reports;
import io.almoner.report.Scope;
import io.almoner.report.UnknownOrganisationException;

/** {@code almoner report}. */
@Command(
        name = "report",
        description = "Reports for managers, as PDF, Excel, web page and CSV.",
        footer = {
            "",
            "Reports: allocations, unused-keys, expiring-offers, refunds, reconciliation, role-gaps",
            "",
            "Examples:",
            "  almoner report allocations --out reports-out",
            "  almoner report expiring-offers --within 30d --format html --lang de",
            "  almoner report all --org C-1001"
        })
final class ReportCommand implements Callable<ExitCode> {

    /** How far ahead reports look unless somebody says otherwise. */
    static final int DAYS_AHEAD = 90;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "which reports, or all")
    private List<String> names = List.of();

    @Option(names = "--on", paramLabel = "DATE", description = "the business date (default: today, UTC)")
    private @Nullable String on;

    @Option(names = "--policy", paramLabel = "NAME", description = "2020-03 (default), 2020-08, 2020-11, 2021-02")
    private @Nullable String policy;

    @Option(names = "--org", paramLabel = "ID", description = "only this organisation")
    private @Nullable String organisation;

    @Option(names = "--format", paramLabel = "LIST", split = ",", description = "pdf,xlsx,html,csv (default: pdf,xlsx)")
    private List<String> formats = List.of("pdf", "xlsx");

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            defaultValue = "90d",
            description = "how far ahead expiring-offers looks (default: 90d)")
    private String within = "90d";

    @Option(names = "--paper", paramLabel = "A4|LETTER", defaultValue = "A4", description = "A4 (default) or letter")
    private String paper = "A4";

    @Option(names = "--out", paramLabel = "DIR", description = "where the files go (default: HOME/reports-out)")
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        Console console = new Console(common);
        RunSettings.checkFolder(out);
        RunSettings dates = new RunSettings();
        dates.dated(on, policy);
        Scope scope = new Scope(dates.on(), dates.policy(), organisation, days());
        Look look = new Look(formats(formats), common.language(), paper());
        Path directory = out == null ? common.home().resolve("reports-out") : out;
        List<String> wanted = wanted();
        List<Briefing> written = new ArrayList<>();
        Path designs = common.home().resolve("reports");
        try (Session session = Session.open(common, Session.Use.READING);
                Reports reports = new Reports(session.access(), Clock.systemUTC(), designs)) {
            reports.check(wanted, look);
            for (String name : wanted) {
                console.note("Writing the report " + name + " ...");
                written.add(reports.publish(new ReportRequest(name, scope, look, directory)));
            }
        } catch (BrokenDesignException | UnknownOrganisationException e) {
            String.valueOf(e.getMessage()).lines().forEach(console::error);
            return ExitCode.USAGE;
        } catch (ReportException e) {
            Failure failure = new Failure(ExitCode.FAILED, String.valueOf(e.getMessage()));
            console.error(failure.sentence());
            console.beneath(e);
            console.json(failure.json("report"));
            return ExitCode.FAILED;
        }
        console.json(new ReportJson(scope, common.language(), written).text());
        written.stream()
                .flatMap(report -> report.files().stream())
                .forEach(file ->
                        console.result("report    " + file.toAbsolutePath().normalize()));
        console.next("'almoner export pmc_assignments' gives the rows behind the figures.");
        return ExitCode.DONE;
    }

    private List<String> wanted() {
        if (names.contains("all")) {
            return Reports.NAMES;
        }
        for (String name : names) {
            if (!Reports.NAMES.contains(name)) {
                throw new UsageException(
                        "There is no report " + name + ". Reports: " + String.join(", ", Reports.NAMES) + ".");
            }
        }
        return names;
    }

    /** @throws UsageException when one is not known */
    static Set<Format> formats(List<String> formats) {
        Set<Format> chosen = EnumSet.noneOf(Format.class);
        for (String format : formats) {
            try {
                chosen.add(Format.valueOf(format.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--format " + format + " is not known. Formats: pdf, xlsx, html, csv.");
            }
        }
        return chosen;
    }

    private int days() {
        if (!within.matches("[1-9][0-9]{0,3}d?")) {
            throw new UsageException("--within " + within + " is not a number of days such as 90d.");
        }
        return Integer.parseInt(within.replace("d", ""));
    }

    private Paper paper() {
        try {
            return Paper.valueOf(paper.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--paper " + paper + " is not known. Papers: A4, letter.");
        }
    }
}
