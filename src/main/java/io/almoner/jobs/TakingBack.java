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
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Change;
import io.almoner.book.Obstacle;
import io.almoner.book.OrgBook;
import io.almoner.book.Reversal;
import io.almoner.book.Setting;
import io.almoner.intake.Mask;
import io.almoner.ledger.AuditEntry;
import io.almoner.ledger.AuditTrail.LaterChange;
import io.almoner.ledger.Commit;
import io.almoner.ledger.LedgerView;
import io.almoner.ledger.Outcome;
import io.almoner.ledger.RecordedChange;
import io.almoner.ledger.RowFinding;
import io.almoner.ledger.TableOutcome;
import io.almoner.rules.Finding;
import io.almoner.rules.RightRules;
import io.almoner.rules.RightRules.Deed;
import io.almoner.rules.UndoRules;

/** Takes a block of rows back: what the book allows, where the acting user may. */
final class TakingBack {

    private final UndoPass.Parts parts;
    private final Map<Long, UndoneSource> sources;
    private final ChangedBooks books;
    private final Map<Long, List<Finding>> rights = new HashMap<>();
    private final Mask mask = new Mask();

    /**
     * Where an earlier process of this run took something back, the acting user may go on: the roles that allowed it may be
     * gone by now.
     */
    TakingBack(UndoPass.Parts parts, LedgerView view, Map<Long, UndoneSource> sources) {
        this.parts = parts;
        this.sources = sources;
        this.books = new ChangedBooks(view.ledger());
        view.tally().organisations(parts.record().run().id()).forEach(id -> rights.put(id, List.of()));
    }

    /** Takes a block back; the books are afterwards as if it were committed. */
    Commit process(List<ChangedRow> rows) {
        Block block = new Block(
                books.open(rows.stream().map(ChangedRow::organisationId).collect(Collectors.toSet())));
        rows.forEach(block::settle);
        block.tellWhatStays();
        books.keep(block.open);
        return block.commit();
    }

    /** A row that stays, since one of its changes cannot be taken back. */
    private record Staying(ChangedRow row, OrgBook book, AuditEntry blocked, Obstacle obstacle) {}

    /** The way back of one block. */
    private final class Block {

        private final Map<Long, OrgBook> open;
        private final Map<Long, SortedMap<Integer, Outcome>> outcomes = new TreeMap<>();
        private final List<RecordedChange> changes = new ArrayList<>();
        private final List<RowFinding> findings = new ArrayList<>();
        private final List<Staying> staying = new ArrayList<>();

        Block(Map<Long, OrgBook> open) {
            this.open = open;
        }

        void settle(ChangedRow row) {
            OrgBook book = Objects.requireNonNull(open.get(row.organisationId()));
            if (source(row).takenBack().get(row.number())) {
                note(row, Outcome.UNCHANGED);
            } else if (book.organisation().isEmpty()) {
                note(row, Outcome.REJECTED);
                staying.add(new Staying(row, book, row.entries().get(0), Obstacle.CHANGED));
            } else if (!rights(row, book).isEmpty()) {
                note(row, Outcome.REJECTED);
                rights(row, book).forEach(finding -> tell(row, finding));
            } else {
                takeBack(row, book);
            }
        }

        /** Decided once, before anything is taken back: on the way back the roles may go. */
        private List<Finding> rights(ChangedRow row, OrgBook book) {
            Setting setting = parts.record().options().setting();
            return rights.computeIfAbsent(
                    row.organisationId(),
                    id -> RightRules.mayDo(book, setting.actingUser(), Deed.UNDO, setting.policy(), null));
        }

        private void takeBack(ChangedRow row, OrgBook book) {
            Reversal.Result result = Reversal.takeBack(book, row.changes());
            Obstacle obstacle = result.obstacle();
            if (obstacle == null) {
                note(row, Outcome.APPLIED);
                result.changes().forEach(change -> record(row, change));
            } else {
                note(row, Outcome.REJECTED);
                AuditEntry blocked = row.entries().stream()
                        .filter(entry -> entry.change().equals(result.blocked()))
                        .findFirst()
                        .orElseThrow();
                staying.add(new Staying(row, book, blocked, obstacle));
            }
        }

        private void record(ChangedRow row, Change change) {
            changes.add(new RecordedChange(row.organisationId(), row.sourceId(), row.number(), change));
        }

        private void note(ChangedRow row, Outcome outcome) {
            outcomes.computeIfAbsent(row.sourceId(), id -> new TreeMap<>()).put(row.number(), outcome);
        }

        private void tell(ChangedRow row, Finding finding) {
            findings.add(new RowFinding(row.sourceId(), row.number(), finding.shown(mask::keysIn)));
        }

        /** What came between is looked up for all rows of the block at once. */
        void tellWhatStays() {
            Set<Long> entities = new HashSet<>();
            long first = Long.MAX_VALUE;
            for (Staying row : staying) {
                if (row.obstacle() == Obstacle.CHANGED) {
                    entities.add(row.blocked().change().entity().id());
                    first = Math.min(first, row.blocked().id());
                }
            }
            Map<Long, LaterChange> later = entities.isEmpty()
                    ? Map.of()
                    : parts.trail()
                            .changedSince(first, entities, parts.record().run().id());
            staying.forEach(row -> tell(
                    row.row(),
                    reason(row, later.get(row.blocked().change().entity().id()))));
        }

        private Finding reason(Staying row, @Nullable LaterChange later) {
            Change blocked = row.blocked().change();
            if (later == null || later.id() <= row.blocked().id()) {
                return UndoRules.stays(row.book(), blocked, row.obstacle(), null);
            }
            boolean sameRun = later.run().equals(parts.undone().code());
            return UndoRules.stays(row.book(), blocked, sameRun ? Obstacle.NEEDED : row.obstacle(), later.run());
        }

        private UndoneSource source(ChangedRow row) {
            return Objects.requireNonNull(sources.get(row.sourceId()));
        }

        Commit commit() {
            List<TableOutcome> tables = new ArrayList<>();
            outcomes.forEach((source, rows) -> tables.add(new TableOutcome(source, rows)));
            return new Commit(
                    parts.record().run().id(),
                    changes,
                    tables,
                    findings,
                    0,
                    parts.clock().instant());
        }
    }
}
