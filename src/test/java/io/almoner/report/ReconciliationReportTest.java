package io.almoner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.jobs.Policies;
import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** What the reconciliation report counts: which runs, and of what they found which part. */
class ReconciliationReportTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-03-22T02:00:00Z"), ZoneOffset.UTC);

    /** The number of a run, its business date, its scope, its revision, what stopped it, who undid it. */
    private static final String RUN = """
            insert into run (id, code, job, status, fingerprint, dry_run, policy, on_date, os_user, directory, options,
                started_at, undone_by)
            values (%1$d, 'reconcile-%1$d', 'reconcile', 'drift_found', 'f', false, '2020-03', '%2$s', 'os', '/tmp', '{}',
                timestamp with time zone '2020-03-21 02:00:00+00', %6$s);
            insert into reconciliation (run_id, scope, question, revision, organisations, compared, table_rows, stopped)
            values (%1$d, '%3$s', 'q', %4$s, 1, 5, '[]', %5$s);
            """;

    /** Once more what the first run found of one thing, as it is now. */
    private static final String FOUND_AGAIN = """
            insert into drift (run_id, number, organisation_id, situation, kind, name, differences, candidates, origin,
                source_id, row_no, treatment, identity, since_on, since_run, standing)
            select %d, number, organisation_id, situation, kind, name, differences, candidates, origin,
                source_id, row_no, treatment, identity, since_on, since_run, '%s' from drift
            where run_id = 900 and identity = '%s';
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void tells_what_became_of_every_difference(Supplier<LedgerPlace> fresh) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);
            WrittenReport report = written(ledger, null);

            assertThat(report.figures())
                    .contains(
                            entry("Compared", "41"),
                            entry("Differences found", count(ledger, "select count(*) from drift")),
                            entry("Put right", count(ledger, "select count(*) from drift where standing = 'FIXED'")),
                            entry("To be done by hand", "3"),
                            entry("Left alone", "1"),
                            entry("Oldest known since", "2020-03-01"));
            assertThat(report.rows("To do by hand"))
                    .extracting(row -> String.join(
                            "|",
                            row.get("Organisation"),
                            row.get("Code"),
                            row.get("Here / there"),
                            row.get("Outcome"),
                            row.get("Since"),
                            row.get("File"),
                            row.get("Row")))
                    .containsExactly(
                            "Contoso|REC-001||Refused: VS-001 More seats assigned than granted|2020-03-01|Subscribers.csv|3",
                            "Contoso|REC-004|6 / 5|To be done in the portal|2020-03-21|The ledger alone|",
                            "北京示例|REC-002||Reported|2020-03-20|In no row of the sources|");
            assertThat(report.rows("Put right or left alone"))
                    .extracting(row -> row.get("Here / there") + "|" + row.get("Outcome"))
                    .containsExactly(
                            "Country: – / DE; Reference: A-1 / A-2|Put right", "|Protected: until the move is over");
            assertThat(report.pdf())
                    .contains("41 5 1 3 1 2020-03-01", "Subscribers.csv, row 3", "GUID-1", "3 differences")
                    .contains("2020-04-19 28 Last day to ask for a refund");
        }
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void counts_the_newest_run_of_each_scope_and_once_what_both_found(Supplier<LedgerPlace> fresh) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, run(901, "2020-03-22", " entra_users", "8", null, null));
            SampleLedger.change(ledger, FOUND_AGAIN.formatted(901, "FIXED", "i4"));
            WrittenReport report = written(ledger, null);

            assertThat(report.figures())
                    .contains(entry("Compared", "46"), entry("Differences found", "5"), entry("Put right", "2"));
            assertThat(Files.readString(report.file(".html")))
                    .contains("reconcile-901", "20200321-020000-reconcile-900", "Subscribers.csv");
        }
    }

    @Test
    void lets_the_newer_run_of_a_scope_replace_the_older() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, run(901, "2020-03-22", " vs_export", "8", null, null));
            WrittenReport report = written(ledger, null);

            assertThat(report.figures()).contains(entry("Compared", "5"), entry("Differences found", "0"));
            assertThat(report.pdf()).contains("Nothing differs").doesNotContain("reconcile-900");
        }
    }

    @Test
    void leaves_out_what_has_not_ended_was_undone_or_came_later() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, run(901, "2020-03-22", " vs_export", null, null, null));
            SampleLedger.change(ledger, run(902, "2020-03-22", " vs_export", "8", null, "903"));
            SampleLedger.change(ledger, run(904, "2020-03-23", " vs_export", "8", null, null));

            assertThat(written(ledger, null).figures())
                    .contains(entry("Compared", "41"), entry("Differences found", "5"));
        }
    }

    @Test
    void leaves_out_sources_that_nobody_compares_any_more_and_says_so() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, run(899, "2020-02-01", " keys_export", "6", null, null));
            SampleLedger.change(ledger, FOUND_AGAIN.formatted(899, "OPEN", "i1"));

            assertThat(written(ledger, null).figures())
                    .contains(
                            entry("Compared", "41"),
                            entry("Put right", "1"),
                            entry("Filters", "1 comparison of other sources left out: more than 30 days older"));
        }
    }

    @Test
    void draws_for_each_day_what_was_left_to_do_then() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, run(901, "2020-03-22", " entra_users", "8", null, null));
            SampleLedger.change(ledger, FOUND_AGAIN.formatted(901, "OPEN", "i1"));
            WrittenReport report = written(ledger, null);

            assertThat(report.charts().get(1).pieces())
                    .extracting(piece -> piece.category() + " " + piece.value())
                    .containsExactly("2020-03-21 3", "2020-03-22 4");
            assertThat(report.figures()).containsEntry("To be done by hand", "4");
        }
    }

    @Test
    void says_first_that_too_much_would_have_changed_and_names_no_other_organisation() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, run(901, "2020-03-22", " entra_users", null, "'ORG-1 (9 of 10)'", null));

            assertThat(written(ledger, null).pdf()).contains("too much would have changed of ORG-1 (9 of 10)");
            assertThat(Files.readString(written(ledger, "ORG-2").file(".html")))
                    .contains("too much would have changed.", "--max-changes")
                    .doesNotContain("ORG-1", "Contoso", "contoso");
        }
    }

    @Test
    void shows_an_organisation_its_own_differences_and_runs() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, run(901, "2020-03-22", "ORG-1 keys_export", "8", null, null));
            WrittenReport report = written(ledger, "ORG-2");

            assertThat(report.figures()).contains(entry("Compared", ""), entry("Differences found", "2"));
            assertThat(Files.readString(report.file(".html")))
                    .contains("20200321-020000-reconcile-900")
                    .doesNotContain("reconcile-901", "contoso");
        }
    }

    /** Its trail tells nothing of the books, so none are rebuilt; what was found stands in the ledger itself. */
    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void reads_what_was_found_from_the_ledger_itself_when_the_books_are_rebuilt(Supplier<LedgerPlace> fresh)
            throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, run(901, "2020-03-23", " vs_export", "8", null, null));
            SampleLedger.change(ledger, "update run set first_change = 1, last_change = 1 where id = 901;\n");
            WrittenReport report = written(ledger, null);

            assertThat(report.figures())
                    .contains(
                            entry("Filters", "Books as of 2020-03-22, from the audit trail"),
                            entry("Differences found", "5"));
            assertThat(report.rows("To do by hand")).hasSize(3);
        }
    }

    @Test
    void keeps_thousands_of_differences_of_long_names_on_whole_pages() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.change(ledger, """
                    insert into drift (run_id, number, organisation_id, situation, kind, name, person, mark, differences,
                        candidates, origin, source_id, row_no, treatment, identity, since_on, since_run, standing)
                    select 900, x + 10, 1 + mod(x, 2), 'DIFFERENT_VALUE', 'SEAT', repeat('Subscription', 7),
                        repeat('long.name.', 8) || '@contoso.example', null, '["Reference","a","b"]',
                        '[]', 'ROW', 801, x, 'REPORT', 'x' || x, date '2020-03-21', 900, 'OPEN'
                    from system_range(1, 4000);
                    """);
            WrittenReport report = written(ledger, null, EnumSet.of(Format.PDF, Format.CSV));
            String pdf = report.pdf();

            assertThat(report.csv("-to-do.csv")).hasSize(4_003);
            assertThat(pdf).contains("4,003 differences", "Subscribers.csv, row 4000");
            assertThat(pdf.lines().filter(line -> line.matches("Data as of .* Page ([\\d,]+) of \\1")))
                    .hasSize(1);
        }
    }

    private static String run(
            long id,
            String day,
            String scope,
            @Nullable String revision,
            @Nullable String stopped,
            @Nullable String undoneBy) {
        return RUN.formatted(id, day, scope, revision, stopped, undoneBy);
    }

    private WrittenReport written(LedgerAccess ledger, @Nullable String organisation) {
        return written(ledger, organisation, EnumSet.allOf(Format.class));
    }

    private WrittenReport written(LedgerAccess ledger, @Nullable String organisation, Set<Format> formats) {
        Scope scope = new Scope(DAY, new Policies().named("2020-03").orElseThrow(), organisation);
        Look look = new Look(formats, Locale.ENGLISH, Paper.A4);
        try (Reports reports = new Reports(ledger, CLOCK, null)) {
            return new WrittenReport(
                    reports.write(new ReportRequest("reconciliation", scope, look, folder.resolve("out"))));
        }
    }

    private static String count(LedgerAccess ledger, String sql) {
        return JdbcClient.create(ledger.dataSource())
                .sql(sql)
                .query(String.class)
                .single();
    }
}
