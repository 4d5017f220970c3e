package io.almoner.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Role;

/** Reads, of the organisations that have moved, who lost a right of PMC, who is Global admin, and who holds seats as MSA. */
final class RoleGapsQuery {

    /** Of everyone but who moved the company: she alone kept her rights. */
    private static final String LOST = """
            from membership m
            left join organisation o on o.organisation_id = m.organisation_id and o.id = m.organisation_id
            left join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
            left join location l on l.organisation_id = m.organisation_id and l.id = m.location_id
            where m.organisation_id between :first and :last
              and m.admin_right <> 'NONE' and o.state in ('MIGRATED', 'CONSOLIDATED')
              and p.email <> coalesce(o.moved_by, '')
            """;

    private static final String ROLES = """
            (select string_agg(distinct g.role_name, ',' order by g.role_name)
             from role_grant g
             where g.organisation_id = m.organisation_id and g.person_id = m.person_id)
            """;

    private static final String GAPS = """
            select * from (
                select o.name as organisation, m.organisation_id, p.display_name, p.email, p.enabled, m.admin_right,
                       l.mpn_id, m.contact_role, m.associated_on, m.id,
            """ + ROLES + " as roles\n" + LOST + """
            ) gap
            order by by_name(organisation), organisation_id, case when roles is null then 0 else 1 end, admin_right,
                     by_name(display_name), by_code(email), by_code(mpn_id), id
            """;

    private static final String PEOPLE = """
            select count(distinct person_id) as people,
                   count(distinct case when roles is null then person_id end) as without_role
            from (
                select m.person_id,
            """ + ROLES + " as roles\n" + LOST + """
            ) gap
            """;

    private static final String HELD = """
            from seat s
            left join organisation o on o.organisation_id = s.organisation_id and o.id = s.organisation_id
            left join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
            left join benefit b on b.organisation_id = s.organisation_id and b.id = s.benefit_id
            where s.organisation_id between :first and :last
              and s.person_id is not null and s.state in ('ACTIVE', 'PENDING')
              and p.identity_kind = 'MSA' and o.state in ('MIGRATED', 'CONSOLIDATED')
            """;

    private static final String AT_RISK = """
            select * from (
                select o.name as organisation, s.organisation_id, p.display_name, p.email, p.enabled,
                       b.name as benefit, s.level, s.assigned_on, s.expires_on, s.id
            """ + HELD + """
            ) held
            order by by_name(organisation), organisation_id, by_name(display_name), by_code(email), by_name(benefit),
                     id
            """;

    private static final String SEATS = "select count(*) as seats, count(distinct s.person_id) as accounts\n" + HELD;

    private static final String ADMINS = """
            select * from (
                select o.name as organisation, o.organisation_id, o.moved_by, g.mpn_id, p.display_name, p.email,
                       p.enabled, coalesce(g.id, 0) as id
                from organisation o
                left join role_grant g on g.organisation_id = o.organisation_id and g.role_name = 'GLOBAL_ADMIN'
                left join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
                where o.organisation_id between :first and :last and o.state in ('MIGRATED', 'CONSOLIDATED')
            ) admin
            order by by_name(organisation), organisation_id, by_name(display_name), by_code(email), id
            """;

    private static final String ORGANISATIONS = """
            select count(*) as organisations,
                   coalesce(sum(case when exists (
                       select 1 from role_grant g
                       where g.organisation_id = o.organisation_id and g.role_name = 'GLOBAL_ADMIN'
                   ) then 0 else 1 end), 0) as without_admin
            from organisation o
            where o.organisation_id between :first and :last and o.state in ('MIGRATED', 'CONSOLIDATED')
            """;

    private final ScopedLedger ledger;

    RoleGapsQuery(ScopedLedger ledger) {
        this.ledger = ledger;
    }

    record Person(String name, String email, boolean enabled) {}

    /**
     * A right that somebody had in PMC.
     *
     * @param right {@code GLOBAL} or {@code LOCATION}
     * @param roles what she may do in Partner Center now; empty when nobody gave her a role
     */
    record Gap(
            String organisation,
            Person person,
            String right,
            String mpnId,
            @Nullable String contactRole,
            @Nullable LocalDate since,
            List<Role> roles) {}

    /** A seat that a personal account keeps until it is removed, and never gets again. */
    record AtRisk(
            String organisation,
            Person person,
            String benefit,
            @Nullable String level,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * Who is Global admin.
     *
     * @param person null where nobody is
     * @param mpnId of the only location; null for the whole company
     */
    record Admin(
            String organisation,
            @Nullable Person person,
            @Nullable String mpnId,
            @Nullable String movedBy) {}

    record Counts(long organisations, long withoutAdmin, long accounts, long seats) {}

    Stream<Gap> gaps() {
        return ledger
                .sql(GAPS)
                .query((row, n) -> new Gap(
                        ledger.names().of(row),
                        person(row),
                        row.getString("admin_right"),
                        row.getString("mpn_id"),
                        row.getString("contact_role"),
                        ScopedLedger.day(row, "associated_on"),
                        roles(row.getString("roles"))))
                .stream();
    }

    /** How many people lost a right, and how many of them have no role at all. */
    record People(long all, long withoutRole) {}

    People people() {
        return ledger.sql(PEOPLE)
                .query((row, n) -> new People(row.getLong("people"), row.getLong("without_role")))
                .single();
    }

    private static List<Role> roles(@Nullable String names) {
        return names == null
                ? List.of()
                : Stream.of(names.split(",")).map(Role::valueOf).toList();
    }

    Stream<AtRisk> atRisk() {
        return ledger
                .sql(AT_RISK)
                .query((row, n) -> new AtRisk(
                        ledger.names().of(row),
                        person(row),
                        row.getString("benefit"),
                        row.getString("level"),
                        ScopedLedger.day(row, "assigned_on"),
                        ScopedLedger.day(row, "expires_on")))
                .stream();
    }

    Stream<Admin> admins() {
        return ledger
                .sql(ADMINS)
                .query((row, n) -> new Admin(
                        ledger.names().of(row),
                        row.getString("email") == null ? null : person(row),
                        row.getString("mpn_id"),
                        row.getString("moved_by")))
                .stream();
    }

    Counts counts() {
        Counts seats = ledger.sql(SEATS)
                .query((row, n) -> new Counts(0, 0, row.getLong("accounts"), row.getLong("seats")))
                .single();
        return ledger.sql(ORGANISATIONS)
                .query((row, n) -> new Counts(
                        row.getLong("organisations"), row.getLong("without_admin"), seats.accounts(), seats.seats()))
                .single();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getString("display_name"), row.getString("email"), row.getBoolean("enabled"));
    }
}
