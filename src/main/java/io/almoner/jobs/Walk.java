package io.almoner.jobs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Change;
import io.almoner.book.Decision;
import io.almoner.book.Facts;
import io.almoner.book.Holder;
import io.almoner.book.Judge;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.Seat;
import io.almoner.book.Setting.Purpose;
import io.almoner.intake.Mask;
import io.almoner.intake.ParsedRow;
import io.almoner.intake.Row;
import io.almoner.ledger.Commit;
import io.almoner.ledger.Identifiers;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.RecordedChange;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.TableOutcome;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/**
 * The walk of a row: its cells are read, the book of its organisation decides, and what follows is handed over to be
 * committed. A block's books are loaded in bulk; its rows are judged in file order and see what earlier rows did.
 */
final class Walk {

    private final List<RunTable> tables;
    private final Map<String, Repetitions> repetitions;
    private final Survey survey;
    private final Judge judge;
    private final Books books;
    private final Holders holders;
    private final InFlight inFlight;
    private final Identifiers identifiers;
    private final long runId;
    private final Clock clock;
    private final Purpose purpose;
    private final Mask mask = new Mask();

    Walk(WalkParts parts) {
        this.tables = parts.tables();
        this.repetitions = parts.survey().repetitions();
        this.survey = parts.survey();
        this.judge = parts.judge();
        this.books = parts.books();
        this.holders = parts.holders();
        this.inFlight = parts.inFlight();
        this.identifiers = parts.identifiers();
        this.runId = parts.runId();
        this.clock = parts.clock();
        this.purpose = parts.purpose();
    }

    /** What a walk is made of. */
    record WalkParts(
            List<RunTable> tables,
            Survey survey,
            Judge judge,
            Identifiers identifiers,
            Books books,
            Holders holders,
            InFlight inFlight,
            long runId,
            Clock clock,
            Purpose purpose) {}

    /** Remembers a row that an earlier process of this run committed: later rows may repeat it. */
    void passed(RunTable table, Row row) {
        if (row.kind() == Row.Kind.DATA
                && repetitions(table).concerns(table.keys(), row)
                && table.reader().read(row).command() != null) {
            repetitions(table).judge(table.source(), table.keys(), row);
            if (table.refused().get(row.number())) {
                repetitions(table).refused(table.source(), table.keys(), row);
            }
        }
    }

    private Repetitions repetitions(RunTable table) {
        return repetitions.getOrDefault(table.source().layout().name(), new Repetitions(List.of()));
    }

    /** Judges a block; the books are afterwards as if it were committed. */
    Commit process(Block block) {
        BlockWalk walk = new BlockWalk(tables.get(block.table()));
        block.rows().forEach(walk::read);
        walk.openBooks();
        walk.judgeRows();
        return walk.commit();
    }

    /** A row of the block that is to be judged. */
    private record Pending(Row row, ParsedRow parsed) {}

    /** The walk of one block. */
    private final class BlockWalk {

        private final RunTable table;
        private final List<Pending> pending = new ArrayList<>();
        /** What is to be done with each row when the books are open, in the order of the file. */
        private final List<Runnable> steps = new ArrayList<>();

        private final SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
        private final List<RecordedChange> changes = new ArrayList<>();
        private final List<RowFinding> findings = new ArrayList<>();
        private final Map<String, Facts> facts = new HashMap<>();
        private Map<String, String> organisations = Map.of();
        private Map<String, OrgBook> open = Map.of();
        private Holders.Found held = Holders.Found.NONE;

        BlockWalk(RunTable table) {
            this.table = table;
        }

        void read(Row row) {
            if (row.kind() != Row.Kind.DATA) {
                outcomes.put(row.number(), Outcome.SKIPPED);
                tell(row, List.of(Finding.of(Rule.FIL_004, null, null).variant(variant(row.kind()))));
            } else if (table.isSettled(row)) {
                outcomes.put(row.number(), table.settledAs(row));
                steps.add(() -> passed(table, row));
            } else {
                Pending judging = new Pending(row, table.reader().read(row));
                pending.add(judging);
                steps.add(() -> judge(judging));
            }
        }

        private String variant(Row.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        /** Loads what the rows need: their organisations, the books, and who holds the keys and GUIDs that they name. */
        void openBooks() {
            Set<String> mpnIds = new HashSet<>();
            pending.forEach(row -> addIfGiven(mpnIds, row.parsed().mpnId()));
            organisations = books.organisations(mpnIds);
            Set<String> codes = new HashSet<>();
            pending.forEach(row -> addIfGiven(codes, organisation(row.parsed()).orElse(null)));
            open = books.open(codes);
            held = holders.find(pending.stream().map(Pending::parsed).toList());
        }

        private static void addIfGiven(Set<String> set, @Nullable String value) {
            if (value != null) {
                set.add(value);
            }
        }

        private Optional<String> organisation(ParsedRow parsed) {
            if (parsed.organisationCode() != null) {
                return Optional.of(parsed.organisationCode());
            }
            String mpnId = parsed.mpnId();
            return mpnId == null
                    ? Optional.empty()
                    : Optional.ofNullable(organisations.get(mpnId)).or(() -> survey.organisationOf(mpnId));
        }

        void judgeRows() {
            steps.forEach(Runnable::run);
        }

        private void judge(Pending row) {
            List<Finding> cells = cellFindings(row);
            Optional<OrgBook> book = organisation(row.parsed()).map(open::get);
            Decision decision = book.map(known -> judged(row, cells, known)).orElseGet(() -> nowhere(row, cells));
            settle(row, book.orElse(null), decision);
        }

        /** What is wrong in the row's cells, and what it repeats of the rows before it. */
        private List<Finding> cellFindings(Pending row) {
            List<Finding> cells = new ArrayList<>(row.parsed().findings());
            if (row.parsed().command() != null) {
                repetitions(table).judge(table.source(), table.keys(), row.row()).stream()
                        .filter(finding ->
                                finding.rule() != Rule.FIL_007 || !table.marks().isCopy(row.row()))
                        .forEach(cells::add);
            }
            return cells;
        }

        private Decision judged(Pending row, List<Finding> cells, OrgBook book) {
            Facts known = facts.computeIfAbsent(
                    book.code(), code -> new Facts(held.keys(), held.guids(), organisations, survey.move(code)));
            if (book.organisation().isEmpty() && !survey.names(book.code())) {
                return nowhere(row, cells);
            }
            Optional<Finding> gate = judge.gate(book, known.move());
            if (gate.isPresent()) {
                return new Decision(List.of(), List.of(gate.get()));
            }
            boolean repeats = cells.stream().anyMatch(finding -> finding.rule() == Rule.FIL_007);
            if (row.parsed().command() == null || repeats || cells.stream().anyMatch(Finding::refuses)) {
                return new Decision(List.of(), cells); // what a repeated row did is not done again, whatever came since
            }
            Decision decision = judge.decide(book, row.parsed().command(), known);
            List<Finding> all = new ArrayList<>(cells);
            all.addAll(decision.findings());
            return new Decision(decision.changes(), all);
        }

        /** A row whose organisation nobody knows: its cells' problems, else that its location is unknown. */
        private Decision nowhere(Pending row, List<Finding> cells) {
            if (cells.stream().anyMatch(Finding::refuses)) {
                return new Decision(List.of(), cells);
            }
            return new Decision(List.of(), List.of(unknownPlace(row.parsed())));
        }

        private Finding unknownPlace(ParsedRow parsed) {
            if (parsed.organisationCode() != null) {
                return Finding.of(Rule.MIG_005, "OrgId", parsed.organisationCode())
                        .variant("organisation");
            }
            String column = table.reader().mpnColumn();
            return switch (purpose) {
                case HISTORY -> Finding.of(Rule.MIG_005, column, parsed.mpnId()).variant("unknown");
                case WISH -> Finding.of(Rule.MPN_002, column, parsed.mpnId());
            };
        }

        private void settle(Pending row, @Nullable OrgBook book, Decision decision) {
            tell(row.row(), decision.findings());
            if (decision.refused()) {
                outcomes.put(row.row().number(), Outcome.REJECTED);
                repetitions(table).refused(table.source(), table.keys(), row.row());
            } else if (decision.changes().isEmpty() || book == null) {
                outcomes.put(row.row().number(), Outcome.UNCHANGED);
            } else {
                outcomes.put(row.row().number(), Outcome.APPLIED);
                decision.changes().forEach(change -> apply(row.row(), book, change));
            }
        }

        private void apply(Row row, OrgBook book, Change change) {
            book.apply(change);
            long organisationId = book.organisation().orElseThrow().id();
            changes.add(new RecordedChange(organisationId, table.sourceId(), row.number(), change));
            if (change.after() instanceof Seat seat && seat.subscriptionGuid() != null) {
                held.guids().put(seat.subscriptionGuid(), holder(book, seat.benefitId()));
            } else if (change.after() instanceof ProductKey key) {
                held.keys().put(key.key().fingerprint(), holder(book, key.benefitId()));
            }
        }

        private static Holder holder(OrgBook book, long benefitId) {
            return new Holder(
                    book.code(),
                    book.order(book.benefit(benefitId)).number(),
                    book.benefit(benefitId).name());
        }

        /** A key in a cell where none belongs is not kept in the clear because a rule tells of that cell. */
        private void tell(Row row, List<Finding> more) {
            for (Finding finding : more) {
                Finding shown = finding.shown(mask::keysIn).about(table.source().layout()::meant);
                findings.add(new RowFinding(table.sourceId(), row.number(), shown));
            }
        }

        Commit commit() {
            books.keep(open);
            inFlight.add(new InFlight.Touched(open, held));
            return new Commit(
                    runId,
                    changes,
                    List.of(new TableOutcome(table.sourceId(), outcomes)),
                    findings,
                    identifiers.upcoming(),
                    clock.instant());
        }
    }
}
