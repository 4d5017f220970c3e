package io.almoner.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** Each exit code by a situation of everyday life, and the order in which the checks come. */
class ExitCodeAcceptanceTest {

    private static final String LOCATIONS = "OrgId,OrgName,LocationMpnId,ParentMpnId,IsHeadquarters,LocationName,"
            + "Country,AccountEmail,InvitationStatus,InvitationDate\n";
    private static final String PEOPLE = "IndividualId,FirstName,LastName,Email,MicrosoftAccount,LocationMpnId,"
            + "AdminRight,ContactRole,TechnicalId,AssociatedDate,Status\n";

    @TempDir
    Path folder;

    private Program program() {
        return Program.at(folder.resolve("home"));
    }

    @Test
    void ends_with_0_when_every_row_was_applied_or_already_so() throws IOException {
        var export = export("A-1", "A-1");

        program().migrate(export).ending(0);
        var again = program().migrate(export).ending(0);

        assertThat(again.status()).isEqualTo("completed");
    }

    @Test
    void ends_with_1_when_the_surroundings_fail() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        var answer = Program.at(file.resolve("home")).migrate(SAMPLE).ending(1);

        assertThat(answer.status()).isEqualTo("failed");
        assertThat(answer.errors()).contains("file").doesNotContain("\tat ");
    }

    @Test
    void ends_with_1_when_the_database_is_damaged() throws IOException {
        program().run("runs", "list").ending(0);
        try (var database =
                new RandomAccessFile(folder.resolve("home/ledger.mv.db").toFile(), "rw")) {
            database.setLength(100);
            database.write("not a database".getBytes());
        }

        var answer = program().migrate(SAMPLE).ending(1);

        assertThat(answer.errors()).contains("cannot be opened").doesNotContain("\tat ");
    }

    @Test
    void tells_how_far_it_came_when_it_fails_and_goes_on_from_there() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Answer failed = program().migrate(SAMPLE, "--out", file.resolve("out")).ending(1);
        assertThat(failed.status()).isEqualTo("failed");
        assertThat(failed.rows().applied()).isEqualTo(189);
        assertThat(failed.errors().replaceAll("\\s+", " ")).contains("the same command goes on from there");

        Answer resumed =
                program().migrate(SAMPLE, "--out", folder.resolve("out")).ending(3);
        assertThat(resumed.json().get("run")).isEqualTo(failed.json().get("run"));
        assertThat(resumed.rows()).isEqualTo(failed.rows());
        assertThat(resumed.file("findings.csv")).hasParent(folder.resolve("out"));
    }

    @Test
    void ends_with_2_and_renders_nothing_when_a_design_of_the_own_is_broken() throws IOException {
        Path own = Files.createDirectories(folder.resolve("home/reports"));
        Files.writeString(own.resolve("unused-keys.jrxml"), "<jasperReport>\n</jasperRepot>");
        Path out = folder.resolve("out");

        Answer answer =
                program().run("report", "all", "--format", "pdf", "--out", out).ending(2);

        assertThat(answer.errors().replaceAll("\\s+", " ")).contains("unused-keys.jrxml:2: This is no XML at column 3");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migrat x                                      | migrate",
                "migrate x --dry-rum                           | --dry-run",
                "migrate                                       | SOURCE",
                "migrate x                                     | --as EMAIL",
                "migrate x --as nobody                         | --as EMAIL",
                "migrate x --as a@b.example --policy 2019-01   | 2020-03, 2020-08, 2020-11, 2021-02",
                "migrate x --as a@b.example --on 22.03.2020    | 2020-03-22",
                "migrate x --as a@b.example --max-rejects few  | 5%",
                "migrate x --as a@b.example --lang tlh         | zh-CN",
                "migrate x --as a@b.example --encoding klingon | GB18030",
                "migrate x --as a@b.example --delimiter ;;     | tab",
                "migrate x --as a@b.example --date-format bb   | dd.MM.yyyy",
                "inspect x --to yaml                           | csv",
                "inspect                                       | FILE",
                "apply                                         | PLAN",
                "export pmc_key                                | pmc_keys",
                "export pmc_keys --with-keys                   | --as EMAIL",
                "export pmc_keys --format ods                  | xlsx",
                "export pmc_keys --lang tlh                    | zh-CN",
                "export pmc_keys --org NOBODY                  | NOBODY",
                "report nothing                                | allocations",
                "report allocations --format doc               | pdf",
                "report allocations --lang tlh                 | zh-CN",
                "report allocations --paper B5                 | letter",
                "report expiring-offers --within soon          | 90d",
                "report expiring-offers --within 0d            | 90d",
                "migrate x --as a@b.example --out pom.xml     | not a folder",
                "export all --out pom.xml                      | not a folder",
                "report all --out pom.xml                      | not a folder",
                "runs show 7                                   | runs list",
                "runs restart 7                                | runs list",
                "runs lst                                      | list"
            })
    void ends_with_2_and_says_what_was_meant(String line, String meant) {
        var answer =
                program().run((Object[]) (line.strip() + " --json").split(" +")).ending(2);

        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors()).contains(meant).doesNotContain("\tat ");
    }

    @Test
    void ends_with_3_when_a_row_was_refused() {
        var answer = program().migrate(SAMPLE).ending(3);

        assertThat(answer.status()).isEqualTo("completed_with_rejects");
    }

    @Test
    void ends_with_4_when_the_file_is_missing() {
        assertUnusable(folder.resolve("nothing.csv"), "nothing.csv");
    }

    @Test
    void ends_with_4_when_the_folder_is_empty() throws IOException {
        assertUnusable(Files.createDirectory(folder.resolve("nothing")), "no table");
    }

    @Test
    void ends_with_4_when_the_workbook_is_encrypted() throws IOException {
        Path file = folder.resolve("secret.xls");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            workbook.createSheet("pmc_keys").createRow(0).createCell(0).setCellValue("LocationMpnId");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertUnusable(file, "password");
    }

    @Test
    void ends_with_4_when_the_layout_is_unknown() throws IOException {
        assertUnusable(Files.writeString(folder.resolve("recipes.csv"), "Dish,Minutes\nSoup,20\n"), "recipes.csv");
    }

    @Test
    void ends_with_4_when_a_required_column_is_missing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("locations.csv"),
                LOCATIONS.replace("LocationMpnId,", "") + "A,B,,Yes,N,DE,a@b.example,,\n");

        assertUnusable(file, "LocationMpnId");
    }

    private void assertUnusable(Path source, String told) {
        var answer = program().migrate(source).ending(4);

        assertThat(answer.status()).isEqualTo("refused");
        assertThat(answer.rows()).isEqualTo(new Answer.Rows(0, 0, 0, 0, 0));
        assertThat(answer.errors().replaceAll("\\s+", " ")).contains(told).doesNotContain("\tat ");
        assertThat(program().content().values()).allMatch(List::isEmpty);
    }

    @Test
    void ends_with_4_when_there_is_no_plan() throws IOException {
        program().run("apply", folder.resolve("plan.json"), "--json").ending(4).json();
        Path nonsense = Files.writeString(folder.resolve("nonsense.json"), "{}");
        program().run("apply", nonsense, "--json").ending(4).json();
        program().run("apply", folder, "--json").ending(4).json();
    }

    @Test
    void ends_with_5_when_the_acting_user_has_no_right_anywhere() throws IOException {
        var answer = program()
                .run("migrate", export("A-1", ""), "--as", MOVER, "--on", DAY, "--json")
                .ending(5);

        assertThat(answer.status()).isEqualTo("refused");
        assertThat(answer.rows().applied()).isZero();
        assertThat(answer.json().get("findings").get("MIG-002").asInt()).isPositive();
        assertThat(program().content().get("organisation")).isEmpty();
    }

    @Test
    void ends_with_3_when_the_acting_user_has_the_right_somewhere() throws IOException {
        var answer = program().migrate(export("A-1 B-2", "B-2")).ending(3);

        assertThat(answer.rows().applied()).isPositive();
        assertThat(answer.rows().rejected()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all-or-nothing", "--max-rejects 31", "--max-rejects 14.3%", "--max-rejects 0"})
    void ends_with_6_when_more_rows_are_refused_than_allowed(String safety) {
        var answer = program().migrate(words(SAMPLE, safety)).ending(6);

        assertThat(answer.status()).isEqualTo("refused");
        assertThat(answer.rows()).isEqualTo(new Answer.Rows(224, 0, 2, 32, 190));
        assertThat(answer.files("rejects"))
                .hasSize(7)
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(program().content().values()).allMatch(List::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--max-rejects 32", "--max-rejects 14.4%"})
    void applies_when_no_more_rows_are_refused_than_allowed(String safety) {
        var answer = program().migrate(words(SAMPLE, safety)).ending(3);

        assertThat(answer.rows()).isEqualTo(new Answer.Rows(224, 189, 2, 32, 1));
    }

    private static Object[] words(Path source, String options) {
        return (source + " " + options).split(" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate x --as a@b.example", "export all", "runs list", "report allocations"})
    void ends_with_6_when_another_process_works_on_the_ledger(String line) throws IOException {
        program().run("runs", "list").ending(0);
        try (var channel = FileChannel.open(folder.resolve("home/ledger.lock"), StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();

            var answer = program().run((Object[]) (line + " --json").split(" ")).ending(6);

            assertThat(answer.status()).isEqualTo("refused");
            assertThat(answer.errors().replaceAll("\\s+", " ")).contains("Another almoner works on");
        }
    }

    @Test
    void checks_usage_before_the_ledger_and_the_ledger_before_the_input() throws IOException {
        Path missing = folder.resolve("nothing.csv");
        program().run("runs", "list").ending(0);
        try (var channel = FileChannel.open(folder.resolve("home/ledger.lock"), StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();

            program().run("migrate", missing).ending(2);
            program().run("export", "all", "--lang", "tlh").ending(2);
            program().run("report", "allocations", "--on", "soon").ending(2);
            program().migrate(missing).ending(6);
        }
    }

    /** An export of these organisations, which the mover may move where that is said. */
    private Path export(String organisations, String movers) throws IOException {
        var locations = new StringBuilder(LOCATIONS);
        var people = new StringBuilder(PEOPLE);
        for (var code : organisations.split(" ")) {
            var mpnId = "438720" + code.substring(2);
            locations.append("%s,%s Ltd,%s,,Yes,Head office,DE,office@%s.example,Invited,2020-03-01\n"
                    .formatted(code, code, mpnId, code.toLowerCase(Locale.ROOT)));
            people.append("P-%s,Anna,Berger,%s,No,%s,%s,,,2019-01-01,Active\n"
                    .formatted(code, MOVER, mpnId, movers.contains(code) ? "Global" : "None"));
        }
        Path export = Files.createDirectory(folder.resolve("export"));
        Files.writeString(export.resolve("pmc_locations.csv"), locations);
        Files.writeString(export.resolve("pmc_individuals.csv"), people);
        return export;
    }
}
