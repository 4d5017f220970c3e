package io.almoner.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.almoner.book.Setting;
import io.almoner.jobs.BenefitSearch;
import io.almoner.jobs.ExitCode;
import io.almoner.jobs.GettingKeys;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.Safety;
import io.almoner.ledger.BenefitPlace;
import io.almoner.ledger.LedgerAccess;
import io.almoner.portal.Export;

/** {@code almoner keys}. */
@Command(
        name = "keys",
        description = {
            "Gets the keys of a benefit: role-checked, audited, one private file.",
            "Keys once shown cannot be made unseen, which counts when the order is to be cancelled."
        },
        footer = {
            "",
            "Examples:",
            "  almoner keys 70011-2019/'Windows 10 Enterprise' --as admin@contoso.example \\",
            "      --language German --os Windows",
            "  almoner keys 'Office 365 E3' --org C-1001 --as admin@contoso.example --format csv"
        })
final class KeysCommand implements Callable<ExitCode> {

    @Parameters(paramLabel = "BENEFIT", description = "ORDER/BENEFIT, or a name that only one benefit has")
    private String benefit = "";

    @Option(names = "--as", paramLabel = "EMAIL", description = "the acting user, who gets the keys")
    private @Nullable String actingUser;

    @Option(names = "--language", paramLabel = "L", description = "of the product, where it offers a choice")
    private @Nullable String language;

    @Option(names = "--os", paramLabel = "S", description = "operating system, where the product offers a choice")
    private @Nullable String operatingSystem;

    @Option(names = "--org", paramLabel = "ID", description = "only benefits of this organisation")
    private @Nullable String organisation;

    @Option(names = "--location", paramLabel = "MPN-ID", description = "only benefits of this location")
    private @Nullable String location;

    @Option(names = "--on", paramLabel = "DATE", description = "the business date (default: today, UTC)")
    private @Nullable String on;

    @Option(names = "--policy", paramLabel = "NAME", description = "2020-03 (default), 2020-08, 2020-11, 2021-02")
    private @Nullable String policy;

    @Option(names = "--format", paramLabel = "xlsx|csv", defaultValue = "xlsx", description = "xlsx (default) or csv")
    private String format = "xlsx";

    @Option(names = "--out", paramLabel = "DIR", description = "where the file goes (default: HOME/runs/RUN-ID)")
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        RunOptions options = options();
        Export.Format chosen = format();
        Console console = new Console(common);
        try (Session session = Session.open(common, Session.Use.CHANGING)) {
            BenefitPlace place = place(session.access());
            GettingKeys.Order order = new GettingKeys.Order(place, language, operatingSystem, chosen);
            GettingKeys.HandedOut handedOut =
                    new GettingKeys(session.access(), session.vault(), Clock.systemUTC()).run(order, options);
            return new KeysEpilogue(console, common.language()).tell(place, handedOut, options);
        }
    }

    /** @throws UsageException when not exactly one benefit is meant */
    private BenefitPlace place(LedgerAccess access) {
        if (organisation != null
                && access.ledger().organisationsOfCodes(List.of(organisation)).isEmpty()) {
            throw new UsageException("--org " + organisation + " is not in this ledger.");
        }
        BenefitSearch search = new BenefitSearch(
                access.benefits(),
                Objects.requireNonNullElse(organisation, ""),
                Objects.requireNonNullElse(location, ""));
        BenefitSearch.Found found = search.find(benefit);
        return switch (found.fitting().size()) {
            case 0 -> throw new UsageException(unknown(found.meant()));
            case 1 -> found.fitting().get(0);
            default -> throw new UsageException(ambiguous(found.fitting()));
        };
    }

    private String unknown(List<String> meant) {
        String scope = (organisation == null ? "" : " in " + organisation)
                + (location == null ? "" : " at location " + location);
        String hint = meant.isEmpty()
                ? "'almoner export pmc_benefits' lists the benefits."
                : "Did you mean " + String.join(", or ", meant) + "?";
        return "There is no benefit " + benefit + scope + " in this ledger. " + hint;
    }

    private String ambiguous(List<BenefitPlace> fitting) {
        List<String> shown = fitting.stream()
                .limit(BenefitSearch.MOST)
                .map(place -> "%s (organisation %s, location %s)"
                        .formatted(BenefitSearch.written(place), place.organisationCode(), place.mpnId()))
                .toList();
        String more = fitting.size() > BenefitSearch.MOST ? ", and more" : "";
        return "Several benefits fit " + benefit + ": " + String.join(", ", shown) + more
                + ". Name one as ORDER/BENEFIT; --org and --location narrow the choice.";
    }

    private Export.Format format() {
        try {
            return Export.Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--format " + format + " is not known. Formats: xlsx, csv.");
        }
    }

    private RunOptions options() {
        if (actingUser == null || !actingUser.contains("@")) {
            throw new UsageException("Say who has the keys shown: --as EMAIL, for example --as admin@contoso.example.");
        }
        RunSettings.checkFolder(out);
        RunSettings dates = new RunSettings();
        dates.dated(on, policy);
        String user = actingUser.strip().toLowerCase(Locale.ROOT);
        return new RunOptions(
                "keys",
                given(),
                new Setting(Setting.Purpose.WISH, dates.policy(), dates.on(), user),
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

    /** With the instant, since every command is a run of its own: keys that are shown again are audited again. */
    private SortedMap<String, String> given() {
        SortedMap<String, String> given = new TreeMap<>(
                Map.of("benefit", benefit, "at", Clock.systemUTC().instant().toString()));
        if (language != null) {
            given.put("language", language);
        }
        if (operatingSystem != null) {
            given.put("os", operatingSystem);
        }
        return given;
    }
}
