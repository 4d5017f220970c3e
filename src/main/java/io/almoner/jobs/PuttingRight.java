package io.almoner.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import io.almoner.book.Change;
import io.almoner.book.Command;
import io.almoner.book.Decision;
import io.almoner.book.EntityName;
import io.almoner.book.Facts;
import io.almoner.book.Holder;
import io.almoner.book.Judge;
import io.almoner.book.Move;
import io.almoner.book.OrgBook;
import io.almoner.book.ProductKey;
import io.almoner.book.Seat;
import io.almoner.intake.Mask;
import io.almoner.ledger.Commit;
import io.almoner.ledger.Drifts;
import io.almoner.ledger.Drifts.Settled;
import io.almoner.ledger.Identifiers;
import io.almoner.ledger.LaterChanges.Later;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.RecordedChange;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.StoredDrift;
import io.almoner.ledger.StoredDrift.Standing;
import io.almoner.ledger.TableOutcome;
import io.almoner.reconcile.Treatment;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/**
 * Puts right what is to be put right, block by block, through the same judge as every other change. Where it goes on after a
 * kill is told by the findings' own standing, which is committed with the change.
 */
final class PuttingRight implements ItemStreamReader<PuttingRight.Block> {

    private final Pass.Parts parts;
    private final LedgerView view;
    private final ChangedBooks books;
    private final Judge judge;
    private final Identifiers identifiers;
    private final Supplier<OlderLists> olderLists;
    private final Mask mask = new Mask();
    private @Nullable OlderLists known;
    private int after;

    /**
     * What is committed together.
     *
     * @param commit the changes, and what became of the rows
     * @param settled what became of the findings
     */
    record Block(Commit commit, List<Settled> settled) {}

    /** @param olderLists made when the first difference is to be put right: by then the run's sources are known */
    PuttingRight(Pass.Parts parts, LedgerView view, Supplier<OlderLists> olderLists) {
        this.olderLists = olderLists;
        this.parts = parts;
        this.view = view;
        this.books = new ChangedBooks(view.ledger());
        this.identifiers = view.ledger().identifiers();
        this.judge = new Judge(parts.record().options().setting(), identifiers);
    }

    @Override
    public @Nullable Block read() {
        parts.stop().check();
        long run = parts.record().run().id();
        if (view.drifts().stopped(run).isPresent()) {
            return null;
        }
        List<StoredDrift> page = view.drifts().toPutRight(run, Treatment.FIX_LEDGER.name(), after);
        if (page.isEmpty()) {
            return null;
        }
        after = page.get(page.size() - 1).number();
        return new OneBlock(page).settle();
    }

    void write(Block block) {
        view.ledger().write(block.commit());
        view.drifts().settle(parts.record().run().id(), block.settled());
    }

    private OlderLists olderLists() {
        if (known == null) {
            known = olderLists.get();
        }
        return known;
    }

    /** A row of a source. */
    private record Place(long sourceId, int row) {}

    /** One block on its way. */
    private final class OneBlock {

        private final List<StoredDrift> drifts;
        private final Map<Long, OrgBook> open;
        private final Map<String, Holder> keys = new HashMap<>();
        private final Map<String, Holder> guids = new HashMap<>();
        private final List<RecordedChange> changes = new ArrayList<>();
        private final List<RowFinding> findings = new ArrayList<>();
        private final List<Settled> settled = new ArrayList<>();
        private final Map<Place, Outcome> outcomes = new HashMap<>();
        private Map<Integer, Later> laterChanges = Map.of();

        OneBlock(List<StoredDrift> drifts) {
            this.drifts = drifts;
            this.open =
                    books.open(drifts.stream().map(StoredDrift::organisationId).collect(Collectors.toSet()));
        }

        Block settle() {
            lookUp();
            laterChanges = olderLists().unknownTo(drifts);
            drifts.forEach(this::settle);
            books.keep(open);
            return new Block(commit(), settled);
        }

        /** Who holds the keys and GUIDs that the changes bring, asked for all of them at once. */
        private void lookUp() {
            Set<String> fingerprints = new HashSet<>();
            Set<String> subscriptions = new HashSet<>();
            for (StoredDrift drift : drifts) {
                Change fix = Objects.requireNonNull(drift.fix());
                if (fix.after() instanceof ProductKey key) {
                    fingerprints.add(key.key().fingerprint());
                } else if (fix.after() instanceof Seat seat && seat.subscriptionGuid() != null) {
                    subscriptions.add(seat.subscriptionGuid());
                }
            }
            keys.putAll(view.ledger().holdersOfKeys(fingerprints));
            guids.putAll(view.ledger().holdersOfGuids(subscriptions));
        }

        private void settle(StoredDrift drift) {
            OrgBook book = Objects.requireNonNull(open.get(drift.organisationId()));
            Later later = laterChanges.get(drift.number());
            Decision decision = later == null ? judged(drift, book) : outdated(drift, book, later);
            Place place = new Place(drift.sourceId(), drift.row());
            if (decision.refused()) {
                outcomes.putIfAbsent(place, Outcome.REJECTED);
                settled.add(new Settled(drift.number(), Standing.REFUSED, codes(decision)));
            } else {
                outcomes.put(place, Outcome.APPLIED);
                settled.add(new Settled(drift.number(), Standing.FIXED, null));
                decision.changes().forEach(change -> {
                    book.apply(change);
                    changes.add(new RecordedChange(drift.organisationId(), drift.sourceId(), drift.row(), change));
                });
            }
            for (Finding finding : decision.findings()) {
                findings.add(new RowFinding(drift.sourceId(), drift.row(), finding.shown(mask::keysIn)));
            }
        }

        private Decision judged(StoredDrift drift, OrgBook book) {
            Change fix = identified(Objects.requireNonNull(drift.fix()));
            Facts facts = new Facts(keys, guids, Map.of(), Move.unplanned(book.code()));
            return judge.decide(book, new Command.TakeOver(fix), facts);
        }

        /** Somebody wanted it otherwise after the list was made. */
        private static Decision outdated(StoredDrift drift, OrgBook book, Later later) {
            String name = Objects.requireNonNull(drift.fix()).entity().match(new EntityName(book));
            return new Decision(
                    List.of(),
                    List.of(Finding.of(Rule.UND_001, null, null, name, later.run())
                            .variant("since-listed")));
        }

        private Change identified(Change fix) {
            return fix.before() == null && fix.after() != null
                    ? Change.created(fix.kind(), Drifts.identified(fix.after(), identifiers.next()))
                    : fix;
        }

        private static String codes(Decision decision) {
            return decision.findings().stream()
                    .filter(Finding::refuses)
                    .map(finding -> finding.rule().code())
                    .distinct()
                    .collect(Collectors.joining(" "));
        }

        private Commit commit() {
            Map<Long, SortedMap<Integer, Outcome>> bySource = new TreeMap<>();
            outcomes.forEach((place, outcome) -> bySource.computeIfAbsent(place.sourceId(), id -> new TreeMap<>())
                    .put(place.row(), outcome));
            List<TableOutcome> tables = new ArrayList<>();
            bySource.forEach((source, rows) -> tables.add(new TableOutcome(source, rows)));
            return new Commit(
                    parts.record().run().id(),
                    changes,
                    tables,
                    findings,
                    identifiers.upcoming(),
                    parts.clock().instant());
        }
    }
}
