package io.almoner.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what ends, soonest first. An offer that waits ends when it can no longer be activated. A package ends on its
 * anniversary and, from then on, when its renewal window closes. What has ended is overdue while somebody holds a seat of
 * it, or while the ledger takes it for active.
 */
final class ExpiringQuery {

    private static final String DUE_OF_BENEFIT = """
            case when b.status = 'AVAILABLE' and (b.usable_until is null or b.activate_by < b.usable_until)
                 then b.activate_by else b.usable_until end
            """;

    private static final String DUE_OF_PACKAGE = """
            case when po.anniversary_on >= :on then po.anniversary_on
                 else cast(po.anniversary_on + interval '30' day as date) end
            """;

    private static final String LOOKED_UP = """
            left join organisation o on o.organisation_id = held.organisation_id and o.id = held.organisation_id
            """;

    private static final String LINES =
            """
            select * from (
                select o.name as organisation, held.organisation_id, held.benefit_id as id, po.order_number, l.mpn_id,
                       po.offer_type, po.competency,
                       case b.category when 'GO_TO_MARKET' then 'OFFER' else 'BENEFIT' end as sort, b.name,
                       cast(null as date) as anniversary_on,
            """ + DUE_OF_BENEFIT + """
                       as due, held.seats, held.people,
                       case when b.status <> 'EXPIRED'
                             and po.status not in ('LAPSED', 'EXPIRED', 'CANCEL_REQUESTED', 'REFUNDED')
                            then 1 else 0 end as open
                from (
                    select organisation_id, benefit_id, sum(seats) as seats, count(distinct person_id) as people
                    from (
                        select organisation_id, id as benefit_id, 0 as seats, cast(null as bigint) as person_id
                        from benefit
                        where organisation_id between :first and :last
                        union all
                        select organisation_id, benefit_id, 1, person_id
                        from seat
                        where organisation_id between :first and :last
                          and person_id is not null and state in ('ACTIVE', 'PENDING')
                    ) counted
                    group by organisation_id, benefit_id
                ) held
                left join benefit b on b.organisation_id = held.organisation_id and b.id = held.benefit_id
                left join purchase_order po on po.organisation_id = held.organisation_id and po.id = b.order_id
                left join location l on l.organisation_id = held.organisation_id and l.id = b.location_id
            """ + LOOKED_UP + """
                union all
                select o.name, held.organisation_id, held.order_id, po.order_number, '', po.offer_type, po.competency,
                       'PACKAGE', null, po.anniversary_on,
            """ + DUE_OF_PACKAGE + """
                       , held.seats, held.people, case when po.status in ('ACTIVE', 'RENEWAL_WINDOW') then 1 else -1 end
                from (
                    select organisation_id, order_id, sum(seats) as seats, count(distinct person_id) as people
                    from (
                        select organisation_id, id as order_id, 0 as seats, cast(null as bigint) as person_id
                        from purchase_order
                        where organisation_id between :first and :last
                        union all
                        select s.organisation_id, b.order_id, 1, s.person_id
                        from seat s
                        left join benefit b on b.organisation_id = s.organisation_id and b.id = s.benefit_id
                        where s.organisation_id between :first and :last
                          and s.person_id is not null and s.state in ('ACTIVE', 'PENDING')
                    ) counted
                    group by organisation_id, order_id
                ) held
                left join purchase_order po on po.organisation_id = held.organisation_id and po.id = held.order_id
            """ + LOOKED_UP + """
            ) line
            where due <= :until and (open = 1 or (open = 0 and due < :on and seats > 0))
            order by due, by_name(organisation), organisation_id, sort desc, by_code(order_number), by_name(name),
                     by_code(mpn_id), id
            """;

    /** A seat is affected once, though its benefit and its package may both end. */
    private static final String AFFECTED = """
            select count(*) as seats, count(distinct person_id) as people
            from (
                select s.person_id, po.status as package_status, po.anniversary_on, b.status,
            """ + DUE_OF_BENEFIT + """
                       as due,
            """ + DUE_OF_PACKAGE + """
                       as package_due
                from seat s
                left join benefit b on b.organisation_id = s.organisation_id and b.id = s.benefit_id
                left join purchase_order po on po.organisation_id = s.organisation_id and po.id = b.order_id
                where s.organisation_id between :first and :last
                  and s.person_id is not null and s.state in ('ACTIVE', 'PENDING')
            ) held
            where (package_due <= :until and package_status in ('ACTIVE', 'RENEWAL_WINDOW'))
               or due < :on
               or (due <= :until and status <> 'EXPIRED'
                   and package_status not in ('LAPSED', 'EXPIRED', 'CANCEL_REQUESTED', 'REFUNDED'))
            """;

    private final ScopedLedger ledger;

    ExpiringQuery(ScopedLedger ledger) {
        this.ledger = ledger;
    }

    /** What ends. */
    enum Sort {
        PACKAGE,
        BENEFIT,
        OFFER
    }

    /**
     * Something that ends.
     *
     * @param name of the benefit or offer; null for a package
     * @param anniversary of a package; null for anything else
     */
    record Expiring(
            Sort sort,
            OrderLine order,
            @Nullable String name,
            @Nullable LocalDate anniversary,
            LocalDate due,
            long seats,
            long people) {}

    /** Seats, and the different people who hold them. */
    record Affected(long seats, long people) {}

    Stream<Expiring> lines() {
        return sql(LINES).query((row, n) -> line(row)).stream();
    }

    Affected affected() {
        return sql(AFFECTED)
                .query((row, n) -> new Affected(row.getLong("seats"), row.getLong("people")))
                .single();
    }

    private JdbcClient.StatementSpec sql(String sql) {
        Scope scope = ledger.scope();
        return ledger.sql(sql).param("until", scope.on().plusDays(scope.within()));
    }

    private Expiring line(ResultSet row) throws SQLException {
        OrderLine order = new OrderLine(
                ledger.names().of(row),
                row.getString("order_number"),
                row.getString("mpn_id"),
                row.getString("offer_type"),
                row.getString("competency"));
        return new Expiring(
                Sort.valueOf(row.getString("sort")),
                order,
                row.getString("name"),
                ScopedLedger.day(row, "anniversary_on"),
                Objects.requireNonNull(ScopedLedger.day(row, "due")),
                row.getLong("seats"),
                row.getLong("people"));
    }
}
