package io.almoner.ledger;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts over what a run has written. */
public final class Tally {

    private final JdbcClient client;

    Tally(DataSource dataSource) {
        client = JdbcClient.create(dataSource);
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
     * The benefits whose seats a run changed, or that it changed themselves, in their order of appearance.
     *
     * @param most no more than so many
     */
    public List<Use> touched(long runId, int most) {
        return client.sql("""
                        select o.code, l.mpn_id, b.name, b.quantity, b.id, b.organisation_id,
                               (select count(*) from seat s
                                where s.organisation_id = b.organisation_id and s.benefit_id = b.id
                                  and s.state in ('ACTIVE', 'PENDING')) as held
                        from benefit b
                        join organisation o on o.organisation_id = b.organisation_id
                        join location l on l.organisation_id = b.organisation_id and l.id = b.location_id
                        where b.unit in ('SEAT', 'LICENCE')
                          and (b.organisation_id, b.id) in (
                            select c.organisation_id, coalesce(s.benefit_id, c.entity_id)
                            from run r
                            join audit_change c on c.id between r.first_change and r.last_change
                            left join seat s
                              on c.entity = 'seat' and s.organisation_id = c.organisation_id and s.id = c.entity_id
                            where r.id = :run and c.run_id = :run and c.entity in ('seat', 'benefit'))
                        order by o.code, l.mpn_id, b.name, b.id
                        limit :most
                        """)
                .param("run", runId)
                .param("most", most)
                .query((row, number) -> new Use(
                        row.getLong(6),
                        row.getLong(5),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(7)))
                .list();
    }

    /** How many seats of a benefit are held. */
    public long held(long organisationId, long benefitId) {
        return client.sql("""
                        select count(*) from seat
                        where organisation_id = ? and benefit_id = ? and state in ('ACTIVE', 'PENDING')
                        """)
                .params(organisationId, benefitId)
                .query(Long.class)
                .single();
    }

    /**
     * How much of a benefit is in use.
     *
     * @param organisationId the organisation
     * @param benefitId the benefit
     * @param organisationCode the organisation (OrgId)
     * @param mpnId the location
     * @param benefit the benefit's name
     * @param granted its quantity
     * @param held how many seats are held
     */
    public record Use(
            long organisationId,
            long benefitId,
            String organisationCode,
            String mpnId,
            String benefit,
            long granted,
            long held) {}
}
