package io.almoner.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Entity;
import io.almoner.rules.Finding;

/** Writes one commit on one connection, everything in bulk. */
final class CommitWriter {

    private static final List<String> CHANGE_COLUMNS = List.of(
            "id",
            "run_id",
            "source_id",
            "row_no",
            "organisation_id",
            "kind",
            "entity",
            "entity_id",
            "before_json",
            "after_json",
            "recorded_at");
    private static final List<ColumnType> CHANGE_TYPES = List.of(
            ColumnType.NUMBER,
            ColumnType.NUMBER,
            ColumnType.NUMBER,
            ColumnType.NUMBER,
            ColumnType.NUMBER,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.NUMBER,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.INSTANT);
    private static final List<String> OUTCOME_COLUMNS =
            List.of("source_id", "run_id", "first_row", "last_row", "outcomes");
    private static final List<ColumnType> OUTCOME_TYPES =
            List.of(ColumnType.NUMBER, ColumnType.NUMBER, ColumnType.NUMBER, ColumnType.NUMBER, ColumnType.BYTES);
    private static final List<String> FINDING_COLUMNS = List.of(
            "run_id",
            "source_id",
            "row_no",
            "id",
            "code",
            "severity",
            "variant",
            "column_name",
            "cell_value",
            "arguments");
    private static final List<ColumnType> FINDING_TYPES = List.of(
            ColumnType.NUMBER,
            ColumnType.NUMBER,
            ColumnType.NUMBER,
            ColumnType.NUMBER,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT);

    private final Connection connection;
    private final Dialect dialect;
    private final Whereabouts whereabouts;

    CommitWriter(Connection connection, Dialect dialect, Whereabouts whereabouts) {
        this.connection = connection;
        this.dialect = dialect;
        this.whereabouts = whereabouts;
    }

    void write(Commit commit) throws SQLException {
        dialect.beginWriting(connection);
        Counters counters = new Counters(connection);
        counters.atLeast("entity", commit.nextIdentifier());
        if (!commit.changes().isEmpty()) {
            writeChanges(commit, counters.take("change", commit.changes().size()));
        }
        if (!commit.outcomes().isEmpty()) {
            dialect.insert(connection, new Rows("row_outcome", OUTCOME_COLUMNS, OUTCOME_TYPES, outcomes(commit)));
        }
        if (!commit.findings().isEmpty()) {
            long first = counters.take("finding", commit.findings().size());
            dialect.insert(
                    connection, new Rows("row_finding", FINDING_COLUMNS, FINDING_TYPES, findings(commit, first)));
        }
    }

    private void writeChanges(Commit commit, long first) throws SQLException {
        Projection projection = new Projection();
        List<@Nullable Object[]> rows = new ArrayList<>(commit.changes().size());
        Long runId = commit.runId();
        long id = first;
        for (RecordedChange recorded : commit.changes()) {
            projection.add(recorded);
            rows.add(change(id++, runId, recorded, commit.at()));
        }
        projection.write(connection, dialect);
        List<Place> places = places(commit.changes());
        if (!places.isEmpty()) {
            whereabouts.note(connection, places);
        }
        dialect.insert(connection, new Rows("audit_change", CHANGE_COLUMNS, CHANGE_TYPES, rows));
        Batch.run(
                connection,
                "update run set first_change = coalesce(first_change, ?), last_change = ? where id = ?",
                List.of(ColumnType.NUMBER, ColumnType.NUMBER, ColumnType.NUMBER),
                List.<@Nullable Object[]>of(new @Nullable Object[] {first, id - 1, runId}));
    }

    /** Where unique texts went that were not already there. */
    private static List<Place> places(List<RecordedChange> changes) {
        List<Place> places = new ArrayList<>();
        for (RecordedChange recorded : changes) {
            String before = unique(recorded.change().before());
            String after = unique(recorded.change().after());
            if (after != null && !after.equals(before)) {
                TableOf<?> kept = TableOf.of(recorded.change().entity());
                places.add(Place.of(
                        kept.table(),
                        after,
                        recorded.organisationId(),
                        kept.entity().id()));
            }
        }
        return places;
    }

    private static @Nullable String unique(@Nullable Entity entity) {
        return entity == null ? null : TableOf.of(entity).unique();
    }

    private static @Nullable Object[] change(long id, Long runId, RecordedChange recorded, Instant at) {
        TableOf<?> kept = TableOf.of(recorded.change().entity());
        long organisationId = recorded.organisationId();
        return new @Nullable Object[] {
            id,
            runId,
            recorded.sourceId(),
            (long) recorded.row(),
            organisationId,
            recorded.change().kind().name(),
            kept.table().name(),
            kept.entity().id(),
            json(organisationId, recorded.change().before()),
            json(organisationId, recorded.change().after()),
            at
        };
    }

    private static @Nullable String json(long organisationId, @Nullable Entity entity) {
        if (entity == null) {
            return null;
        }
        TableOf<?> kept = TableOf.of(entity);
        return ChangeJson.format(kept.table(), kept.values(organisationId));
    }

    private static List<@Nullable Object[]> outcomes(Commit commit) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (TableOutcome block : commit.outcomes()) {
            rows.add(new @Nullable Object[] {
                block.sourceId(),
                commit.runId(),
                (long) block.rows().firstKey(),
                (long) block.rows().lastKey(),
                OutcomeBlock.pack(block.rows())
            });
        }
        return rows;
    }

    private static List<@Nullable Object[]> findings(Commit commit, long first) {
        List<@Nullable Object[]> rows = new ArrayList<>(commit.findings().size());
        long id = first;
        for (RowFinding found : commit.findings()) {
            Finding finding = found.finding();
            rows.add(new @Nullable Object[] {
                commit.runId(),
                found.sourceId(),
                (long) found.row(),
                id++,
                finding.rule().code(),
                finding.severity().name(),
                Storable.text(finding.variant()),
                Storable.text(finding.column()),
                Storable.text(finding.value()),
                Storable.text(TextList.format(finding.arguments()))
            });
        }
        return rows;
    }
}
