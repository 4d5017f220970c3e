package io.almoner.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.almoner.book.Change;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.Setting;
import io.almoner.book.Setting.Purpose;
import io.almoner.intake.CommandReader;
import io.almoner.intake.Identified;
import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.SourceTable;
import io.almoner.intake.Vocabulary;
import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.RecordedChange;
import io.almoner.ledger.Rehearsal;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.Vault;
import io.almoner.rules.Finding;

/**
 * A ledger in which runs are tried one after another: the program's own intake, survey, walk and settlement, without
 * Spring Batch around them. What is tried is taken back; what is applied stays.
 */
final class CaseLedger implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-03-22T09:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final LedgerAccess access;
    private final Vault vault;
    private final VaultSealer sealer;
    private final Intake intake = new Intake(Layouts.load());
    private final Vocabulary vocabulary = Vocabulary.load();
    private final Policies policies = new Policies();
    private int runs;

    CaseLedger(Path folder) {
        this.folder = folder;
        Path home = folder.resolve("home");
        this.access = LedgerAccess.open(LedgerPlace.embedded(home));
        this.vault = Vault.open(home, Map.of());
        this.sealer = new VaultSealer(vault);
    }

    /** Files by name, what they are to the program, and under what they are judged. */
    record Input(Purpose purpose, RuleCase.Conditions conditions, Map<String, String> files) {

        static Input migration(RuleCase.Conditions conditions, Map<String, String> files) {
            return new Input(Purpose.HISTORY, conditions, files);
        }

        static Input assignment(RuleCase.Conditions conditions, Map<String, String> files) {
            return new Input(Purpose.WISH, conditions, files);
        }
    }

    /**
     * What came of a run.
     *
     * @param outcomes by file name and row
     * @param findings of rows, by file name and row
     * @param changes of rows, by file name and row
     * @param ofRun findings of the run as a whole
     * @param inMemory every book as it was, with the run's changes, by code
     * @param inLedger every book as the ledger has it, by code
     */
    record Result(
            List<SourceTable> tables,
            Map<String, Map<Integer, Outcome>> outcomes,
            Map<String, Map<Integer, List<Finding>>> findings,
            Map<String, Map<Integer, List<Change>>> changes,
            List<Finding> ofRun,
            Map<String, OrgBook> inMemory,
            Map<String, OrgBook> inLedger) {

        long count(Outcome outcome) {
            return outcomes.values().stream()
                    .flatMap(rows -> rows.values().stream())
                    .filter(outcome::equals)
                    .count();
        }
    }

    /**
     * Tries one input after another, each as if the ones before had been committed.
     *
     * @throws io.almoner.intake.UnusableInputException when one cannot be used
     */
    List<Result> rehearse(List<Input> inputs) {
        return rehearse(inputs, BlockReader.BLOCK);
    }

    /** The same, so many rows at a time. */
    List<Result> rehearse(List<Input> inputs, int blockSize) {
        List<Pass.Parts> begun = inputs.stream().map(this::begin).toList();
        List<Result> results = new ArrayList<>();
        try (Rehearsal rehearsal = access.rehearse()) {
            LedgerView view = rehearsal.view();
            begun.forEach(parts -> results.add(walk(parts, view, blockSize, view.ledger()::write)));
        }
        return results;
    }

    /** Carries one input out, for good. */
    Result apply(Input input) {
        Pass.Parts parts = begin(input);
        LedgerView view = access.view();
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(view.dataSource()));
        return walk(
                parts,
                view,
                BlockReader.BLOCK,
                commit ->
                        transaction.executeWithoutResult(status -> view.ledger().write(commit)));
    }

    private Pass.Parts begin(Input input) {
        runs++;
        Identified identified = intake.identify(List.of(write(input.files())), ReadOptions.DETECT);
        RunOptions options = options(input);
        Function<SourceTable, CommandReader> readers = table -> CommandReader.of(
                table, vocabulary, sealer, new CommandReader.Reading(options.dateFormat(), options.organisation()));
        Survey survey = new Surveyor(intake, readers, input.conditions().actingUser()).read(identified.tables());
        RunRecord record = RunRecord.begin(access, identified, options, CLOCK);
        return new Pass.Parts(intake, identified.tables(), readers, survey, record, vault, CLOCK, new StopSignal());
    }

    private Path write(Map<String, String> files) {
        try {
            Path sources = Files.createDirectory(folder.resolve("files-" + runs));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(sources.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunOptions options(Input input) {
        RuleCase.Conditions conditions = input.conditions();
        Setting setting = new Setting(
                input.purpose(),
                policies.named(conditions.policy()).orElseThrow(),
                conditions.on(),
                conditions.actingUser());
        DateTimeFormatter dates = conditions.dates() == null
                ? null
                : DateTimeFormatter.ofPattern(conditions.dates(), Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT);
        return new RunOptions(
                input.purpose() == Purpose.HISTORY ? "migrate" : "assign",
                new TreeMap<>(Map.of("run", Integer.toString(runs))),
                setting,
                RunOptions.Mode.APPLY,
                Safety.NONE,
                dates,
                conditions.organisation(),
                folder,
                folder,
                Locale.ENGLISH,
                List.of(folder),
                null);
    }

    private Result walk(Pass.Parts parts, LedgerView view, int blockSize, Consumer<Commit> writer) {
        Pass pass = new Pass(parts, view);
        long runId = parts.record().run().id();
        Map<Long, SourceTable> tables = new HashMap<>();
        pass.tables().forEach(table -> tables.put(table.sourceId(), table.source()));
        Result result = new Result(
                parts.tables(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                books(view),
                new TreeMap<>());
        Pipeline commits = pass.commits(blockSize);
        commits.open(new ExecutionContext());
        for (Commit commit = commits.read(); commit != null; commit = commits.read()) {
            writer.accept(commit);
            note(result, tables, commit);
            commit.changes().forEach(change -> follow(result.inMemory(), change));
        }
        new Settlement(intake, pass, runId, CLOCK).settle();
        view.sources().findings(runId, 0, finding -> result.ofRun().add(finding.finding()));
        result.inLedger().putAll(books(view));
        return result;
    }

    private static Map<String, OrgBook> books(LedgerView view) {
        Map<String, OrgBook> books = new TreeMap<>();
        view.ledger()
                .load(view.ledger()
                        .organisationsOfCodes(view.ledger().organisationCodes())
                        .values())
                .values()
                .forEach(book -> books.put(book.code(), book));
        return books;
    }

    private static void follow(Map<String, OrgBook> books, RecordedChange change) {
        if (change.change().after() instanceof Organisation organisation) {
            books.computeIfAbsent(organisation.code(), OrgBook::new);
        }
        OrgBook book = books.values().stream()
                .filter(known -> known.organisation()
                        .map(organisation -> organisation.id() == change.organisationId())
                        .orElse(true))
                .findFirst()
                .orElseThrow();
        book.apply(change.change());
    }

    private static void note(Result result, Map<Long, SourceTable> tables, Commit commit) {
        commit.outcomes()
                .forEach(table -> result.outcomes()
                        .computeIfAbsent(tables.get(table.sourceId()).name(), name -> new TreeMap<>())
                        .putAll(table.rows()));
        for (RowFinding finding : commit.findings()) {
            result.findings()
                    .computeIfAbsent(tables.get(finding.sourceId()).name(), name -> new TreeMap<>())
                    .computeIfAbsent(finding.row(), row -> new ArrayList<>())
                    .add(finding.finding());
        }
        for (RecordedChange change : commit.changes()) {
            result.changes()
                    .computeIfAbsent(tables.get(change.sourceId()).name(), name -> new TreeMap<>())
                    .computeIfAbsent(change.row(), row -> new ArrayList<>())
                    .add(change.change());
        }
    }

    @Override
    public void close() {
        access.close();
    }
}
