package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.almoner.book.Setting;
import io.almoner.intake.Layout;
import io.almoner.intake.Layouts;
import io.almoner.jobs.ExitCode;
import io.almoner.jobs.Exporting;
import io.almoner.jobs.Exporting.KeyText;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.RunReport;
import io.almoner.jobs.Safety;
import io.almoner.portal.Export;

/** {@code almoner export}. */
@Command(
        name = "export",
        description = "Writes the ledger as one of our layouts, to be read again unchanged.",
        footer = {
            "",
            "Layouts: pmc_locations, pmc_individuals, user_roles, pmc_benefits, pmc_keys, pmc_assignments,",
            "pmc_marketing_contacts, or all",
            "",
            "Examples:",
            "  almoner export pmc_benefits --out exports",
            "  almoner export all --with-keys --as admin@contoso.example --out exports"
        })
final class ExportCommand implements Callable<ExitCode> {

    @Parameters(paramLabel = "LAYOUT", description = "the layout to write, or all")
    private String layout = "";

    @Option(names = "--with-keys", description = "clear product keys, for another home (role-checked, audited)")
    private boolean withKeys;

    @Option(names = "--as", paramLabel = "EMAIL", description = "the acting user; required with --with-keys")
    private @Nullable String actingUser;

    @Option(names = "--org", paramLabel = "ID", description = "only this organisation")
    private @Nullable String organisation;

    @Option(names = "--format", paramLabel = "csv|xlsx", defaultValue = "csv", description = "csv (default) or xlsx")
    private String format = "csv";

    @Option(names = "--out", paramLabel = "DIR", description = "where the files go (default: HOME/runs/RUN-ID)")
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        if (withKeys && (actingUser == null || !actingUser.contains("@"))) {
            throw new UsageException("Say who has the keys shown: --as EMAIL, for example --as admin@contoso.example.");
        }
        Exporting.Order order =
                new Exporting.Order(layouts(), format(), withKeys ? KeyText.CLEAR : KeyText.REFERENCE, organisation);
        RunOptions options = options();
        Console console = new Console(common);
        try (Session session = Session.open(common, Session.Use.CHANGING)) {
            if (organisation != null
                    && !session.access().ledger().organisationCodes().contains(organisation)) {
                throw new UsageException("--org " + organisation + " is not in this ledger.");
            }
            RunReport report = new Exporting(session.access(), session.vault(), Clock.systemUTC()).run(order, options);
            console.json(report.summary().toJson());
            if (report.message() != null) {
                console.error(report.message());
            }
            report.summary().files().forEach(file -> console.result("%-9s %s".formatted(file.kind(), file.path())));
            if (report.exit() == ExitCode.DONE) {
                console.next(
                        withKeys
                                ? "'almoner migrate DIR --as EMAIL --home OTHER' reads them into another home."
                                        + " Clear keys are in them: delete them afterwards."
                                : "'almoner migrate FILE --as EMAIL' reads them again in this home,"
                                        + " which alone knows what the keys' references stand for.");
            }
            return report.exit();
        }
    }

    private List<Layout> layouts() {
        List<Layout> written = Layouts.load().all().stream()
                .filter(known -> known.jobs().contains("migrate"))
                .toList();
        if (layout.equals("all")) {
            return written;
        }
        return List.of(written.stream()
                .filter(known -> known.name().equals(layout.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no layout " + layout + ". Layouts: "
                        + String.join(", ", written.stream().map(Layout::name).toList()) + ", all.")));
    }

    private Export.Format format() {
        try {
            return Export.Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--format " + format + " is not known. Formats: csv, xlsx.");
        }
    }

    private RunOptions options() {
        RunSettings.checkFolder(out);
        RunSettings settings = new RunSettings();
        SortedMap<String, String> given = new TreeMap<>(
                Map.of("layout", layout, "at", Clock.systemUTC().instant().toString()));
        return new RunOptions(
                "export",
                given,
                new Setting(
                        Setting.Purpose.WISH,
                        settings.policy(),
                        settings.on(),
                        actingUser == null ? "" : actingUser.strip().toLowerCase(Locale.ROOT)),
                RunOptions.Mode.APPLY,
                Safety.NONE,
                null,
                organisation,
                common.home(),
                out,
                common.language(),
                List.of(),
                null);
    }
}
