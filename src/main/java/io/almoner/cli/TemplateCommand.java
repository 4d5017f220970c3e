package io.almoner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.intake.Layout;
import io.almoner.intake.Layouts;
import io.almoner.intake.Vocabulary;
import io.almoner.jobs.ExitCode;
import io.almoner.jobs.Listing;
import io.almoner.portal.LedgerLists;
import io.almoner.portal.Template;
import io.almoner.returns.Summary;
import io.almoner.returns.Summary.OutputFile;

/** {@code almoner template}. */
@Command(
        name = "template",
        description = "Writes an empty spreadsheet to fill in: drop-downs, notes, an example row.",
        footer = {
            "",
            "Layouts: bulk_assignments, user_roles, pmc_locations, pmc_individuals, pmc_benefits, pmc_keys,",
            "pmc_assignments, pmc_marketing_contacts",
            "",
            "Examples:",
            "  almoner template bulk_assignments",
            "  almoner template bulk_assignments --org C-1001 --lang de --out templates"
        })
final class TemplateCommand implements Callable<ExitCode> {

    @Parameters(paramLabel = "LAYOUT", description = "the layout to fill in")
    private String layoutName = "";

    @Option(names = "--org", paramLabel = "ID", description = "lists of this organisation only (default: of all)")
    private @Nullable String organisation;

    @Option(names = "--out", paramLabel = "DIR", description = "where the file goes (default: the current folder)")
    private Path out = Path.of("");

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        Layout layout = layout();
        Path file = target(layout);
        Template template = new Template(layout, Vocabulary.load(), common.language());
        LedgerLists lists = lists();
        try {
            template.write(lists, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tell(layout, lists, new OutputFile("export", file.toString()));
        return ExitCode.DONE;
    }

    private Layout layout() {
        List<Layout> ours =
                Layouts.load().all().stream().filter(Template::isFor).toList();
        return ours.stream()
                .filter(layout -> layout.name().equals(layoutName.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no template of " + layoutName
                        + "; a portal's own file comes from that portal. Templates: "
                        + String.join(", ", ours.stream().map(Layout::name).toList()) + "."));
    }

    /** A template that stands there may be filled in already. */
    private Path target(Layout layout) {
        RunSettings.checkFolder(out);
        Path file = out.resolve(layout.name() + ".xlsx").toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw new UsageException(
                    file + " is already there, and nothing of yours is overwritten. Move it, or give --out DIR.");
        }
        return file;
    }

    private LedgerLists lists() {
        if (!Session.hasLedger(common)) {
            if (organisation != null) {
                throw unknown(organisation);
            }
            return new LedgerLists();
        }
        try (Session session = Session.open(common, Session.Use.READING)) {
            if (organisation != null
                    && !session.access().ledger().organisationCodes().contains(organisation)) {
                throw unknown(organisation);
            }
            return new Listing(session.access().ledger()).read(organisation);
        }
    }

    private static UsageException unknown(String organisation) {
        return new UsageException("--org " + organisation + " is not in this ledger.");
    }

    private void tell(Layout layout, LedgerLists lists, OutputFile file) {
        Console console = new Console(common);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", Summary.VERSION);
        json.put("status", Summary.Status.COMPLETED);
        json.put("files", List.of(file));
        console.json(JsonMapper.shared().writeValueAsString(json));
        if (lists.isCut()) {
            console.note(Console.wrapped(
                    "note: ",
                    "There is more than the lists hold, at most %,d entries each. --org ID has all of one organisation."
                            .formatted(LedgerLists.LIMIT)));
        }
        console.result("%-9s %s".formatted(file.kind(), file.path()));
        console.next("fill it in and '%s FILE --as EMAIL --dry-run' shows what it would change."
                .formatted(Template.command(layout)));
    }
}
