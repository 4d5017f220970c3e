package io.almoner.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts over what a run has written. */
public final class Tally {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Tally(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        client = JdbcClient.create(jdbc);
    }

    /** How many changes of each kind a run made, by the kind's public word. */
    public SortedMap<String, Long> changes(long runId) {
        SortedMap<String, Long> counts = new TreeMap<>();
        client.sql("""
                        select c.kind, count(*)
                        from run r join audit_change c on c.id between r.first_change and r.last_change
                        where r.id = :run and c.run_id = :run
                        group by c.kind
                        """).param("run", runId).query(row -> {
            counts.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2));
        });
        return counts;
    }

    /** How many findings of each code a run wrote. */
    public SortedMap<String, Long> findings(long runId) {
        SortedMap<String, Long> counts = new TreeMap<>();
        client.sql("select code, count(*) from row_finding where run_id = ? group by code")
                .param(runId)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** How many findings of each code refuse a row, among those that a run wrote. */
    public SortedMap<String, Long> refusals(long runId) {
        SortedMap<String, Long> counts = new TreeMap<>();
        client.sql("select code, count(*) from row_finding where run_id = ? and severity = 'ERROR' group by code")
                .param(runId)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** The organisations whose books a run changed, by their keys. */
    public List<Long> organisations(long runId) {
        return client.sql("""
                        select distinct c.organisation_id
                        from run r join audit_change c on c.id between r.first_change and r.last_change
                        where r.id = :run and c.run_id = :run
                        order by c.organisation_id
                        """).param("run", runId).query(Long.class).list();
    }

    /**
     * The benefits by the person whose seats a run changed, or that it changed itself, by organisation, location and name.
     *
     * @param most no more than so many
     */
    public List<Use> touched(long runId, int most) {
        return client.sql("""
                        with seat_change as (
                          select c.id, c.organisation_id, s.benefit_id,
                                 case c.kind when 'SEAT_ASSIGNED' then 1 when 'SEAT_REMOVED' then -1 else 0 end as step
                          from run r
                          join audit_change c on c.id between r.first_change and r.last_change
                          join seat s on s.organisation_id = c.organisation_id and s.id = c.entity_id
                          where r.id = :run and c.run_id = :run and c.entity = 'seat'),
                        level as (
                          select organisation_id, benefit_id,
                                 sum(step) over (partition by organisation_id, benefit_id order by id) as height
                          from seat_change),
                        touched as (
                          select organisation_id, benefit_id, max(height) as highest
                          from level
                          group by organisation_id, benefit_id
                          union
                          select c.organisation_id, c.entity_id, 0
                          from run r join audit_change c on c.id between r.first_change and r.last_change
                          where r.id = :run and c.run_id = :run and c.entity = 'benefit')
                        select b.organisation_id, b.id, o.code, l.mpn_id, b.name, b.quantity, max(t.highest)
                        from touched t
                        join benefit b on b.organisation_id = t.organisation_id and b.id = t.benefit_id
                        join organisation o on o.organisation_id = b.organisation_id
                        join location l on l.organisation_id = b.organisation_id and l.id = b.location_id
                        where b.unit in ('SEAT', 'LICENCE')
                        group by b.organisation_id, b.id, o.code, l.mpn_id, b.name, b.quantity
                        order by o.code, l.mpn_id, b.name, b.id
                        limit :most
                        """)
                .param("run", runId)
                .param("most", most)
                .query((row, number) -> new Use(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }

    /** How many seats of benefits are held, by the benefit's key; one of which none is held is absent. */
    public Map<Long, Long> held(Collection<Use> benefits) {
        Long[] organisations =
                benefits.stream().map(Use::organisationId).distinct().toArray(Long[]::new);
        Map<Long, Long> held = new HashMap<>();
        jdbc.query(
                """
                select benefit_id, count(*) from seat
                where organisation_id = any (?) and state in ('ACTIVE', 'PENDING')
                group by benefit_id
                """,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", organisations)),
                row -> {
                    held.put(row.getLong(1), row.getLong(2));
                });
        return held;
    }

    /**
     * A benefit that a run touched.
     *
     * @param organisationId the organisation
     * @param benefitId the benefit
     * @param organisationCode the organisation (OrgId)
     * @param mpnId the location
     * @param benefit the benefit's name
     * @param granted its quantity
     * @param highest by how many more seats than before were held at the highest moment of the run
     */
    public record Use(
            long organisationId,
            long benefitId,
            String organisationCode,
            String mpnId,
            String benefit,
            long granted,
            long highest) {}
}
