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

    /** What each benefit line shows; assignments repeat it, so that they can be grouped by it. */
    private static final String LINES = """
            with held as (
                select organisation_id, benefit_id, count(*) as seats
                from seat
                where person_id is not null and state in ('ACTIVE', 'PENDING')
                group by organisation_id, benefit_id
            ), line as (
                select o.name as organisation, o.id as organisation_id, b.id as benefit_id, po.order_number, l.mpn_id,
                       po.offer_type, po.competency, b.category, b.name as benefit, b.unit,
                       case when b.unit <> 'UNLIMITED' then b.quantity end as granted,
                       case when b.category = 'VISUAL_STUDIO' then coalesce(h.seats, 0)
                            when b.unit in ('LICENCE', 'SEAT') then greatest(b.used, coalesce(h.seats, 0))
                            else b.used end as assigned,
                       case when po.status in ('REFUNDED', 'LAPSED', 'EXPIRED') then 'EXPIRED'
                            else b.status end as status,
                       b.usable_until,
                       case b.category when 'SOFTWARE' then 1 when 'CLOUD' then 2 when 'VISUAL_STUDIO' then 3
                            when 'TECHNICAL' then 4 else 5 end as family
                from benefit b
                join organisation o on o.organisation_id = b.organisation_id
                join purchase_order po on po.organisation_id = b.organisation_id and po.id = b.order_id
                join location l on l.organisation_id = b.organisation_id and l.id = b.location_id
                left join held h on h.organisation_id = b.organisation_id and h.benefit_id = b.id
                where cast(:organisation as varchar) is null or o.code = :organisation
            )
            """;

    private static final String BENEFITS = LINES + """
            select * from line
            order by organisation %1$s, organisation_id, order_number %1$s, mpn_id %1$s, family, benefit %1$s, benefit_id
            """;

    private static final String ASSIGNMENTS = LINES + """
            select * from (
                select line.*, case when p.display_name <> '' then p.display_name else coalesce(s.holder_name, '') end as person,
                       p.email, s.id as seat_id, s.level, s.assigned_on, s.expires_on, s.state
                from line
                join seat s on s.organisation_id = line.organisation_id and s.benefit_id = line.benefit_id
                join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
                where s.state in ('ACTIVE', 'PENDING')
            ) held_seat
            order by organisation %1$s, organisation_id, family, benefit %1$s, order_number %1$s, mpn_id %1$s, benefit_id,
                     person %1$s, email %1$s, seat_id
            """;

    private static final String ORGANISATIONS = """
            select name from organisation
            where cast(:organisation as varchar) is null or code = :organisation
            order by name %1$s, id
            fetch first :most rows only
            """;

    private static final String ORGANISATION_COUNT = """
            select count(*) from organisation where cast(:organisation as varchar) is null or code = :organisation
            """;

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
        String organisation = scope.organisation();
        Rows<BenefitLine> benefits = () -> rows(BENEFITS, organisation).query((row, n) -> benefit(row)).stream();
        Rows<AssignmentLine> assignments =
                () -> rows(ASSIGNMENTS, organisation).query((row, n) -> assignment(row)).stream();
        ReportHeader header = header(scope, texts, generatedAt);
        return new AllocationsReport(header, KeyFigureCount.of(benefits, scope.on()), benefits, assignments);
    }

    private ReportHeader header(Scope scope, Texts texts, Instant generatedAt) {
        String organisation = scope.organisation();
        long count = rows(ORGANISATION_COUNT, organisation).query(Long.class).single();
        if (count == 0 && organisation != null) {
            throw new ReportException(
                    "The ledger knows no organisation " + organisation + ". Give its OrgId as the files name it.");
        }
        List<String> names = rows(ORGANISATIONS, organisation)
                .param("most", NAMES)
                .query(String.class)
                .list();
        List<String> filters =
                organisation == null ? List.of() : List.of(texts.text("filter.organisation", organisation));
        return new ReportHeader(names, count, scope.on(), generatedAt, scope.policy(), filters);
    }

    private JdbcClient.StatementSpec rows(String sql, @Nullable String organisation) {
        return client.sql(sql.formatted(order)).param("organisation", organisation);
    }

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
