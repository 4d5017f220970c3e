package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import io.almoner.jobs.HandOff;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.RunReport;
import io.almoner.jobs.Safety;
import io.almoner.portal.Export;
import io.almoner.portal.Upload;

/** {@code almoner export}. */
@Command(
        name = "export",
        description = "Writes the ledger as one of our layouts, or what is still to be made in the portals.",
        footer = {
            "",
            "Layouts: pmc_locations, pmc_individuals, user_roles, pmc_benefits, pmc_keys, pmc_assignments,",
            "pmc_marketing_contacts, or all: to be read again unchanged",
            "",
            "For the portals: vs-bulk-add, entra-bulk-create, customer-users: files to upload there;",
            "hand-off: a checklist of what has to be done there by hand. Each is written again until",
            "--done tells that it has been made.",
            "",
            "Examples:",
            "  almoner export pmc_benefits --out exports",
            "  almoner export all --with-keys --as admin@contoso.example --out exports",
            "  almoner export hand-off --lang de",
            "  almoner export vs-bulk-add --done 20260322-020000-export-7 --as admin@contoso.example"
        })
final class ExportCommand implements Callable<ExitCode> {

    @Parameters(paramLabel = "LAYOUT", description = "what to write")
    private String layout = "";

    @Option(names = "--with-keys", description = "clear product keys, for another home (role-checked, audited)")
    private boolean withKeys;

    @Option(names = "--done", paramLabel = "RUN-ID", description = "what that export wrote has been made in the portal")
    private @Nullable String done;

    @Option(names = "--as", paramLabel = "EMAIL", description = "the acting user; required with --with-keys and --done")
    private @Nullable String actingUser;

    @Option(names = "--on", paramLabel = "DATE", description = "the business date (default: today, UTC)")
    private @Nullable String on;

    @Option(names = "--org", paramLabel = "ID", description = "only this organisation")
    private @Nullable String organisation;

    @Option(
            names = "--format",
            paramLabel = "LIST",
            split = ",",
            description = "csv (default) or xlsx; of hand-off: pdf,xlsx (default: both)")
    private List<String> formats = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "where the files go (default: HOME/runs/RUN-ID)")
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        Console console = new Console(common);
        Optional<Upload> upload = Upload.named(word());
        if (upload.isPresent() || word().equals(HandOff.CHECKLIST)) {
            if (withKeys) {
                throw new UsageException("There are no keys in " + word() + ": leave out --with-keys.");
            }
            requireUser(done != null, "Say who has made it in the portal");
            RunOptions options = options();
            HandOffExport handOff = new HandOffExport(word(), upload.orElse(null), formats, common, console);
            try (Session session = open()) {
                return done == null ? handOff.write(session, options) : handOff.confirm(session, done, options);
            }
        }
        if (done != null) {
            throw new UsageException("--done is for " + String.join(", ", portalFiles()) + ".");
        }
        return exportLayouts(console);
    }

    private String word() {
        return layout.replace('_', '-');
    }

    private void requireUser(boolean required, String question) {
        if (required && (actingUser == null || !actingUser.contains("@"))) {
            throw new UsageException(question + ": --as EMAIL, for example --as admin@contoso.example.");
        }
    }

    private Session open() {
        Session session = Session.open(common, Session.Use.CHANGING);
        if (organisation != null
                && !session.access().ledger().organisationCodes().contains(organisation)) {
            session.close();
            throw new UsageException("--org " + organisation + " is not in this ledger.");
        }
        return session;
    }

    private ExitCode exportLayouts(Console console) {
        requireUser(withKeys, "Say who has the keys shown");
        Exporting.Order order =
                new Exporting.Order(layouts(), format(), withKeys ? KeyText.CLEAR : KeyText.REFERENCE, organisation);
        RunOptions options = options();
        try (Session session = open()) {
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
                        + String.join(", ", written.stream().map(Layout::name).toList()) + ", all. For the portals: "
                        + String.join(", ", portalFiles()) + ".")));
    }

    private static List<String> portalFiles() {
        List<String> words =
                new ArrayList<>(Arrays.stream(Upload.values()).map(Upload::word).toList());
        words.add(HandOff.CHECKLIST);
        return words;
    }

    private Export.Format format() {
        String format = formats.isEmpty() ? "csv" : String.join(",", formats);
        try {
            return Export.Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--format " + format + " is not known. Formats: csv, xlsx.");
        }
    }

    private RunOptions options() {
        RunSettings.checkFolder(out);
        RunSettings settings = new RunSettings();
        settings.dated(on, null);
        SortedMap<String, String> given = new TreeMap<>(
                Map.of("layout", layout, "at", Clock.systemUTC().instant().toString()));
        if (done != null) {
            given.put("done", done);
        }
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
