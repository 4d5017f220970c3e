package io.almoner.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs that made the books of a day: those of that business date or an earlier one. An undo belongs to its own day;
 * yet when a run of the day was made after an undo of a run of the day, it was judged without what that undo had taken
 * back, so the undo counts with it: else the same row, migrated, undone and migrated again for an earlier day, would stand
 * there twice.
 *
 * @param ids the runs' surrogate keys
 * @param lastChange the key of the last change that any of them made; 0 when they made none
 * @param areAll whether nothing was changed by any other run, so that the ledger itself is as it was on the day
 */
record RunsUntil(BitSet ids, long lastChange, boolean areAll) {

    private static final String UNDO = "undo";

    /** A run that changed something. */
    private record Changing(
            int id,
            String code,
            LocalDate on,
            long last,
            @Nullable String undone) {

        private static Changing of(ResultSet row, int number) throws SQLException {
            return new Changing(
                    Math.toIntExact(row.getLong("id")),
                    row.getString("code"),
                    row.getObject("on_date", LocalDate.class),
                    row.getLong("last_change"),
                    undone(row.getString("undo_options")));
        }

        /** The code of the run that this one takes back; null when it takes none back. */
        private static @Nullable String undone(@Nullable String options) {
            return options == null
                    ? null
                    : JsonMapper.shared().readTree(options).path("run").asString("");
        }
    }

    static RunsUntil of(DataSource ledger, LocalDate day) {
        List<Changing> all = JdbcClient.create(ledger)
                .sql("""
                        select id, code, on_date, last_change, case when job = :undo then options end as undo_options
                        from run
                        where last_change is not null
                        order by id
                        """)
                .param("undo", UNDO)
                .query(Changing::of)
                .list();
        Map<String, Changing> counted = new HashMap<>();
        all.stream().filter(run -> !run.on().isAfter(day)).forEach(run -> counted.put(run.code(), run));
        long last = counted.values().stream().mapToLong(Changing::last).max().orElse(0);
        BitSet ids = new BitSet();
        for (Changing run : all) {
            boolean builtUpon = run.last() < last && run.undone() != null && counted.containsKey(run.undone());
            ids.set(run.id(), counted.containsKey(run.code()) || builtUpon);
        }
        return new RunsUntil(ids, last, ids.cardinality() == all.size());
    }

    boolean has(long runId) {
        return ids.get(Math.toIntExact(runId));
    }
}
