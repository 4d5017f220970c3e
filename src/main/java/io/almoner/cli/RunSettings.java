package io.almoner.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.almoner.book.Setting;
import io.almoner.book.Setting.Purpose;
import io.almoner.jobs.Policies;
import io.almoner.jobs.Reconciling;
import io.almoner.jobs.RunOptions;
import io.almoner.jobs.Safety;
import io.almoner.rules.Policy;

/** The options of commands that change the ledger by rows. */
final class RunSettings {

    @Option(names = "--as", paramLabel = "EMAIL", description = "the acting user")
    private @Nullable String actingUser;

    @Option(names = "--on", paramLabel = "DATE", description = "the business date (default: today, UTC)")
    private @Nullable String on;

    @Option(names = "--policy", paramLabel = "NAME", description = "2020-03 (default), 2020-08, 2020-11, 2021-02")
    private @Nullable String policy;

    @Option(
            names = {"-n", "--dry-run"},
            description = "plan everything, change nothing")
    private boolean dryRun;

    @Option(names = "--plan-out", paramLabel = "FILE", description = "keep the plan for 'apply' (implies --dry-run)")
    private @Nullable Path planOut;

    @Option(names = "--all-or-nothing", description = "apply only when no row is refused")
    private boolean allOrNothing;

    @Option(names = "--max-rejects", paramLabel = "N|N%", description = "apply only when at most so many are refused")
    private @Nullable String maxRejects;

    @Option(names = "--date-format", paramLabel = "PATTERN", description = "of dates that are not ISO, e.g. dd.MM.yyyy")
    private @Nullable String dateFormat;

    @Option(names = "--org", paramLabel = "ID", description = "the organisation of files that name none")
    private @Nullable String organisation;

    @Option(names = "--out", paramLabel = "DIR", description = "where this run's files go (default: HOME/runs/RUN-ID)")
    private @Nullable Path out;

    private boolean onlyLooking;

    /**
     * Takes over what a plan or an earlier run was given.
     *
     * @param user empty when nobody had to say who acts
     */
    void restore(SortedMap<String, String> given, String user) {
        actingUser = user.isEmpty() ? null : user;
        on = given.get("on");
        policy = given.get("policy");
        allOrNothing = given.containsKey("all-or-nothing");
        maxRejects = given.get("max-rejects");
        dateFormat = given.get("date-format");
        organisation = given.get("org");
        dryRun = given.containsKey("dry-run");
    }

    /** Takes over the business date and the policy of a command that has no rows. */
    void dated(@Nullable String date, @Nullable String policyName) {
        on = date;
        policy = policyName;
    }

    /** Nobody has to say who acts where nothing is changed. */
    void onlyLook() {
        onlyLooking = true;
    }

    @Nullable
    Path planOut() {
        return planOut;
    }

    void out(@Nullable Path directory) {
        out = directory;
    }

    /** The acting user as given, lower case; null when nobody was named. */
    @Nullable
    String actingUser() {
        return actingUser == null ? null : actingUser.strip().toLowerCase(Locale.ROOT);
    }

    /** The options as given, those that make a command the same. */
    SortedMap<String, String> given() {
        SortedMap<String, String> given = new TreeMap<>();
        put(given, "on", on);
        put(given, "policy", policy);
        put(given, "as", actingUser());
        put(given, "max-rejects", maxRejects);
        put(given, "date-format", dateFormat);
        put(given, "org", organisation);
        put(given, "all-or-nothing", allOrNothing ? "true" : null);
        put(given, "dry-run", isPlan() ? "true" : null);
        return given;
    }

    private static void put(SortedMap<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }

    private boolean isPlan() {
        return dryRun || planOut != null;
    }

    /**
     * Everything a run needs to know.
     *
     * @throws UsageException when something is missing or cannot be read
     */
    RunOptions options(String job, CommonOptions common, List<Path> sources, RunOptions.@Nullable PlannedState plan) {
        String user = actingUser();
        if (user == null && onlyLooking) {
            user = "";
        } else if (user == null || !user.contains("@")) {
            throw new UsageException("Say who acts: --as EMAIL, for example --as admin@contoso.example.");
        }
        if (planOut != null && sources.stream().anyMatch(StandardInput::isNamedBy)) {
            throw new UsageException("A plan of standard input could not be applied, since that is gone by then."
                    + " Save the input to a file and name that.");
        }
        checkFolder(out);
        return new RunOptions(
                job,
                given(),
                new Setting(purpose(job), policy(), on(), user),
                isPlan() ? RunOptions.Mode.PLAN : RunOptions.Mode.APPLY,
                safety(),
                dateFormatter(),
                organisation,
                common.home(),
                out,
                common.language(),
                sources.stream().map(Path::toAbsolutePath).map(Path::normalize).toList(),
                plan);
    }

    /** What a migration or a portal finds has happened; every other job says what is wanted. */
    private static Purpose purpose(String job) {
        return job.equals("migrate") || job.equals(Reconciling.JOB) ? Purpose.HISTORY : Purpose.WISH;
    }

    /** @throws UsageException when something else than a folder is in its place */
    static void checkFolder(@Nullable Path folder) {
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("--out " + folder + " is not a folder.");
        }
    }

    Policy policy() {
        String name = policy == null ? Policies.DEFAULT : policy;
        return new Policies()
                .named(name)
                .orElseThrow(() -> new UsageException(
                        "--policy " + name + " is not known. Policies: " + String.join(", ", Policies.NAMES) + "."));
    }

    LocalDate on() {
        try {
            return on == null ? LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC)) : LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw new UsageException("--on " + on + " is not a date. Write it as 2020-03-22.");
        }
    }

    private Safety safety() {
        if (allOrNothing) {
            return Safety.ALL_OR_NOTHING;
        }
        try {
            return maxRejects == null ? Safety.NONE : Safety.maxRejects(maxRejects);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--max-rejects " + maxRejects + " is neither a number nor per cent: 20 or 5%.");
        }
    }

    private @Nullable DateTimeFormatter dateFormatter() {
        try {
            return dateFormat == null
                    ? null
                    : DateTimeFormatter.ofPattern(dateFormat.replace("yyyy", "uuuu"), Locale.ENGLISH)
                            .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--date-format " + dateFormat + " is not a pattern such as dd.MM.yyyy.");
        }
    }
}
