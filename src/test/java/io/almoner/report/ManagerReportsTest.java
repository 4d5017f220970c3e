package io.almoner.report;

import java.io.IOException;
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
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.almoner.jobs.Policies;
import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Every report is opened as PDF and as workbook, and both are compared with what plain SQL says of the ledger. */
class ManagerReportsTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-03-22T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void unused_keys_are_those_of_usable_benefits_that_nobody_activated(Supplier<LedgerPlace> fresh)
            throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);
            WrittenReport report = written(ledger, "unused-keys", "2020-03");
            long unused = count(ledger, """
                    select count(*) from product_key k
                    join benefit b on b.id = k.benefit_id
                    join purchase_order o on o.id = b.order_id
                    where k.state in ('UNREVEALED', 'REVEALED') and k.activations_used = 0 and o.status <> 'REFUNDED'
                      and (b.usable_until is null or b.usable_until >= date '2020-03-22')
                    """);

            assertThat(report.figures())
                    .containsEntry("Unused keys", String.valueOf(unused))
                    .containsEntry("Never revealed", "1")
                    .containsEntry("Revealed, not activated", "2")
                    .containsEntry("Unused for over 180 days", "1");
            assertThat(report.rows("Keys"))
                    .extracting(row -> row.get("Key"), row -> row.get("Since"), row -> row.get("Age"))
                    .containsExactly(
                            tuple("*****-AAAA1", "2020-03-01", "up to 30 days"),
                            tuple("*****-AAAA2", "2020-03-02", "up to 30 days"),
                            tuple("*****-AAAA6", "2019-06-01", "181 to 365 days"));
            assertThat(report.pdf())
                    .contains("*****-AAAA1", "*****-AAAA2", "*****-AAAA6", "Windows 10 1 2 3 295", unused + " keys")
                    .doesNotContain("CAL", "SEALED", "AAAA3", "AAAA4", "AAAA5");
        }
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void expiring_offers_come_soonest_first_with_their_renewal(Supplier<LedgerPlace> fresh) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);
            WrittenReport report = written(ledger, "expiring-offers", "2020-03");

            assertThat(report.rows("Expiring"))
                    .extracting(row -> row.get("Ends"), row -> row.get("Kind"), row -> row.get("What"))
                    .extracting(Object::toString)
                    .containsExactly(
                            "(\"2019-06-10\", \"Benefit\", \"Long ended\")",
                            "(\"2020-03-10\", \"Benefit\", \"Office\")",
                            "(\"2020-03-10\", \"Benefit\", \"VS Professional\")",
                            "(\"2020-03-25\", \"Benefit\", \"VS Enterprise\")",
                            "(\"2020-04-09\", \"Package\", \"Silver\")",
                            "(\"2020-05-01\", \"Offer\", \"One-pager\")",
                            "(\"2020-06-10\", \"Package\", \"Action Pack\")",
                            "(\"2020-06-10\", \"Benefit\", \"Windows 10\")");
            assertThat(report.rows("Expiring").get(4))
                    .containsAllEntriesOf(Map.of(
                            "Renew from", "2020-03-11",
                            "Renew until", "2020-04-09",
                            "1st reminder", "2020-02-24",
                            "2nd reminder", "2020-04-02"));
            String held = "select %s from seat where benefit_id in (101, 105, 203) and state in ('ACTIVE', 'PENDING')";
            String seats = String.valueOf(count(ledger, held.formatted("count(*)")));
            String people = String.valueOf(count(ledger, held.formatted("count(distinct person_id)")));
            assertThat(report.figures())
                    .containsAllEntriesOf(Map.of(
                            "Overdue", "3",
                            "Within 7 days", "1",
                            "Within 30 days", "2",
                            "Within 90 days", "5",
                            "Seats affected", seats,
                            "People affected", people));
            assertThat(report.pdf())
                    .contains("3 1 2 5 " + seats + " " + people, "2020-04-09", "One-pager", "8 ends", "31 to 60 days");
        }
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void expiring_offers_look_as_far_ahead_as_they_are_asked(Supplier<LedgerPlace> fresh) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);
            Scope week = new Scope(DAY, new Policies().named("2020-03").orElseThrow(), "ORG-1", 7);

            assertThat(written(ledger, "expiring-offers", week, Locale.ENGLISH).rows("Expiring"))
                    .extracting(row -> row.get("What"))
                    .containsExactly("Office", "VS Professional", "VS Enterprise");
        }
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void refunds_say_until_when_and_which_rule_stands_in_the_way(Supplier<LedgerPlace> fresh) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);
            WrittenReport report = written(ledger, "refunds", "2020-03");

            assertThat(report.rows("Refunds"))
                    .extracting(row -> String.join(
                            " ", row.get("Order"), row.get("Refund until"), row.get("Codes"), row.get("Standing")))
                    .containsExactly(
                            "10023 2020-03-31 REF-003 REF-002 Something is in the way",
                            "10024 2019-04-09 REF-001 Too late",
                            "20001 2020-04-19  Can be cancelled",
                            "20002 2020-04-04 REF-003 Can be cancelled, with a warning");
            assertThat(report.figures())
                    .containsAllEntriesOf(Map.of(
                            "Can be cancelled",
                            "2",
                            "First window closes",
                            "2020-04-04",
                            "Something in the way",
                            "1",
                            "Too late",
                            "1",
                            "Packages in force",
                            String.valueOf(
                                    count(ledger, "select count(*) from purchase_order where status <> 'REFUNDED'"))));
            assertThat(report.pdf())
                    .contains("2020-04-04", "REF-002", "4 packages")
                    .doesNotContain("SEALED");
        }
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void refunds_are_judged_by_the_policy_that_was_asked_for(Supplier<LedgerPlace> fresh) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);

            assertThat(written(ledger, "refunds", "2021-02").figures())
                    .containsEntry("Can be cancelled", "1")
                    .containsEntry("Something in the way", "2");
        }
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void role_gaps_name_whoever_lost_a_right_and_what_she_has_instead(Supplier<LedgerPlace> fresh) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(fresh.get())) {
            SampleLedger.fill(ledger);
            WrittenReport report = written(ledger, "role-gaps", "2020-03");
            long lost = count(
                    ledger,
                    "select count(*) from membership where admin_right <> 'NONE' and organisation_id < 3 and person_id <> 401");

            assertThat(report.rows("Lost rights"))
                    .extracting(row -> String.join(
                            " ", row.get("Person"), row.get("Right in PMC"), row.get("Account"), row.get("Roles now")))
                    .containsExactly(
                            "Dora Location Disabled None", "<b>Berta</b> Global Enabled Admin agent, User admin")
                    .hasSize((int) lost);
            assertThat(report.rows("Personal accounts"))
                    .extracting(row -> row.get("E-mail"))
                    .containsExactly("cem@outlook.example");
            assertThat(report.rows("Global admins"))
                    .extracting(row -> row.get("Organisation") + " " + row.get("Person"))
                    .containsExactly("Contoso Anna", "北京示例 Nobody");
            assertThat(report.figures())
                    .containsAllEntriesOf(Map.of(
                            "Lost a right", "2",
                            "Without a role now", "1",
                            "Without Global admin", "1",
                            "Personal accounts", "1",
                            "Seats at risk", "1"));
            assertThat(report.pdf())
                    .contains("2 1 2 1 1 1", "cem@outlook.example", "Nobody", "dora@contoso.example")
                    .doesNotContain("Fritz");
        }
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void says_that_there_is_nothing_on_one_good_page(Subject subject) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            WrittenReport report = written(ledger, subject.command(), "2020-03");

            assertThat(report.pdf())
                    .contains("There is nothing to report", "Page 1 of 1")
                    .doesNotContainPattern("\\b1 (end|key|package|line|assignment)\\b");
            assertThat(report.rows(new Texts(Locale.ENGLISH)
                            .text("sheet." + sheets(subject).get(0))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void shows_the_same_figures_and_rows_as_a_web_page_and_as_csv(Subject subject) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            WrittenReport report = written(ledger, subject.command(), "2020-03");
            String page = Files.readString(report.file(".html"));

            Map<String, String> figures = report.figures();
            figures.remove("Organisations"); // stand beneath the title of the page, without that word

            figures.forEach((label, value) -> assertThat(page).contains(ReportPage.escaped(label), value));
            for (String section : sheets(subject)) {
                List<Map<String, String>> rows = report.rows(new Texts(Locale.ENGLISH).text("sheet." + section));
                String csv = "-" + section.toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
                assertThat(report.csv(csv)).as(csv).isNotEmpty().hasSameSizeAs(rows);
                assertThat(Pattern.compile("<tr><td").matcher(page).results().count())
                        .isGreaterThanOrEqualTo(rows.size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void tells_organisations_of_the_same_name_apart(Subject subject) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.addNamesake(ledger);
            WrittenReport report = written(ledger, subject.command(), "2020-03");

            assertThat(report.pdf()).contains("Contoso (ORG-1)", "Contoso (ORG-2)");
        }
    }

    @Test
    void draws_a_bar_for_each_of_two_organisations_of_the_same_name() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.addNamesake(ledger);
            String page =
                    Files.readString(written(ledger, "role-gaps", "2020-03").file(".html"));

            assertThat(page.substring(page.indexOf("<figure"), page.indexOf("</figure>")))
                    .contains("Contoso (ORG-1)", "Contoso (ORG-2)");
        }
    }

    @Test
    void keeps_a_name_that_is_read_from_right_to_left_from_turning_its_page() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            SampleLedger.rename(ledger, 402, "محمد \u202Eabc");
            WrittenReport report = written(ledger, "role-gaps", "2020-03");

            assertThat(Files.readString(report.file(".html")))
                    .contains("<td dir=\"auto\">محمد abc</td>")
                    .doesNotContain("\u202E");
            assertThat(report.pdf()).contains("abc").doesNotContain("cba", "\uFFFD");
        }
    }

    @Test
    void lets_no_name_become_markup_or_a_formula() throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);

            String page =
                    Files.readString(written(ledger, "role-gaps", "2020-03").file(".html"));
            assertThat(page)
                    .contains("&lt;b&gt;Berta&lt;/b&gt;")
                    .doesNotContain("<b>Berta", "<script", "http:", "src=");
            assertThat(written(ledger, "unused-keys", "2020-03")
                            .csv("-keys.csv")
                            .get(2))
                    .containsEntry("Type", "'=Retail()")
                    .containsEntry("Days", "295");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "de", "fr", "es", "ja"})
    void is_written_in_every_language_with_its_days(String tag) throws IOException {
        Locale locale = Locale.forLanguageTag(tag);
        Texts texts = new Texts(locale);
        Scope scope = new Scope(DAY, new Policies().named("2020-03").orElseThrow(), null);
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            SampleLedger.fill(ledger);
            for (Subject subject : Subject.values()) {
                WrittenReport report = written(ledger, subject.command(), scope, locale);
                String title = texts.text(subject.command() + ".title");

                assertThat(report.pdf()).contains(title, texts.day(DAY)).doesNotContain("\uFFFD");
                assertThat(Files.readString(report.file(".html"))).contains("lang=\"" + tag + "\"", title);
                assertThat(report.figures()).containsEntry(texts.text("meta.policy"), "2020-03");
            }
        }
    }

    private static List<String> sheets(Subject subject) {
        return switch (subject) {
            case ALLOCATIONS -> List.of("BENEFITS", "ASSIGNMENTS");
            case UNUSED_KEYS -> List.of("KEYS");
            case EXPIRING_OFFERS -> List.of("EXPIRING");
            case REFUNDS -> List.of("REFUNDS");
            case RECONCILIATION -> List.of("TO_DO", "SETTLED");
            case ROLE_GAPS -> List.of("GAPS", "AT_RISK", "ADMINS");
        };
    }

    private WrittenReport written(LedgerAccess ledger, String name, String policy) {
        Scope scope = new Scope(DAY, new Policies().named(policy).orElseThrow(), null);
        return written(ledger, name, scope, Locale.ENGLISH);
    }

    private WrittenReport written(LedgerAccess ledger, String name, Scope scope, Locale locale) {
        Look look = new Look(EnumSet.allOf(Format.class), locale, Paper.A4);
        List<Path> files =
                new Reports(ledger, CLOCK, null).write(new ReportRequest(name, scope, look, folder.resolve("out")));
        return new WrittenReport(files);
    }

    private static long count(LedgerAccess ledger, String sql) {
        return JdbcClient.create(ledger.dataSource()).sql(sql).query(Long.class).single();
    }
}
