package io.almoner.report;

import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

import io.almoner.book.Unit;

/**
 * Reads allocations from the ledger, row by row. Visual Studio subscriptions are counted from the seats that are held,
 * pending ones too; of other seats and licences the higher of that count and of the use that the source told; of
 * anything else that use. Benefits of refunded, lapsed or expired orders count as expired. The rows of one report need
 * one transaction around them, which also keeps the cursors open.
 */
final class AllocationsQuery {

    private static final int ROWS_A_FETCH = 1000;
    private static final int NAMES = 3;

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
            order by organisation %1$s, organisation_id, order_number %1$s, mpn_id %1$s, family, benefit %1$s, benefit_id
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
            order by organisation %1$s, organisation_id, family, benefit %1$s, order_number %1$s, mpn_id %1$s, benefit_id,
                     person %1$s, email %1$s, seat_id
            """;

    private static final String ORGANISATIONS = """
            select name from organisation
            where organisation_id between :first and :last
            order by name %1$s, id
            fetch first :most rows only
            """;

    private static final String ORGANISATION_COUNT =
            "select count(*) from organisation where organisation_id between :first and :last";

    private static final String ORGANISATION_ID = "select id from organisation where code = :code";

    private final JdbcClient client;
    private final String order;

    AllocationsQuery(DataSource ledger) {
        JdbcTemplate jdbc = new JdbcTemplate(ledger);
        jdbc.setFetchSize(ROWS_A_FETCH);
        client = JdbcClient.create(jdbc);
        // names in the same order on every database, whatever language it was made for
        order = nameOf(ledger).equals("PostgreSQL") ? "collate \"C\"" : "";
    }

    /** @throws ReportException when the ledger has no organisation of that code */
    AllocationsReport report(Scope scope, Texts texts, Instant generatedAt) {
        Span span = span(scope.organisation());
        Rows<BenefitLine> benefits = () -> rows(BENEFITS, span).query((row, n) -> benefit(row)).stream();
        Rows<AssignmentLine> assignments = () -> rows(ASSIGNMENTS, span).query((row, n) -> assignment(row)).stream();
        String only = scope.organisation();
        ReportHeader header = new ReportHeader(
                rows(ORGANISATIONS, span)
                        .param("most", NAMES)
                        .query(String.class)
                        .list(),
                rows(ORGANISATION_COUNT, span).query(Long.class).single(),
                scope.on(),
                generatedAt,
                scope.policy(),
                only == null ? List.of() : List.of(texts.text("filter.organisation", only)));
        return new AllocationsReport(header, KeyFigureCount.of(benefits, scope.on()), benefits, assignments);
    }

    private Span span(@Nullable String organisation) {
        if (organisation == null) {
            return new Span(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long id = client.sql(ORGANISATION_ID)
                .param("code", organisation)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new ReportException(
                        "The ledger knows no organisation " + organisation + ". Give its OrgId as the files name it."));
        return new Span(id, id);
    }

    private JdbcClient.StatementSpec rows(String sql, Span span) {
        return client.sql(sql.formatted(order)).param("first", span.first()).param("last", span.last());
    }

    /** The organisations of a report, by identifier: all or one. */
    private record Span(long first, long last) {}

    private static String nameOf(DataSource ledger) {
        try {
            return JdbcUtils.extractDatabaseMetaData(ledger, DatabaseMetaData::getDatabaseProductName);
        } catch (MetaDataAccessException e) {
            throw new ReportException("The ledger does not answer: " + e.getMessage(), e);
        }
    }

    private static BenefitLine benefit(ResultSet row) throws SQLException {
        OrderLine order = new OrderLine(
                row.getString("organisation"),
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
                date(row, "usable_until"));
    }

    private static AssignmentLine assignment(ResultSet row) throws SQLException {
        return new AssignmentLine(
                benefit(row),
                row.getString("person"),
                row.getString("email"),
                row.getString("level"),
                date(row, "assigned_on"),
                date(row, "expires_on"),
                row.getString("state"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
