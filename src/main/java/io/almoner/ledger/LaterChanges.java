package io.almoner.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What people changed after a portal's list was made: the list cannot know of it, and must not take it back. */
public final class LaterChanges {

    /** The jobs in which people say what they want. */
    private static final String OF_PEOPLE = "r.job in ('assign', 'keys') and r.undone_by is null";

    private final JdbcClient client;

    LaterChanges(DataSource dataSource) {
        client = JdbcClient.create(dataSource);
    }

    /**
     * A change.
     *
     * @param id its key in the audit trail
     * @param run the run that made it, as people call it
     */
    public record Later(long id, String run) {}

    /**
     * The first change of which a list may not know: of runs after the one that read these bytes first, and of runs that
     * began after the list was made. A run on another business date than its own says nothing of when it was.
     *
     * @param made when the list was made, as far as its file tells
     * @return empty when the list is younger than every change
     */
    public OptionalLong unknownTo(long sourceId, Instant made) {
        Long first = client.sql("""
                        select min(r.first_change)
                        from run r
                        where %s
                          and (r.id > (select min(s.run_id) from run_source s where s.source_id = :source)
                               or (r.started_at > :made and r.on_date = cast(r.started_at at time zone 'UTC' as date)))
                        """.formatted(OF_PEOPLE))
                .param("source", sourceId)
                .param("made", made.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, Long.class))
                .optional()
                .orElse(null);
        return first == null ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** The latest such change of entities from a change on, by the entity. */
    public Map<Long, Later> of(Collection<Long> entities, long from) {
        Map<Long, Later> latest = new HashMap<>();
        client.sql("""
                        select c.entity_id, c.id, r.code
                        from audit_change c join run r on r.id = c.run_id
                        where c.id >= ? and c.entity_id = any (?) and %s
                        order by c.id
                        """.formatted(OF_PEOPLE))
                .params(from, entities.toArray(Long[]::new))
                .query(row -> {
                    latest.put(row.getLong(1), new Later(row.getLong(2), row.getString(3)));
                });
        return latest;
    }
}
