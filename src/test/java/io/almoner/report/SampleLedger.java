package io.almoner.report;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.ledger.LedgerAccess;

/**
 * A small ledger with something for every report on 2020-03-22. Contoso moved, moved by Anna; Beijing moved and has no
 * Global admin; Fabrikam stays in PMC.
 */
final class SampleLedger {

    private static final String ROWS = """
            insert into organisation (organisation_id, id, code, name, platform, state, moved_by) values
                (1, 1, 'ORG-1', 'Contoso', 'PARTNER_CENTER', 'MIGRATED', 'anna@contoso.example'),
                (2, 2, 'ORG-2', '北京示例', 'PARTNER_CENTER', 'MIGRATED', 'w@beijing.example'),
                (3, 3, 'ORG-3', 'Fabrikam', 'PMC', 'NOT_INVITED', null);
            insert into location (organisation_id, id, mpn_id, kind, name) values
                (1, 11, '1234567', 'LOCATION', 'HQ'), (2, 21, '7654321', 'LOCATION', 'HQ'), (3, 31, '5554443', 'HEADQUARTERS', 'HQ');
            insert into purchase_order (organisation_id, id, order_number, offer_type, competency, purchased_on,
                anniversary_on, status) values
                (1, 12, '10023', 'GOLD', 'Cloud Platform', '2020-03-01', '2021-03-01', 'ACTIVE'),
                (1, 13, '10024', 'SILVER', null, '2019-03-10', '2020-03-10', 'RENEWAL_WINDOW'),
                (1, 14, '10025', 'SILVER', null, '2020-03-21', null, 'REFUNDED'),
                (2, 22, '20001', 'ACTION_PACK', null, '2020-03-20', '2021-03-20', 'ACTIVE'),
                (2, 23, '20002', 'ACTION_PACK', null, '2020-03-05', '2020-06-10', 'ACTIVE');
            insert into benefit (organisation_id, id, order_id, location_id, name, category, benefit_type, quantity,
                unit, used, status, usable_until, activate_by, languages, operating_systems, download_links) values
                (1, 101, 12, 11, 'VS Enterprise', 'VISUAL_STUDIO', 'CORE', 5, 'SEAT', 0, 'ACTIVE', '2020-03-25', null, '[]', '[]', '[]'),
                (1, 102, 12, 11, 'Windows 10', 'SOFTWARE', 'CORE', 100, 'LICENCE', 0, 'ACTIVE', '2021-03-01', null, '[]', '[]', '[]'),
                (1, 103, 12, 11, 'Windows Server CAL', 'SOFTWARE', 'CORE', 10, 'LICENCE', 0, 'ACTIVE', null, null, '[]', '[]', '[]'),
                (1, 104, 13, 11, 'Office', 'SOFTWARE', 'CORE', 10, 'LICENCE', 0, 'ACTIVE', '2020-03-10', null, '[]', '[]', '[]'),
                (1, 105, 13, 11, 'VS Professional', 'VISUAL_STUDIO', 'CORE', 5, 'SEAT', 0, 'EXPIRED', '2020-03-10', null, '[]', '[]', '[]'),
                (1, 106, 14, 11, 'SQL Server', 'SOFTWARE', 'CORE', 10, 'LICENCE', 0, 'ACTIVE', null, null, '[]', '[]', '[]'),
                (2, 201, 22, 21, 'One-pager', 'GO_TO_MARKET', 'CORE', 1, 'OFFER', 0, 'AVAILABLE', '2021-03-20', '2020-05-01', '[]', '[]', '[]'),
                (2, 202, 23, 21, 'Windows 10', 'SOFTWARE', 'CORE', 10, 'LICENCE', 0, 'ACTIVE', '2020-06-10', null, '[]', '[]', '[]'),
                (2, 203, 23, 21, 'Long ended', 'CLOUD', 'CORE', 10, 'SEAT', 0, 'EXPIRED', '2019-06-10', null, '[]', '[]', '[]');
            insert into product_key (organisation_id, id, benefit_id, sealed, fingerprint, last_five, key_type, state,
                revealed_on, activations_used) values
                (1, 301, 102, 'SEALED-SECRET', 'f1', 'AAAA1', 'MAK', 'UNREVEALED', null, 0),
                (1, 302, 102, 'SEALED-SECRET', 'f2', 'AAAA2', 'MAK', 'REVEALED', '2020-03-02', 0),
                (1, 303, 102, 'SEALED-SECRET', 'f3', 'AAAA3', 'MAK', 'ACTIVATED', '2020-03-02', 4),
                (1, 304, 104, 'SEALED-SECRET', 'f4', 'AAAA4', 'Retail', 'UNREVEALED', null, 0),
                (1, 305, 106, 'SEALED-SECRET', 'f5', 'AAAA5', 'Retail', 'UNREVEALED', null, 0),
                (2, 306, 202, 'SEALED-SECRET', 'f6', 'AAAA6', '=Retail()', 'REVEALED', '2019-06-01', 0);
            insert into person (organisation_id, id, email, first_name, last_name, display_name, identity_kind, enabled) values
                (1, 401, 'anna@contoso.example', 'Anna', '', 'Anna', 'WORK', true),
                (1, 402, 'berta@contoso.example', 'Berta', '', '<b>Berta</b>', 'WORK', true),
                (1, 403, 'cem@outlook.example', 'Cem', '', 'Cem', 'MSA', true),
                (1, 404, 'dora@contoso.example', 'Dora', '', 'Dora', 'WORK', false),
                (2, 411, 'w@beijing.example', '', '', '王小明', 'WORK', true),
                (3, 421, 'f@fabrikam.example', '', '', 'Fritz', 'WORK', true);
            insert into membership (organisation_id, id, person_id, location_id, contact_role, admin_right, associated_on) values
                (1, 501, 401, 11, 'PRIMARY_PROGRAM_CONTACT', 'GLOBAL', '2015-01-01'),
                (1, 502, 402, 11, 'EXECUTIVE', 'GLOBAL', '2016-01-01'),
                (1, 503, 404, 11, null, 'LOCATION', null),
                (1, 504, 403, 11, null, 'NONE', null),
                (3, 505, 421, 31, null, 'GLOBAL', null);
            insert into role_grant (organisation_id, id, person_id, role_name, mpn_id) values
                (1, 601, 401, 'GLOBAL_ADMIN', null), (1, 602, 402, 'USER_ADMIN', '1234567'),
                (1, 603, 402, 'ADMIN_AGENT', null), (2, 604, 411, 'ADMIN_AGENT', null);
            insert into seat (organisation_id, id, benefit_id, person_id, level, state, assigned_on) values
                (1, 701, 101, 401, 'Enterprise', 'ACTIVE', '2020-03-02'),
                (1, 702, 101, 403, 'Enterprise', 'PENDING', null),
                (1, 703, 105, 401, 'Professional', 'ACTIVE', '2019-03-11'),
                (1, 704, 101, null, null, 'UNASSIGNED', null),
                (1, 705, 101, 404, null, 'REMOVED', null),
                (2, 706, 203, 411, null, 'ACTIVE', '2018-01-01');
            """;

    /** Compared on the day before: three differences of Contoso, two of Beijing. */
    private static final String RECONCILED = """
            insert into source (id, identity, name, layout) values
                (800, 'ledger', 'ledger', 'ledger'), (801, 'ab:reconcile', 'Subscribers.csv', 'vs_export');
            insert into run (id, code, job, status, fingerprint, dry_run, policy, on_date, os_user, directory, options,
                started_at) values
                (900, '20200321-020000-reconcile-900', 'reconcile', 'drift_found', 'f', false, '2020-03', '2020-03-21',
                 'os', '/tmp', '{}', timestamp with time zone '2020-03-21 02:00:00+00');
            insert into run_source (run_id, position, source_id, path, details) values
                (900, 0, 801, '/in/Subscribers.csv', '{}'), (900, 1, 800, '', '{}');
            insert into reconciliation (run_id, scope, question, revision, organisations, compared, table_rows) values
                (900, ' vs_export', 'q', 7, 2, 41, '[3]');
            insert into drift (run_id, number, organisation_id, situation, kind, name, order_number, person, mark,
                differences, candidates, origin, source_id, row_no, entity, entity_id, change_kind, before_json,
                after_json, treatment, reason, identity, since_on, since_run, standing, codes) values
                (900, 1, 1, 'DIFFERENT_VALUE', 'SEAT', 'VS Enterprise', '10023', 'anna@contoso.example', null,
                 '["Country","","DE","Reference","A-1","A-2"]', '[]', 'ROW', 801, 2, null, null, null, null, null,
                 'FIX_LEDGER', null, 'i1', '2020-03-21', 900, 'FIXED', null),
                (900, 2, 1, 'MISSING_HERE', 'SEAT', 'VS Enterprise', '10023', '=cem@outlook.example', 'GUID-1',
                 '[]', '[]', 'ROW', 801, 3, null, null, null, null, null,
                 'FIX_LEDGER', null, 'i2', '2020-03-01', 880, 'REFUSED', 'VS-001'),
                (900, 3, 1, 'OVER_ALLOCATED', 'BENEFIT', 'VS Professional', '10024', null, null,
                 '[]', '["6","5"]', 'BOOK', 800, 3, null, null, null, null, null,
                 'HAND_OFF', null, 'i3', '2020-03-21', 900, 'OPEN', null),
                (900, 4, 2, 'MISSING_THERE', 'USER', '王小明', null, 'w@beijing.example', null,
                 '[]', '[]', 'ABSENCE', 800, 4, null, null, null, null, null,
                 'REPORT', null, 'i4', '2020-03-20', 890, 'OPEN', null),
                (900, 5, 2, 'EXPIRED_BUT_ASSIGNED', 'SEAT', 'Long ended', '20002', 'w@beijing.example', null,
                 '[]', '[]', 'BOOK', 800, 5, null, null, null, null, null,
                 'PROTECTED', 'until the move is over', 'i5', '2020-03-21', 900, 'OPEN', null);
            """;

    private static final String NAMESAKE = """
            update organisation set name = 'Contoso' where id = 2;
            insert into person (organisation_id, id, email, first_name, last_name, display_name, identity_kind, enabled) values
                (2, 412, 'li@beijing.example', '', '', '李雷', 'WORK', true);
            insert into membership (organisation_id, id, person_id, location_id, contact_role, admin_right, associated_on) values
                (2, 506, 412, 21, null, 'GLOBAL', null);
            """;

    private SampleLedger() {}

    static void fill(LedgerAccess ledger) {
        run(ledger, ROWS);
        run(ledger, RECONCILED);
    }

    /** Says what statements say, parted by semicolons at the ends of lines. */
    static void change(LedgerAccess ledger, String statements) {
        run(ledger, statements);
    }

    /** Beijing, where somebody else has lost a right too, takes the name of Contoso. */
    static void addNamesake(LedgerAccess ledger) {
        run(ledger, NAMESAKE);
    }

    static void rename(LedgerAccess ledger, long person, String name) {
        JdbcClient.create(ledger.dataSource())
                .sql("update person set display_name = :name where id = :id")
                .param("name", name)
                .param("id", person)
                .update();
    }

    private static void run(LedgerAccess ledger, String statements) {
        for (String statement : statements.split(";\\s*\n")) {
            JdbcClient.create(ledger.dataSource()).sql(statement).update();
        }
    }
}
