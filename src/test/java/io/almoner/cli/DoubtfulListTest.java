package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A list that is not what it seems takes nothing from anybody, and is never called fine. */
class DoubtfulListTest {

    private static final Path PORTALS = Path.of("sample-data", "portal-exports").toAbsolutePath();
    private static final String ADMIN = "admin@contoso.example";
    private static final String BIRGITS_SEAT = "681832b3-de57-595f-8a2f-ce59db3bf72a";
    private static final String LENAS_SEAT = "4db32383-a162-5aef-8a0c-3aae7397ecbe";
    private static final String KEY = "FAKE0-00000-DEMO0-00003-YPYCG";

    @TempDir
    Path folder;

    private ReconciledHome home;

    @BeforeEach
    void migrate() {
        home = ReconciledHome.embedded(folder.resolve("home"));
        home.program()
                .run("migrate", Program.SAMPLE, "--as", ADMIN, "--on", "2026-03-22", "--json")
                .ending(3);
    }

    @Test
    void takes_no_seat_whose_row_could_not_be_read() throws IOException {
        Path list = subscribers(BIRGITS_SEAT, "2020-03-22", "31.31.2020");

        fix(list, "--treat", "missing-there=fix-ledger").ending(3);

        assertThat(home.query("select state from seat where subscription_guid = '" + BIRGITS_SEAT + "'"))
                .containsExactly("ACTIVE");
        assertThat(home.query("select variant, standing from drift where situation = 'MISSING_THERE'"))
                .isNotEmpty()
                .containsOnly("unread|OPEN");
    }

    @Test
    void takes_nothing_from_a_user_whose_row_could_not_be_read() throws IOException {
        Path list = users("birgit.engel@contoso.example,", "birgit.engel(at)contoso.example,");

        fix(list, "--treat", "missing-there=fix-ledger", "--treat", "holder-gone=fix-ledger")
                .ending(3);

        assertThat(home.query("select enabled from person where email = 'birgit.engel@contoso.example'"))
                .containsExactly("TRUE");
        assertThat(home.query("select person from drift where variant = 'departed'"))
                .isEmpty();
    }

    @Test
    void changes_nothing_when_more_rows_are_refused_than_allowed() throws IOException {
        Path list = subscribers(BIRGITS_SEAT, "2020-03-22", "31.31.2020");
        List<String> before = home.books();

        assertThat(fix(list, "--all-or-nothing").ending(6).rows().applied()).isZero();
        assertThat(fix(list, "--max-rejects", "0", "--dry-run").ending(6).rows().applied())
                .isZero();
        assertThat(home.books()).isEqualTo(before);

        assertThat(fix(list, "--max-rejects", "1").ending(3).rows().applied()).isPositive();
    }

    @Test
    void looks_again_at_the_same_bytes_after_something_was_put_right() {
        fix(PORTALS).ending(3);

        assertThat(fix(PORTALS).ending(3).json().get("changes").has("seat_assigned"))
                .as("the seat of somebody whom only the first run added")
                .isTrue();
        assertThat(home.query("select person from drift where situation = 'DIFFERENT_VALUE' and kind = 'USER'"
                        + " and run_id = (select max(run_id) from reconciliation)"))
                .isEmpty();
    }

    @Test
    void tells_the_same_number_of_differences_everywhere() throws IOException {
        for (int time = 0; time < 4; time++) {
            Answer answer = fix(PORTALS).ending(3);

            List<String> written;
            try (var lines = Files.lines(answer.file("findings.csv"), UTF_8)) {
                written = lines.filter(line -> line.contains(",REC-")).toList();
            }
            assertThat(home.query("select number from drift where run_id = (select max(run_id) from reconciliation)"))
                    .hasSize(differences(answer))
                    .hasSameSizeAs(written);
        }
    }

    @Test
    void is_no_list_when_it_says_what_is_wished() {
        Answer answer =
                home.reconcile(Path.of("sample-data", "bulk-assignments.csv").toAbsolutePath());

        assertThat(answer.ending(4).errors()).contains("bulk_assignments", "reconcile");
    }

    @Test
    void shows_no_key_that_stands_where_a_name_belongs() throws IOException {
        Path list = users("birgit.engel@contoso.example,Birgit Engel,", "new.person@contoso.example," + KEY + ",");

        fix(list, "--format", "csv,html");

        assertThat(home.query("select name from drift union select mark from drift where mark is not null"))
                .noneMatch(name -> name.contains(KEY))
                .anyMatch(name -> name.contains("*****-YPYCG"));
        try (var files = Files.walk(folder.resolve("home").resolve("runs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content(UTF_8).doesNotContainIgnoringCase(KEY);
            }
        }
    }

    @Test
    void needs_no_tolerance_below_zero() {
        assertThat(home.reconcile(PORTALS, "--tolerance", "-1").ending(2).errors())
                .contains("--tolerance");
    }

    @Test
    void is_applied_as_it_was_planned() {
        Path plan = folder.resolve("plan.json");
        Answer planned = fix(PORTALS, "--plan-out", plan);

        Answer applied = home.program().run("apply", plan, "--json");

        assertThat(applied.ending(3).rows()).isEqualTo(planned.rows());
        assertThat(applied.json().get("changes")).isEqualTo(planned.json().get("changes"));
        assertThat(applied.json().get("findings")).isEqualTo(planned.json().get("findings"));
    }

    @Test
    void is_not_applied_when_the_ledger_has_changed_since_it_was_planned() {
        Path plan = folder.resolve("plan.json");
        fix(PORTALS, "--plan-out", plan);
        fix(PORTALS.resolve("users.csv")).ending(3);
        List<String> before = home.books();

        home.program().run("apply", plan, "--json").ending(6);

        assertThat(home.books()).isEqualTo(before);
    }

    @Test
    void takes_nothing_back_that_was_wanted_after_the_list_was_made() throws IOException {
        Path list = PORTALS.resolve("Subscribers.csv");
        fix(list).ending(3);
        free("2026-03-22");

        fix(list).ending(3);

        assertThat(home.query("select state from seat where subscription_guid = '" + LENAS_SEAT + "'"))
                .containsExactly("REMOVED");
        assertThat(home.query("select standing, codes from drift where mark = '" + LENAS_SEAT + "'"
                        + " and run_id = (select max(run_id) from reconciliation)"))
                .containsExactly("REFUSED|UND-001");
    }

    @Test
    void believes_a_list_that_was_made_after_what_was_wanted() throws IOException {
        free("2026-03-22");

        fix(PORTALS.resolve("Subscribers.csv")).ending(3);

        assertThat(home.query("select state from seat where subscription_guid = '" + LENAS_SEAT + "'"))
                .containsExactly("ACTIVE");
    }

    @Test
    void goes_by_the_time_of_the_file_when_it_was_never_read_before() throws IOException {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        free(today);
        Path list = Files.copy(PORTALS.resolve("Subscribers.csv"), folder.resolve("old.csv"));
        Files.setLastModifiedTime(list, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        fix(list, "--on", today).ending(3);

        assertThat(home.query("select state from seat where subscription_guid = '" + LENAS_SEAT + "'"))
                .containsExactly("REMOVED");
    }

    @Test
    void tells_of_a_protection_that_protects_nothing() {
        Answer answer = fix(
                PORTALS.resolve("users.csv"), "--protect", "user:lena.vogt@contosso.example because she is on leave");

        assertThat(home.query("select variant, arguments from row_finding where source_id = 0 and code = 'REC-011'"))
                .containsExactly("protection|[\"lena.vogt@contosso.example\"]");
        assertThat(answer.ending(3).json().get("findings").has("REC-011")).isTrue();
    }

    @Test
    void is_not_fine_when_nobody_has_made_a_new_one_for_weeks() throws IOException {
        Path list = Files.copy(PORTALS.resolve("users.csv"), folder.resolve("old.csv"));
        Files.setLastModifiedTime(list, FileTime.from(Instant.now().minus(Duration.ofDays(24))));
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        Answer old = fix(list, "--on", today).ending(3);
        Answer looked = fix(PORTALS.resolve("users.csv"), "--on", "2026-03-22").ending(3);

        assertThat(old.json().get("findings").get("REC-014").asInt()).isEqualTo(1);
        assertThat(looked.json().get("findings").has("REC-014")).isFalse();
    }

    /** Lena's seat is taken from her. */
    private void free(String on) throws IOException {
        Path sheet = Files.writeString(
                folder.resolve("removal.csv"),
                "Action,MpnId,Category,SubscriptionGuid\nREMOVE,4387201,Visual Studio," + LENAS_SEAT + "\n");
        home.program().run("assign", sheet, "--as", ADMIN, "--on", on, "--json").ending(0);
    }

    private Answer fix(Path list, Object... more) {
        List<Object> words = new ArrayList<>(List.of("reconcile", list, "--fix", "--as", ADMIN, "--json"));
        words.addAll(List.of(more));
        if (!words.contains("--on")) {
            words.addAll(List.of("--on", "2026-03-22"));
        }
        return home.program().run(words.toArray());
    }

    private static int differences(Answer answer) {
        int told = 0;
        for (var count : answer.json().get("findings").properties()) {
            told += count.getKey().startsWith("REC-") ? count.getValue().asInt() : 0;
        }
        return told;
    }

    /** The list of subscribers with one cell of one row made otherwise. */
    private Path subscribers(String row, String cell, String otherwise) throws IOException {
        List<String> lines = Files.readAllLines(PORTALS.resolve("Subscribers.csv"), UTF_8).stream()
                .map(line -> line.contains(row) ? line.replaceFirst(cell, otherwise) : line)
                .toList();
        return Files.write(folder.resolve("Subscribers.csv"), lines, UTF_8);
    }

    private Path users(String text, String otherwise) throws IOException {
        String all = Files.readString(PORTALS.resolve("users.csv"), UTF_8);
        assertThat(all).contains(text);
        return Files.writeString(folder.resolve("users.csv"), all.replace(text, otherwise), UTF_8);
    }
}
