package io.almoner.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.book.Change;
import io.almoner.book.ChangeKind;
import io.almoner.book.Entity;
import io.almoner.ledger.StoredDrift.Origin;
import io.almoner.ledger.StoredDrift.Standing;

/** What reconciliations found. Calls join the surrounding transaction, if there is one. */
public final class Drifts {

    private static final int PAGE = 1_000;

    private static final List<String> COLUMNS = List.of(
            "run_id",
            "number",
            "organisation_id",
            "situation",
            "kind",
            "name",
            "order_number",
            "person",
            "mark",
            "variant",
            "differences",
            "candidates",
            "origin",
            "source_id",
            "row_no",
            "entity",
            "entity_id",
            "change_kind",
            "before_json",
            "after_json",
            "treatment",
            "reason",
            "identity",
            "since_on",
            "since_run",
            "standing");

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Drifts(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        client = JdbcClient.create(jdbc);
    }

    /**
     * A reconciliation as a whole.
     *
     * @param runId the run
     * @param scope which sources of which organisations: runs of one scope follow each other
     * @param question equal when the same bytes are compared under the same terms
     */
    public record Begun(long runId, String scope, String question) {}

    /** Begins a run's findings anew: what an earlier process of it found is forgotten. */
    public void begin(Begun begun) {
        client.sql("delete from drift where run_id = ?").param(begun.runId()).update();
        client.sql("delete from reconciliation where run_id = ?")
                .param(begun.runId())
                .update();
        client.sql("delete from row_outcome where run_id = ?")
                .param(begun.runId())
                .update();
        client.sql("delete from row_finding where run_id = ?")
                .param(begun.runId())
                .update();
        client.sql("""
                        insert into reconciliation (run_id, scope, question, organisations, compared, table_rows)
                        values (:runId, :scope, :question, 0, 0, '[]')
                        """)
                .param("runId", begun.runId())
                .param("scope", begun.scope())
                .param("question", begun.question())
                .update();
    }

    /**
     * How much was compared.
     *
     * @param organisations that were looked at
     * @param things of the ledger that some row accounted for
     * @param tableRows how many rows each table has, in the run's order
     * @param reusedRun whose findings were taken over; null when none were
     */
    public record Extent(
            long organisations,
            long things,
            List<Long> tableRows,
            @Nullable Long reusedRun) {

        /** Nothing yet. */
        public static final Extent NONE = new Extent(0, 0, List.of(), null);

        public Extent {
            tableRows = List.copyOf(tableRows);
        }
    }

    /** Notes how much was compared. */
    public void compared(long runId, Extent extent) {
        client.sql("""
                        update reconciliation set organisations = :organisations, compared = :things,
                                                  table_rows = :rows, reused_run = :reused
                        where run_id = :run
                        """)
                .param("organisations", extent.organisations())
                .param("things", extent.things())
                .param(
                        "rows",
                        TextList.format(
                                extent.tableRows().stream().map(String::valueOf).toList()))
                .param("reused", extent.reusedRun())
                .param("run", runId)
                .update();
    }

    /** How much a run compared; nothing when it has not come so far. */
    public Extent extent(long runId) {
        return client.sql("select organisations, compared, table_rows, reused_run from reconciliation where run_id = ?")
                .param(runId)
                .query((row, number) -> new Extent(
                        row.getLong(1),
                        row.getLong(2),
                        TextList.parse(row.getString(3)).stream()
                                .map(Long::valueOf)
                                .toList(),
                        row.getObject(4, Long.class)))
                .optional()
                .orElse(Extent.NONE);
    }

    /** Notes that nothing is to be changed, since too much of some organisations would. */
    public void stop(long runId, String organisations) {
        client.sql("update reconciliation set stopped = ? where run_id = ?")
                .params(organisations, runId)
                .update();
    }

    /** The organisations of which too much would have changed; empty when the run was not stopped for any. */
    public Optional<String> stopped(long runId) {
        return client.sql("select stopped from reconciliation where run_id = ? and stopped is not null")
                .param(runId)
                .query(String.class)
                .optional();
    }

    /** Notes the revision that the ledger has at the end of the run. */
    public void ended(long runId, long revision) {
        client.sql("update reconciliation set revision = ? where run_id = ?")
                .params(revision, runId)
                .update();
    }

    /** Adds findings of a run. */
    public void add(long runId, List<StoredDrift> drifts) {
        String places = String.join(", ", Collections.nCopies(COLUMNS.size(), "?"));
        String sql = "insert into drift (%s) values (%s)".formatted(String.join(", ", COLUMNS), places);
        jdbc.batchUpdate(sql, drifts.stream().map(drift -> values(runId, drift)).toList());
    }

    private static @Nullable Object[] values(long runId, StoredDrift drift) {
        Change fix = drift.fix();
        TableOf<?> table = fix == null ? null : TableOf.of(fix.entity());
        return new @Nullable Object[] {
            runId,
            drift.number(),
            drift.organisationId(),
            drift.situation(),
            drift.kind(),
            Storable.text(drift.name()),
            Storable.text(drift.orderNumber()),
            Storable.text(drift.person()),
            Storable.text(drift.mark()),
            drift.variant(),
            Storable.text(TextList.format(drift.differences())),
            Storable.text(TextList.format(drift.candidates())),
            drift.origin().name(),
            drift.sourceId(),
            drift.row(),
            table == null ? null : table.table().name(),
            fix == null ? null : fix.entity().id(),
            fix == null ? null : fix.kind().name(),
            fix == null ? null : json(fix.before()),
            fix == null ? null : json(fix.after()),
            drift.treatment(),
            Storable.text(drift.reason()),
            identity(drift),
            drift.sinceOn(),
            drift.sinceRun(),
            drift.standing().name()
        };
    }

    private static @Nullable String json(@Nullable Entity entity) {
        if (entity == null) {
            return null;
        }
        TableOf<?> table = TableOf.of(entity);
        return ChangeJson.format(table.table(), table.values(0));
    }

    /** What the same difference has in common in two runs: its values may change meanwhile, their fields may not. */
    private static String identity(StoredDrift drift) {
        StringBuilder text = new StringBuilder();
        for (Object part : new @Nullable Object[] {
            drift.organisationId(),
            drift.situation(),
            drift.kind(),
            drift.name(),
            drift.orderNumber(),
            drift.person(),
            drift.mark()
        }) {
            text.append(part == null ? "" : part).append('\n');
        }
        for (int i = 0; i < drift.differences().size(); i += 3) {
            text.append(drift.differences().get(i)).append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest completed run of a scope before a run; empty when it is the first. */
    public Optional<Long> previous(long runId) {
        return client.sql("""
                        select max(p.run_id)
                        from reconciliation r join reconciliation p on p.scope = r.scope and p.run_id < r.run_id
                        where r.run_id = ? and p.revision is not null
                        """).param(runId).query(Long.class).optional();
    }

    /** Gives findings that the previous run of the scope had as well the day since when they are known. */
    public void remember(long runId, long previousRunId) {
        client.sql("""
                        update drift set
                          since_on = (select min(p.since_on) from drift p
                                      where p.run_id = :previous and p.identity = drift.identity),
                          since_run = (select min(p.since_run) from drift p
                                       where p.run_id = :previous and p.identity = drift.identity)
                        where run_id = :run and exists (
                          select 1 from drift p
                          where p.run_id = :previous and p.identity = drift.identity and p.standing <> 'FIXED')
                        """).param("run", runId).param("previous", previousRunId).update();
    }

    /**
     * A completed run that asked the same question of the same ledger, and left it as it was: what has been put right may
     * answer other rows, too.
     *
     * @param revision the ledger's revision now
     */
    public Optional<Long> answered(String question, long revision) {
        return client.sql("""
                        select max(c.run_id)
                        from reconciliation c join run r on r.id = c.run_id
                        where c.question = ? and c.revision = ? and r.undone_by is null
                          and not exists (select 1 from drift d where d.run_id = c.run_id and d.standing = 'FIXED')
                        """).params(question, revision).query(Long.class).optional();
    }

    /** How many organisations a run would change or might, and by how many changes, by their keys. */
    public SortedMap<Long, Long> changing(long runId, String treatment) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        client.sql("""
                        select organisation_id, count(*) from drift
                        where run_id = ? and treatment = ? and change_kind is not null
                        group by organisation_id
                        """).params(runId, treatment).query(row -> {
            counts.put(row.getLong(1), row.getLong(2));
        });
        return counts;
    }

    /**
     * How much of one kind the lists lack of an organisation.
     *
     * @param kind as a constant
     * @param lacking how many things
     * @param following how many of them would be taken from the ledger
     */
    public record Lacking(long organisationId, String kind, long lacking, long following) {}

    /** What the lists lack of each organisation. */
    public List<Lacking> lacking(long runId, String treatment) {
        return client.sql("""
                        select organisation_id, kind, count(*),
                               count(case when treatment = :treatment and change_kind is not null then 1 end)
                        from drift
                        where run_id = :run and origin = 'ABSENCE' and situation = 'MISSING_THERE'
                        group by organisation_id, kind
                        order by organisation_id, kind
                        """)
                .param("treatment", treatment)
                .param("run", runId)
                .query((row, number) -> new Lacking(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** How many findings of each situation have each standing and treatment. */
    public Map<Group, Long> groups(long runId) {
        Map<Group, Long> groups = new HashMap<>();
        client.sql("""
                        select situation, treatment, standing, count(*) from drift
                        where run_id = ?
                        group by situation, treatment, standing
                        """).param(runId).query(row -> {
            groups.put(
                    new Group(row.getString(1), row.getString(2), Standing.valueOf(row.getString(3))), row.getLong(4));
        });
        return groups;
    }

    /** How far the ledger and the portals are apart, after the newest completed run of each scope. */
    public DriftFigures figures() {
        SortedMap<String, Long> open = new TreeMap<>();
        SortedMap<String, Long> fixed = new TreeMap<>();
        List<LocalDate> since = new ArrayList<>();
        client.sql("""
                        select situation, standing = 'FIXED', count(*), min(since_on) from drift
                        where treatment not in ('IGNORE', 'PROTECTED')
                          and run_id in (select max(run_id) from reconciliation
                                         where revision is not null
                                         group by scope)
                        group by situation, standing = 'FIXED'
                        """).query(row -> {
            (row.getBoolean(2) ? fixed : open).put(row.getString(1), row.getLong(3));
            if (!row.getBoolean(2)) {
                since.add(row.getObject(4, LocalDate.class));
            }
        });
        return new DriftFigures(
                open, fixed, since.stream().min(Comparator.naturalOrder()).orElse(null));
    }

    /** Findings that are alike. */
    public record Group(String situation, String treatment, Standing standing) {}

    /**
     * A page of findings of a treatment that a change would put right and that are still open, in their order; the findings
     * of one row are not parted.
     *
     * @param after only those with a higher number
     */
    public List<StoredDrift> toPutRight(long runId, String treatment, int after) {
        List<StoredDrift> page = client.sql("""
                        select * from drift
                        where run_id = :run and treatment = :treatment and change_kind is not null
                          and number > :after and standing = 'OPEN'
                        order by number
                        limit :page
                        """)
                .param("run", runId)
                .param("treatment", treatment)
                .param("after", after)
                .param("page", PAGE + 1)
                .query(Drifts::drift)
                .list();
        if (page.size() <= PAGE) {
            return page;
        }
        List<StoredDrift> whole = new ArrayList<>(page);
        StoredDrift cut = whole.remove(whole.size() - 1);
        while (whole.size() > 1 && isOfSameRow(whole.get(whole.size() - 1), cut)) {
            whole.remove(whole.size() - 1);
        }
        return whole;
    }

    private static boolean isOfSameRow(StoredDrift one, StoredDrift other) {
        return one.row() == other.row() && one.sourceId() == other.sourceId();
    }

    /** Notes what became of findings. */
    public void settle(long runId, List<Settled> settled) {
        jdbc.batchUpdate(
                "update drift set standing = ?, codes = ? where run_id = ? and number = ?",
                settled.stream()
                        .map(each ->
                                new @Nullable Object[] {each.standing().name(), each.codes(), runId, each.number()})
                        .toList());
    }

    /**
     * What became of a finding.
     *
     * @param codes of the rules that refused the change; null when none did
     */
    public record Settled(
            int number, Standing standing, @Nullable String codes) {}

    /** Tells every finding of a run, in their order, a page at a time. */
    public void tell(long runId, Consumer<StoredDrift> drifts) {
        int after = 0;
        List<StoredDrift> page;
        do {
            page = client.sql("select * from drift where run_id = ? and number > ? order by number limit " + PAGE)
                    .params(runId, after)
                    .query(Drifts::drift)
                    .list();
            page.forEach(drifts);
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).number();
            }
        } while (page.size() == PAGE);
    }

    /** The finding of a row that has all columns of its table. */
    public static StoredDrift drift(ResultSet row, int number) throws SQLException {
        return new StoredDrift(
                row.getInt("number"),
                row.getLong("organisation_id"),
                row.getString("situation"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("order_number"),
                row.getString("person"),
                row.getString("mark"),
                row.getString("variant"),
                TextList.parse(row.getString("differences")),
                TextList.parse(row.getString("candidates")),
                Origin.valueOf(row.getString("origin")),
                row.getLong("source_id"),
                row.getInt("row_no"),
                fix(row),
                row.getString("treatment"),
                row.getString("reason"),
                Objects.requireNonNull(row.getObject("since_on", LocalDate.class)),
                row.getLong("since_run"),
                Standing.valueOf(row.getString("standing")),
                row.getString("codes"));
    }

    private static @Nullable Change fix(ResultSet row) throws SQLException {
        String kind = row.getString("change_kind");
        if (kind == null) {
            return null;
        }
        Table<?> table = Tables.named(row.getString("entity"));
        long id = row.getLong("entity_id");
        return new Change(
                ChangeKind.valueOf(kind),
                entity(table, id, row.getString("before_json")),
                entity(table, id, row.getString("after_json")));
    }

    private static @Nullable Entity entity(Table<?> table, long id, @Nullable String json) {
        return json == null ? null : ChangeJson.parse(table, id, json);
    }

    /** A new entity with its key: until now it had none. */
    public static Entity identified(Entity unidentified, long id) {
        TableOf<?> table = TableOf.of(unidentified);
        return ChangeJson.parse(table.table(), id, ChangeJson.format(table.table(), table.values(0)));
    }
}
