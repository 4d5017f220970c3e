package io.almoner.report;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.almoner.book.Unit;

/**
 * Reads allocations from the ledger, row by row. Visual Studio subscriptions are counted from the seats that are held,
 * pending ones too; of other seats and licences the higher of that count and of the use that the source told; of
 * anything else that use. Benefits of refunded, lapsed or expired orders count as expired.
 */
final class AllocationsQuery {

    /** What each benefit line shows, of {@code held}; assignments repeat it, so that they can be grouped by it. */
    private static final String LINE = """
            select o.name as organisation, held.organisation_id, held.benefit_id, po.order_number, l.mpn_id,
                   po.offer_type, po.competency, b.category, b.name as benefit, b.unit,
                   case when b.unit <> 'UNLIMITED' then b.quantity end as granted,
                   case when b.category = 'VISUAL_STUDIO' then held.seats
                        when b.unit in ('LICENCE', 'SEAT') then greatest(b.used, held.seats)
                        else b.used end as assigned,
                   case when po.status in ('REFUNDED', 'LAPSED', 'EXPIRED') then 'EXPIRED' else b.status end as status,
                   b.usable_until,
                   case b.category when 'SOFTWARE' then 1 when 'CLOUD' then 2 when 'VISUAL_STUDIO' then 3
                        when 'TECHNICAL' then 4 else 5 end as family
            """;

    /** Outer joins, though all rows exist: they make every database begin with {@code held} and look the rest up. */
    private static final String LOOKED_UP = """
            left join benefit b on b.organisation_id = held.organisation_id and b.id = held.benefit_id
            left join organisation o on o.organisation_id = held.organisation_id and o.id = held.organisation_id
            left join purchase_order po on po.organisation_id = held.organisation_id and po.id = b.order_id
            left join location l on l.organisation_id = held.organisation_id and l.id = b.location_id
            """;

    private static final String BENEFITS = "select * from (\n" + LINE + """
            from (
                select organisation_id, benefit_id, sum(seats) as seats
                from (
                    select organisation_id, id as benefit_id, 0 as seats
                    from benefit
                    where organisation_id between :first and :last
                    union all
                    select organisation_id, benefit_id, 1
                    from seat
                    where organisation_id between :first and :last
                      and person_id is not null and state in ('ACTIVE', 'PENDING')
                ) counted
                group by organisation_id, benefit_id
            ) held
            """ + LOOKED_UP + """
            ) line
            order by by_name(organisation), organisation_id, by_code(order_number), by_code(mpn_id), family,
                     by_name(benefit), benefit_id
            """;

    private static final String ASSIGNMENTS = "select * from (\n" + LINE + """
                 , case when p.display_name <> '' then p.display_name else coalesce(held.holder_name, '') end as person,
                   p.email, held.seat_id, held.level, held.assigned_on, held.expires_on, held.state
            from (
                select organisation_id, benefit_id, id as seat_id, person_id, holder_name, level, assigned_on,
                       expires_on, state, count(*) over (partition by organisation_id, benefit_id) as seats
                from seat
                where organisation_id between :first and :last
                  and person_id is not null and state in ('ACTIVE', 'PENDING')
            ) held
            """ + LOOKED_UP + """
            left join person p on p.organisation_id = held.organisation_id and p.id = held.person_id
            ) assignment
            order by by_name(organisation), organisation_id, family, by_name(benefit), by_code(order_number),
                     by_code(mpn_id), benefit_id, by_name(person), by_code(email), seat_id
            """;

    private final ScopedLedger ledger;

    AllocationsQuery(ScopedLedger ledger) {
        this.ledger = ledger;
    }

    AllocationsReport report() {
        Rows<BenefitLine> benefits = () -> ledger.sql(BENEFITS).query((row, n) -> benefit(row)).stream();
        Rows<AssignmentLine> assignments = () -> ledger.sql(ASSIGNMENTS).query((row, n) -> assignment(row)).stream();
        return new AllocationsReport(
                ledger.header(),
                KeyFigureCount.of(benefits, ledger.scope().on(), ledger.byName()),
                benefits,
                assignments,
                SeatTrend.read(ledger));
    }

    private BenefitLine benefit(ResultSet row) throws SQLException {
        OrderLine order = new OrderLine(
                ledger.names().of(row),
                row.getString("order_number"),
                row.getString("mpn_id"),
                row.getString("offer_type"),
                row.getString("competency"));
        Quantity quantity = new Quantity(
                Unit.valueOf(row.getString("unit")), row.getObject("granted", Long.class), row.getLong("assigned"));
        return new BenefitLine(
                order,
                row.getString("category"),
                row.getString("benefit"),
                quantity,
                row.getString("status"),
                ScopedLedger.day(row, "usable_until"));
    }

    private AssignmentLine assignment(ResultSet row) throws SQLException {
        return new AssignmentLine(
                benefit(row),
                row.getString("person"),
                row.getString("email"),
                row.getString("level"),
                ScopedLedger.day(row, "assigned_on"),
                ScopedLedger.day(row, "expires_on"),
                row.getString("state"));
    }
}
