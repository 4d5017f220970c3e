package io.almoner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.book.Unit;
import io.almoner.jobs.Policies;
import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;
import io.almoner.rules.Policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class ReportsTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 22);
    private static final Instant NOW = Instant.parse("2020-03-22T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Policy POLICY = new Policies().named("2020-03").orElseThrow();
    private static final Scope ALL = new Scope(DAY, POLICY, null);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void counts_held_seats_and_orders_names_alike_on_every_database(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            fill(access);
            AllocationsReport report = report(access, ALL);

            assertThat(report.header().organisations()).containsExactly("apple", "Contoso", "北京示例");
            assertThat(lines(report.benefits()))
                    .extracting(BenefitLine::name, BenefitLine::quantity)
                    .containsExactly(
                            tuple("VS Enterprise", new Quantity(Unit.SEAT, 5L, 0)),
                            tuple("Windows 10", new Quantity(Unit.LICENCE, 100L, 40)),
                            tuple("VS Enterprise", new Quantity(Unit.SEAT, 2L, 3)),
                            tuple("Community", new Quantity(Unit.UNLIMITED, null, 0)),
                            tuple("Office", new Quantity(Unit.SEAT, 25L, 1)));
            assertThat(lines(report.assignments()))
                    .extracting(AssignmentLine::person, AssignmentLine::status)
                    .containsExactly(
                            tuple("Anna", "ACTIVE"),
                            tuple("Berta", "PENDING"),
                            tuple("Holder", "ACTIVE"),
                            tuple("王小明", "ACTIVE"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void writes_every_format_whole_and_leaves_nothing_else(Supplier<LedgerPlace> fresh) throws IOException {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            fill(access);
            List<Path> files = new Reports(access, CLOCK, null)
                    .write(new ReportRequest("allocations", ALL, Look.STANDARD, folder.resolve("new")));

            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("allocations-2020-03-22.pdf", "allocations-2020-03-22.xlsx");
            assertThat(folder.resolve("new"))
                    .isDirectoryContaining("glob:**.pdf")
                    .isDirectoryContaining("glob:**.xlsx");
            try (Stream<Path> all = Files.list(folder.resolve("new"))) {
                assertThat(all).hasSize(2);
            }
            assertThat(text(files.get(0))).contains("王小明", "3 of 2 assigned · 1 over");
        }
    }

    @Test
    void shows_one_organisation_when_asked_and_says_so() throws IOException {
        try (LedgerAccess access = LedgerAccess.open(Databases.h2())) {
            fill(access);
            AllocationsReport report = report(access, new Scope(DAY, POLICY, "ORG-2"));

            assertThat(report.header().organisations()).containsExactly("北京示例");
            assertThat(report.header().filters()).containsExactly("Organisation ORG-2 only");
            assertThat(lines(report.benefits())).extracting(BenefitLine::name).containsExactly("Office");
        }
    }

    @Test
    void does_not_count_what_a_refunded_order_granted() {
        try (LedgerAccess access = LedgerAccess.open(Databases.h2())) {
            fill(access);
            JdbcClient.create(access.dataSource())
                    .sql("update purchase_order set status = 'REFUNDED' where organisation_id = 1")
                    .update();
            KeyFigures figures = report(access, ALL).figures();
            assertThat(figures.seats().granted()).isEqualTo(30);
            assertThat(figures.ended().assigned()).isEqualTo(43);
        }
    }

    @Test
    void reports_an_empty_ledger() {
        try (LedgerAccess access = LedgerAccess.open(Databases.h2())) {
            assertThat(new Reports(access, CLOCK, null)
                            .write(new ReportRequest("allocations", ALL, Look.STANDARD, folder)))
                    .hasSize(2);
        }
    }

    @Test
    void refuses_an_unknown_organisation_and_an_unknown_report() {
        try (LedgerAccess access = LedgerAccess.open(Databases.h2())) {
            Reports reports = new Reports(access, CLOCK, null);
            Scope nobody = new Scope(DAY, POLICY, "NOBODY");
            assertThatThrownBy(() -> reports.write(new ReportRequest("allocations", nobody, Look.STANDARD, folder)))
                    .isInstanceOf(ReportException.class)
                    .hasMessageContaining("NOBODY");
            assertThatThrownBy(() -> reports.write(new ReportRequest("nothing", ALL, Look.STANDARD, folder)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void uses_the_users_own_design_and_says_when_it_cannot() throws IOException {
        Path designs = Files.createDirectory(folder.resolve("designs"));
        Path design = designs.resolve("allocations.jrxml");
        String shipped = Files.readString(Path.of("reports/allocations.jrxml"));
        ReportRequest request = new ReportRequest("allocations", ALL, Look.STANDARD, folder.resolve("out"));
        try (LedgerAccess access = LedgerAccess.open(Databases.h2())) {
            Files.writeString(design, shipped.replace("$R{allocations.empty}", "\"Our own words\""));
            assertThat(text(new Reports(access, CLOCK, designs).write(request).get(0)))
                    .contains("Our own words");
            Files.writeString(design, shipped.replace("$R{allocations.empty}", "$F{nothing}"));
            Reports broken = new Reports(access, CLOCK, designs);
            assertThatThrownBy(() -> broken.write(request)).isInstanceOf(ReportException.class);
        }
    }

    @Test
    void begins_every_report_with_the_users_own_cover() throws IOException {
        Path designs = Files.createDirectory(folder.resolve("designs"));
        String shipped = Files.readString(Path.of("reports/cover.jrxml"));
        Files.writeString(designs.resolve("cover.jrxml"), shipped.replace("$P{title}", "\"Our own title\""));
        ReportRequest request = new ReportRequest("allocations", ALL, Look.STANDARD, folder.resolve("out"));
        try (LedgerAccess access = LedgerAccess.open(Databases.h2())) {
            assertThat(text(new Reports(access, CLOCK, designs).write(request).get(0)))
                    .contains("Our own title");
        }
    }

    private static AllocationsReport report(LedgerAccess ledger, Scope scope) {
        return new AllocationsQuery(new ScopedLedger(ledger, scope, new Texts(Locale.ENGLISH), NOW)).report();
    }

    private static <T> List<T> lines(Rows<T> rows) {
        try (Stream<T> stream = rows.open()) {
            return stream.toList();
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static void fill(LedgerAccess ledger) {
        String script = """
                insert into organisation (organisation_id, id, code, name, platform, state) values
                    (1, 1, 'ORG-1', 'Contoso', 'PARTNER_CENTER', 'MIGRATED'),
                    (2, 2, 'ORG-2', '北京示例', 'PARTNER_CENTER', 'MIGRATED'),
                    (3, 3, 'ORG-3', 'apple', 'PARTNER_CENTER', 'MIGRATED');
                insert into location (organisation_id, id, mpn_id, kind, name) values
                    (1, 11, '1234567', 'PLA', 'HQ'), (2, 21, '7654321', 'PLA', 'HQ'), (3, 31, '5554443', 'PLA', 'HQ');
                insert into purchase_order (organisation_id, id, order_number, offer_type, competency, status) values
                    (1, 12, '10023', 'GOLD', 'Cloud Platform', 'ACTIVE'), (2, 22, '10024', 'SILVER', null, 'ACTIVE'),
                    (3, 32, '10025', 'ACTION_PACK', null, 'ACTIVE');
                insert into benefit (organisation_id, id, order_id, location_id, name, category, benefit_type, quantity,
                    unit, used, status, usable_until, languages, operating_systems, download_links) values
                    (1, 13, 12, 11, 'VS Enterprise', 'VISUAL_STUDIO', 'CORE', 2, 'SEAT', 9, 'ACTIVE', '2020-05-01', '[]', '[]', '[]'),
                    (1, 14, 12, 11, 'Windows 10', 'SOFTWARE', 'CORE', 100, 'LICENCE', 40, 'ACTIVE', null, '[]', '[]', '[]'),
                    (1, 15, 12, 11, 'Community', 'TECHNICAL', 'CORE', 0, 'UNLIMITED', 0, 'ACTIVE', null, '[]', '[]', '[]'),
                    (2, 23, 22, 21, 'Office', 'CLOUD', 'CORE', 25, 'SEAT', 0, 'ACTIVE', null, '[]', '[]', '[]'),
                    (3, 33, 32, 31, 'VS Enterprise', 'VISUAL_STUDIO', 'CORE', 5, 'SEAT', 0, 'ACTIVE', null, '[]', '[]', '[]');
                insert into person (organisation_id, id, email, first_name, last_name, display_name, identity_kind, enabled) values
                    (1, 16, 'anna@contoso.example', 'Anna', '', 'Anna', 'WORK', true),
                    (1, 17, 'berta@contoso.example', 'Berta', '', 'Berta', 'WORK', true),
                    (1, 18, 'c@contoso.example', '', '', '', 'WORK', true),
                    (2, 26, 'w@beijing.example', '', '', '王小明', 'WORK', true);
                insert into seat (organisation_id, id, benefit_id, person_id, holder_name, state, assigned_on) values
                    (1, 101, 13, 17, null, 'PENDING', null), (1, 102, 13, 16, 'A.', 'ACTIVE', '2019-11-04'),
                    (1, 103, 13, 18, 'Holder', 'ACTIVE', null), (1, 104, 13, null, null, 'UNASSIGNED', null),
                    (1, 105, 13, 16, null, 'REMOVED', null), (2, 201, 23, 26, null, 'ACTIVE', null);
                """;
        for (String statement : script.split(";\\s*\n")) {
            JdbcClient.create(ledger.dataSource()).sql(statement).update();
        }
    }
}
