package io.almoner.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.almoner.book.Command;
import io.almoner.book.OrgBook;
import io.almoner.book.Sighting;
import io.almoner.intake.CommandReader;
import io.almoner.intake.Mask;
import io.almoner.intake.ParsedRow;
import io.almoner.intake.Row;
import io.almoner.intake.RowCursor;
import io.almoner.ledger.BooksInOrder;
import io.almoner.ledger.Commit;
import io.almoner.ledger.Drifts;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.StoredDrift.Origin;
import io.almoner.ledger.TableOutcome;
import io.almoner.reconcile.Absent;
import io.almoner.reconcile.ChangeLimit;
import io.almoner.reconcile.Comparison;
import io.almoner.reconcile.Consistency;
import io.almoner.reconcile.Coverage;
import io.almoner.reconcile.Drift;
import io.almoner.reconcile.Seen;
import io.almoner.reconcile.Situation;
import io.almoner.reconcile.Subject;
import io.almoner.reconcile.Terms;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/**
 * Compares: every row of the tables with the book of its organisation, then each of those books with what no row accounted
 * for and with itself. Nothing of the books is changed, so it can be done again from the start.
 */
final class Comparing {

    /** Stands for the organisation of a row that does not even tell that. */
    private static final String ANY = "";

    private final Pass.Parts parts;
    private final LedgerView view;
    private final PortalTables portal;
    private final Terms terms;
    private final DriftLog log;
    private final Progress progress;
    private final Books books;
    private final Seen seen = new Seen();
    private final Mask mask = new Mask();
    private final Map<String, Coverage> coverages = new TreeMap<>();
    private final Map<String, Set<String>> layouts = new HashMap<>();
    private final Map<String, Set<String>> unread = new HashMap<>();
    private final List<Long> rows = new ArrayList<>();
    private final Map<ListOfOrganisation, Strangers> strangers = new LinkedHashMap<>();
    private final Map<Long, Map<Subject.Kind, Long>> listed = new HashMap<>();

    Comparing(Pass.Parts parts, LedgerView view, PortalTables portal, Terms terms, DriftLog log, Progress progress) {
        this.parts = parts;
        this.view = view;
        this.portal = portal;
        this.terms = terms;
        this.log = log;
        this.progress = progress;
        this.books = new Books(view.ledger(), new InFlight());
    }

    /** How much was compared. */
    Drifts.Extent extent() {
        return new Drifts.Extent(coverages.size(), seen.count(), rows, null);
    }

    /** The rows of one table about one organisation. */
    record ListOfOrganisation(String organisation, String table) {}

    /** How many rows there were, how many of them fit nothing in the ledger, and how many would change it. */
    static final class Strangers {
        private long rows;
        private long unknown;
        private long changing;

        private void count(List<Drift> drifts, boolean changes) {
            rows++;
            changing += changes ? 1 : 0;
            unknown += drifts.stream().anyMatch(Strangers::isStranger) ? 1 : 0;
        }

        private static boolean isStranger(Drift drift) {
            return drift.here() == null
                    && (drift.situation() == Situation.MISSING_HERE || drift.situation() == Situation.UNMATCHED);
        }

        /** Whether the list can be that of the organisation, or changes nothing anyway. */
        boolean isBelieved(ChangeLimit limit) {
            return changing == 0 || limit.recognises(unknown, rows);
        }

        @Override
        public String toString() {
            return "%,d of %,d rows fit nothing".formatted(unknown, rows);
        }
    }

    /** What each table holds of each organisation. */
    Map<ListOfOrganisation, Strangers> strangers() {
        return strangers;
    }

    /** How many things of each kind the sources had to name, by the organisations' surrogate keys. */
    Map<Long, Map<Subject.Kind, Long>> listed() {
        return listed;
    }

    /** Compares everything. */
    void compare() {
        for (RunTable table : portal.tables()) {
            read(table);
        }
        cover();
        review(new ArrayList<>(coverages.keySet()));
    }

    /** Compares only the books of some organisations with themselves. */
    void review(List<String> organisations) {
        progress.begin(Progress.Part.REVIEWING, 0);
        BooksInOrder all = new BooksInOrder(view.ledger(), organisations);
        while (all.hasNext()) {
            parts.stop().check();
            review(all.next());
        }
        log.flush();
    }

    private void read(RunTable table) {
        progress.begin(Progress.Part.CHECKING, 0);
        String organisation = parts.record().options().organisation();
        if (organisation != null && !CommandReader.namesItsOrganisation(table.source())) {
            cover(organisation, table);
        }
        long count = 0;
        try (RowCursor cursor = new ReadAhead(() -> parts.intake().open(table.source()))) {
            List<Row> block = new ArrayList<>(BlockReader.BLOCK);
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                block.add(row);
                count++;
                if (block.size() == BlockReader.BLOCK) {
                    judge(table, block);
                    block.clear();
                }
            }
            if (!block.isEmpty()) {
                judge(table, block);
            }
        }
        rows.add(count);
    }

    private void cover(String organisation, RunTable table) {
        String layout = table.source().layout().name();
        if (layouts.computeIfAbsent(organisation, code -> new HashSet<>()).add(layout)) {
            coverages.computeIfAbsent(organisation, code -> new Coverage()).add(layout);
        }
    }

    /** What one table of an export names, its other tables speak of too, be it by silence. */
    private void cover() {
        Set<String> named = new TreeSet<>(coverages.keySet());
        for (RunTable table : portal.tables()) {
            if (CommandReader.namesItsOrganisation(table.source())) {
                named.forEach(organisation -> cover(organisation, table));
            }
        }
        coverages.forEach((organisation, coverage) -> {
            unread.getOrDefault(organisation, Set.of()).forEach(coverage::addUnread);
            unread.getOrDefault(ANY, Set.of()).forEach(coverage::addUnread);
        });
        if (portal.tables().isEmpty()) {
            String only = parts.record().options().organisation();
            List<String> codes = only == null ? view.ledger().organisationCodes() : List.of(only);
            codes.forEach(code -> coverages.put(code, new Coverage()));
        }
    }

    private void judge(RunTable table, List<Row> rows) {
        parts.stop().check();
        BlockComparison block = new BlockComparison(table);
        block.open(rows);
        block.judge();
        block.commit();
    }

    private void review(OrgBook book) {
        if (book.organisation().isEmpty()) {
            return;
        }
        Coverage coverage = coverages.get(book.code());
        if (coverage != null) {
            Absent absent = new Comparison(book, terms, seen).absent(coverage);
            absent.drifts().forEach(drift -> log.found(book, drift, Origin.ABSENCE, portal.ledgerId()));
            listed.put(book.organisation().orElseThrow().id(), absent.listed());
        }
        new Consistency(book, terms).check().forEach(drift -> log.found(book, drift, Origin.BOOK, portal.ledgerId()));
    }

    /** A row and what its cells say. */
    private record Pending(Row row, ParsedRow parsed) {}

    /** The comparison of some rows, whose books are loaded together. */
    private final class BlockComparison {

        private final RunTable table;
        private final List<Pending> pending = new ArrayList<>();
        private final SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
        private final List<RowFinding> findings = new ArrayList<>();
        private Map<String, String> organisations = Map.of();
        private Map<String, OrgBook> open = Map.of();

        BlockComparison(RunTable table) {
            this.table = table;
        }

        void open(List<Row> rows) {
            NavigableSet<String> mpnIds = new TreeSet<>();
            for (Row row : rows) {
                if (row.kind() != Row.Kind.DATA) {
                    outcomes.put(row.number(), Outcome.SKIPPED);
                    continue;
                }
                ParsedRow parsed = table.reader().read(row);
                pending.add(new Pending(row, parsed));
                if (parsed.mpnId() != null) {
                    mpnIds.add(parsed.mpnId());
                }
            }
            organisations = books.organisations(mpnIds);
            NavigableSet<String> codes = new TreeSet<>();
            pending.forEach(row -> organisation(row.parsed()).ifPresent(codes::add));
            open = books.open(codes);
        }

        private Optional<String> organisation(ParsedRow parsed) {
            if (parsed.organisationCode() != null) {
                return Optional.of(parsed.organisationCode());
            }
            return Optional.ofNullable(parsed.mpnId()).map(organisations::get);
        }

        void judge() {
            pending.forEach(this::judge);
        }

        private void judge(Pending row) {
            List<Finding> cells = row.parsed().findings();
            tell(row, cells);
            Optional<OrgBook> book = organisation(row.parsed())
                    .map(open::get)
                    .filter(known -> known.organisation().isPresent());
            Command command = row.parsed().command();
            if (command == null) {
                boolean refused = cells.stream().anyMatch(Finding::refuses);
                outcomes.put(row.row().number(), refused ? Outcome.REJECTED : Outcome.SKIPPED);
                if (refused) {
                    noteUnread(row.parsed());
                }
            } else if (book.isEmpty()) {
                refuse(row, unknownPlace(row.parsed()));
            } else if (!book.get().organisation().orElseThrow().state().isMoved()) {
                refuse(row, Finding.of(Rule.MIG_001, null, null, book.get().code()));
            } else {
                compare(row, command, book.get());
            }
        }

        private void noteUnread(ParsedRow row) {
            unread.computeIfAbsent(organisation(row).orElse(ANY), code -> new HashSet<>())
                    .add(table.source().layout().name());
        }

        private void compare(Pending row, Command command, OrgBook book) {
            cover(book.code(), table);
            if (command instanceof Sighting.ClaimedKey key) {
                Objects.requireNonNull(coverages.get(book.code())).addProduct(key.product());
            }
            boolean waits = false;
            List<Drift> drifts = new Comparison(book, terms, seen).compare(command);
            for (Drift drift : drifts) {
                waits |= log.told(book, drift, table.sourceId(), row.row().number());
            }
            strangers
                    .computeIfAbsent(
                            new ListOfOrganisation(book.code(), table.source().label()), list -> new Strangers())
                    .count(drifts, waits);
            if (!waits) {
                outcomes.put(row.row().number(), Outcome.UNCHANGED);
            }
        }

        private Finding unknownPlace(ParsedRow parsed) {
            return parsed.organisationCode() != null
                    ? Finding.of(Rule.MIG_005, "OrgId", parsed.organisationCode())
                            .variant("organisation")
                    : Finding.of(Rule.MPN_002, table.reader().mpnColumn(), parsed.mpnId());
        }

        private void refuse(Pending row, Finding finding) {
            outcomes.put(row.row().number(), Outcome.REJECTED);
            tell(row, List.of(finding));
        }

        private void tell(Pending row, List<Finding> more) {
            for (Finding finding : more) {
                Finding shown = finding.shown(mask::keysIn).about(table.source().layout()::meant);
                findings.add(new RowFinding(table.sourceId(), row.row().number(), shown));
            }
        }

        void commit() {
            books.keep(open);
            List<TableOutcome> judged =
                    outcomes.isEmpty() ? List.of() : List.of(new TableOutcome(table.sourceId(), outcomes));
            Commit commit = new Commit(
                    parts.record().run().id(),
                    List.of(),
                    judged,
                    findings,
                    0,
                    parts.clock().instant());
            view.ledger().write(commit);
            Progressing.tell(progress, commit);
        }
    }
}
