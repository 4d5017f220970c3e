package io.almoner.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.almoner.book.Change;
import io.almoner.book.Decision;
import io.almoner.book.Facts;
import io.almoner.book.Judge;
import io.almoner.book.LocationKind;
import io.almoner.book.MigrationState;
import io.almoner.book.Move;
import io.almoner.book.OrgBook;
import io.almoner.book.SealedKey;
import io.almoner.book.Setting;
import io.almoner.intake.CommandReader;
import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.ParsedRow;
import io.almoner.intake.ReadOptions;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.intake.SourceTable;
import io.almoner.intake.Vocabulary;
import io.almoner.jobs.Policies;
import io.almoner.rules.Finding;
import io.almoner.rules.Policy;

/** A migration in memory, through the real intake and the real rules, with keys that are not sealed. */
public final class SmallMigration {

    private static final String MOVER = "admin@contoso.example";
    private static final Policy POLICY = new Policies().named(Policies.DEFAULT).orElseThrow();

    private final Intake intake = new Intake(Layouts.load());
    private final Vocabulary vocabulary = Vocabulary.load();
    private final Judge judge = new Judge(
            new Setting(Setting.Purpose.HISTORY, POLICY, LocalDate.of(2020, 3, 22), MOVER),
            new AtomicLong()::incrementAndGet);
    private final Map<String, Move> moves = new HashMap<>();
    private final Map<String, String> organisations = new HashMap<>();
    private final TreeMap<String, OrgBook> books = new TreeMap<>();
    private final List<Told> told = new ArrayList<>();

    /** What was said of a row. */
    public record Told(SourceTable table, int row, Finding finding) {}

    /** Migrates what stands in a folder or file. */
    public SmallMigration(Path... sources) {
        List<SourceTable> tables =
                intake.identify(List.of(sources), ReadOptions.DETECT).tables();
        tables.stream()
                .filter(table -> table.layout().name().equals("pmc_locations"))
                .forEach(this::plan);
        tables.forEach(table -> each(table, row -> judge(table, row)));
    }

    /** The organisations that moved, in the order of their codes. */
    public List<OrgBook> books() {
        return List.copyOf(books.values());
    }

    /** Everything that the rules said, in the order of the rows. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    /** Reads a table of these sources again. */
    public RowCursor open(SourceTable table) {
        return intake.open(table);
    }

    /** The clear key, which the tests' seal leaves as it is. */
    public static String clear(SealedKey key) {
        return key.sealed();
    }

    private void each(SourceTable table, Consumer<Row> work) {
        try (RowCursor cursor = intake.open(table)) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                if (row.kind() == Row.Kind.DATA) {
                    work.accept(row);
                }
            }
        }
    }

    private void plan(SourceTable table) {
        each(table, row -> {
            String code = row.cells().get(table.position("OrgId"));
            String mpnId = row.cells().get(table.position("LocationMpnId"));
            String parent = row.cells().get(table.position("ParentMpnId"));
            boolean top = row.cells().get(table.position("IsHeadquarters")).equals("Yes");
            MigrationState state = vocabulary
                    .find(MigrationState.class, row.cells().get(table.position("InvitationStatus")))
                    .orElseThrow();
            organisations.put(mpnId, code);
            Move move =
                    moves.computeIfAbsent(code, key -> new Move(key, state, Move.MoverRight.ALLOWED, new HashMap<>()));
            move.locations()
                    .put(
                            mpnId,
                            new Move.PlannedLocation(
                                    mpnId,
                                    parent.isEmpty() ? null : parent,
                                    top ? LocationKind.HEADQUARTERS : LocationKind.LOCATION,
                                    row.number()));
        });
    }

    private void judge(SourceTable table, Row row) {
        ParsedRow parsed = CommandReader.of(
                        table, vocabulary, SmallMigration::seal, new CommandReader.Reading(null, null))
                .read(row);
        String code = Optional.ofNullable(parsed.organisationCode())
                .orElseGet(() -> organisations.getOrDefault(Objects.requireNonNullElse(parsed.mpnId(), ""), ""));
        Move move = moves.getOrDefault(code, Move.unplanned(code));
        OrgBook book = books.getOrDefault(code, new OrgBook(code));
        Optional<Finding> gate = moves.containsKey(code) ? judge.gate(book, move) : Optional.empty();
        List<Finding> findings = new ArrayList<>(gate.map(List::of).orElse(parsed.findings()));
        if (gate.isEmpty() && parsed.command() != null) {
            Decision decision = judge.decide(book, parsed.command(), new Facts(Map.of(), Map.of(), Map.of(), move));
            findings.addAll(decision.findings());
            for (Change change : decision.changes()) {
                books.computeIfAbsent(code, key -> book).apply(change);
            }
        }
        findings.forEach(finding -> told.add(new Told(table, row.number(), finding)));
    }

    private static Optional<SealedKey> seal(String cell) {
        return Optional.of(
                new SealedKey(cell, cell.toLowerCase(Locale.ROOT), cell.substring(Math.max(0, cell.length() - 5))));
    }
}
