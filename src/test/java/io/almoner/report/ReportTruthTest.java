package io.almoner.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.intake.FormulaGuard;
import io.almoner.jobs.Policies;
import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerAccess;

import static org.assertj.core.api.Assertions.assertThat;

/** PDF, workbook, web page and CSV of one run say the same, and what plain SQL says of the ledger. */
class ReportTruthTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-03-22T02:00:00Z"), ZoneOffset.UTC);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Pattern BAR = Pattern.compile("<b class=\"series\\d\" style=[^>]*>([^<]*)</b>");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Subject.class)
    void charts_show_what_the_ledger_holds(Subject subject) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            WrittenReport report = written(ledger, subject);
            long shown = report.charts().get(0).pieces().stream()
                    .mapToLong(Chart.Piece::value)
                    .sum();

            assertThat(shown)
                    .isPositive()
                    .isEqualTo(JdbcClient.create(ledger.dataSource())
                            .sql(sumOfBars(subject))
                            .query(Long.class)
                            .single());
        }
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void charts_are_the_same_in_cells_in_their_cache_and_on_the_page(Subject subject) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            WrittenReport report = written(ledger, subject);
            Chart chart = report.charts().get(0);

            assertThat(report.chartsOfCells()).isEqualTo(report.charts());
            assertThat(BAR.matcher(Files.readString(report.file(".html")))
                            .results()
                            .map(bar -> bar.group(1)))
                    .containsExactlyElementsOf(chart.pieces().stream()
                            .filter(piece -> piece.value() > 0)
                            .map(piece -> ENGLISH.shown(Kind.WHOLE, piece.value()))
                            .toList());
            assertThat(report.pdf()).contains(chart.title());
        }
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void rows_are_the_same_in_the_workbook_and_as_csv(Subject subject) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            WrittenReport report = written(ledger, subject);
            for (String section : sections(subject)) {
                String csv = "-" + section.toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
                List<List<String>> cells = report.values(ENGLISH.text("sheet." + section)).stream()
                        .map(row -> row.stream().map(ReportTruthTest::asCsv).toList())
                        .toList();

                assertThat(report.csv(csv))
                        .extracting(Map::values)
                        .map(row -> row.stream().map(ReportTruthTest::plain).toList())
                        .as(csv)
                        .isEqualTo(cells);
            }
        }
    }

    private static String asCsv(String cell) {
        return new FormulaGuard().guard(cell);
    }

    /** Shares such as 0.60 as a sheet holds them. */
    private static String plain(String value) {
        return value.matches("\\d+\\.\\d+")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    private static String sumOfBars(Subject subject) {
        return switch (subject) {
            case ALLOCATIONS -> """
                    select sum(greatest(b.quantity, case b.unit when 'LICENCE' then b.used else
                        (select count(*) from seat s where s.benefit_id = b.id and s.state in ('ACTIVE', 'PENDING')) end))
                    from benefit b join purchase_order o on o.id = b.order_id
                    where b.unit in ('SEAT', 'LICENCE') and o.status <> 'REFUNDED'
                      and (b.usable_until is null or b.usable_until >= date '2020-03-22')
                    """;
            case UNUSED_KEYS -> """
                    select count(*) from product_key k
                    join benefit b on b.id = k.benefit_id
                    join purchase_order o on o.id = b.order_id
                    where k.state in ('UNREVEALED', 'REVEALED') and k.activations_used = 0 and o.status <> 'REFUNDED'
                      and (b.usable_until is null or b.usable_until >= date '2020-03-22')
                    """;
            case EXPIRING_OFFERS -> """
                    select (select count(*) from purchase_order where status <> 'REFUNDED'
                              and anniversary_on between date '2020-02-21' and date '2020-06-20')
                         + (select count(*) from benefit where status = 'AVAILABLE'
                              and activate_by <= date '2020-06-20')
                         + (select count(*) from benefit b where usable_until <= date '2020-06-20'
                              and (usable_until >= date '2020-03-22' or status = 'ACTIVE' or exists
                                (select 1 from seat s where s.benefit_id = b.id and s.state in ('ACTIVE', 'PENDING'))))
                    """;
            case REFUNDS -> """
                    select count(*) from purchase_order
                    where status <> 'REFUNDED' and purchased_on >= date '2020-02-21'
                    """;
            case RECONCILIATION -> "select count(*) from drift where run_id = 900";
            case ROLE_GAPS -> """
                    select count(*) from membership m join organisation o on o.id = m.organisation_id
                    where m.admin_right <> 'NONE' and o.state = 'MIGRATED' and not exists
                      (select 1 from role_grant g where g.person_id = m.person_id and g.role_name = 'GLOBAL_ADMIN')
                    """;
        };
    }

    private static List<String> sections(Subject subject) {
        return switch (subject) {
            case ALLOCATIONS -> List.of("BENEFITS", "ASSIGNMENTS");
            case UNUSED_KEYS -> List.of("KEYS");
            case EXPIRING_OFFERS -> List.of("EXPIRING");
            case REFUNDS -> List.of("REFUNDS");
            case RECONCILIATION -> List.of("TO_DO", "SETTLED");
            case ROLE_GAPS -> List.of("GAPS", "AT_RISK", "ADMINS");
        };
    }

    private WrittenReport written(LedgerAccess ledger, Subject subject) {
        SampleLedger.fill(ledger);
        Scope scope = new Scope(DAY, new Policies().named("2020-03").orElseThrow(), null);
        Look look = new Look(EnumSet.allOf(Format.class), Locale.ENGLISH, Paper.A4);
        return new WrittenReport(
                new Reports(ledger, CLOCK, null).write(new ReportRequest(subject.command(), scope, look, folder)));
    }
}
