package io.almoner.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.almoner.sample.SyntheticExport;
import io.almoner.sample.SyntheticExport.Faults;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** Job files do what commands do, and an inbox loses nothing. */
class JobFileAcceptanceTest {

    private static final String HEADER =
            "Action,MpnId,OrderNumber,BenefitName,Name,SignInEmail,SubscriptionLevel,Country,Language";

    @TempDir
    Path folder;

    private Program program;
    private Path inbox;

    @BeforeEach
    void begin() throws IOException {
        program = Program.at(folder.resolve("home"));
        inbox = Files.createDirectory(folder.resolve("inbox"));
    }

    @Test
    void does_what_the_command_does_with_the_same_answer() throws IOException {
        Program other = Program.at(folder.resolve("other"));
        Answer commanded = other.migrate(SAMPLE, "--lang", "de").ending(3);
        Path job = job("migrate", "sources: " + SAMPLE, "language: de");

        Answer run = program.run("run", job, "--json").ending(3);

        assertThat(comparable(run, program)).isEqualTo(comparable(commanded, other));
        assertThat(Files.readString(run.file("findings.csv")))
                .isEqualTo(Files.readString(commanded.file("findings.csv")));
        assertThat(program.content().keySet()).isEqualTo(other.content().keySet());
        assertThat(program.content().get("seat")).isEqualTo(other.content().get("seat"));
    }

    @Test
    void says_to_people_what_the_command_says() throws IOException {
        Path job = job("migrate", "sources: " + SAMPLE, "dry-run: true");
        Answer commanded = program.run("migrate", SAMPLE, "--as", MOVER, "--on", DAY, "--dry-run")
                .ending(3);

        Answer run = program.run("run", job).ending(3);

        assertThat(lines(run)).isEqualTo(lines(commanded));
    }

    @Test
    void writes_the_reports_that_it_names() throws IOException {
        program.migrate(SAMPLE).ending(3);
        Path job = Files.writeString(
                folder.resolve("report.yaml"),
                "job: report\nreports: [allocations]\noptions: {on: 2020-03-22, format: [pdf, xlsx], out: reports}\n");

        Answer run = program.run("run", job, "--json").ending(0);

        assertThat(run.files("report"))
                .containsExactlyInAnyOrder(
                        folder.resolve("reports/allocations-2020-03-22.pdf"),
                        folder.resolve("reports/allocations-2020-03-22.xlsx"))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void exports_the_layout_that_it_names() throws IOException {
        program.migrate(SAMPLE).ending(3);
        Path job = Files.writeString(folder.resolve("export.yaml"), "job: export\nlayout: pmc_benefits\n");

        assertThat(program.run("run", job, "--json").ending(0).files("export")).hasSize(1);
        Files.writeString(job, "job: export\nlayout: hand-off\noptions: {format: [pdf, xlsx]}\n");
        program.run("run", job, "--json").ending(0);
        Files.writeString(job, "job: export\nlayout: pmc_benefit\n");
        assertThat(program.run("run", job, "--json").ending(2).errors())
                .contains("There is no layout pmc_benefit")
                .contains("export.yaml:2:9");
    }

    @Test
    void ends_with_2_and_names_file_line_and_column_of_every_fault() throws IOException {
        Path job = Files.writeString(
                folder.resolve("wrong.yaml"), "job: migrate\nas: a@b.example\nsource: x\noptions:\n  polcy: 2020-03\n");

        Answer answer = program.run("run", job, "--json").ending(2);

        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors().replaceAll("\\s+", " "))
                .contains(job + ":3:1: A job file knows no source. Did you mean sources?")
                .contains(job + ":5:3: options knows no polcy. Did you mean policy?");
        assertThat(program.home()).doesNotExist();
    }

    @Test
    void refuses_an_option_that_means_nothing_to_the_job() throws IOException {
        Path job = Files.writeString(folder.resolve("report.yaml"), "job: report\nreports: all\n");

        assertThat(program.run("run", job, "--dry-run").ending(2).errors()).contains("--dry-run has no meaning");
    }

    @Test
    void moves_each_file_of_the_inbox_as_its_run_ended() throws IOException {
        program.migrate(SAMPLE).ending(3);
        Path good = drop("good.csv", 1, "ADD_USER,4387201,,,Good User,good.user@contoso.example,,,");
        Path mixed =
                drop("mixed.csv", 2, "ADD_USER,4387201,,,New User,new.user@contoso.example,,,", "DANCE,4387201,,,,,,,");
        Path strange = Files.writeString(inbox.resolve("strange.csv"), "colour,taste\nred,sweet\n");

        Answer answer = program.run("run", inboxJob(), "--json").ending(3);

        assertThat(inbox.toFile().listFiles()).isEmpty();
        assertThat(names("done")).containsExactly("good.csv");
        assertThat(names("rejected"))
                .containsExactly("mixed.csv", "mixed.rejects.csv", "strange.csv", "strange.csv.txt");
        assertThat(folder.resolve("rejected/mixed.rejects.csv"))
                .content()
                .contains("DANCE")
                .doesNotContain("New User");
        assertThat(folder.resolve("rejected/strange.csv.txt"))
                .content()
                .contains("strange.csv: nothing was applied.", "FIL-001")
                .contains("Run " + answer.json().get("runs").get(2).get("run").asString());
        assertThat(answer.status()).isEqualTo("completed_with_rejects");
        assertThat(answer.rows()).isEqualTo(new Answer.Rows(3, 2, 0, 1, 0));
        assertThat(answer.json().get("moved").get(0).get("from").asString()).isEqualTo(good.toString());
        assertThat(answer.json().get("moved")).hasSize(3);
        assertThat(List.of(mixed, strange)).noneMatch(Files::exists);
    }

    @Test
    void takes_the_corrected_rows_again_and_overwrites_nothing() throws IOException {
        program.migrate(SAMPLE).ending(3);
        String refused = "DANCE,4387201,,,,,,,";
        drop("bulk.csv", 1, refused);
        program.run("run", inboxJob(), "--json").ending(3);
        Files.copy(folder.resolve("rejected/bulk.rejects.csv"), inbox.resolve("bulk.rejects.csv"));
        drop("bulk.csv", 1, refused);

        program.run("run", inboxJob(), "--json").ending(3);

        assertThat(names("rejected"))
                .containsExactly(
                        "bulk-2.csv",
                        "bulk.csv",
                        "bulk.rejects-2.csv",
                        "bulk.rejects-3.csv",
                        "bulk.rejects.csv",
                        "bulk.rejects.rejects-3.csv");
    }

    @Test
    void says_that_the_inbox_is_empty_and_ends_well() throws IOException {
        Answer told = program.run("run", inboxJob()).ending(0);
        Answer json = program.run("run", inboxJob(), "--json").ending(0);

        assertThat(told.output()).contains("Nothing to do: there is no *.csv in " + inbox);
        assertThat(json.status()).isEqualTo("completed");
        assertThat(json.json().get("message").asString()).contains("there is no *.csv");
        assertThat(json.rows().read()).isZero();
        assertThat(program.home().resolve("ledger.mv.db")).doesNotExist();
    }

    @Test
    void does_not_take_a_missing_folder_for_an_empty_one() throws IOException {
        Path job = inboxJob();
        Files.delete(inbox);

        Answer answer = program.run("run", job, "--json").ending(4);

        assertThat(answer.status()).isEqualTo("refused");
        assertThat(answer.errors().replaceAll("\\s+", " ")).contains("There is no folder " + inbox, "job.yaml:4:");
    }

    @Test
    void leaves_the_file_after_a_dry_run_and_when_only_the_right_lacks() throws IOException {
        program.migrate(SAMPLE).ending(3);
        Path file = drop("bulk.csv", 1, "ADD_USER,4387201,,,New User,new.user@contoso.example,,,");

        program.run("run", inboxJob(), "--json", "--dry-run").ending(0);
        assertThat(file).exists();

        Path job = inboxJob();
        Files.writeString(job, Files.readString(job).replace(MOVER, "markus.oeztuerk@contoso.example"));
        Answer refused = program.run("run", job, "--json").ending(5);
        assertThat(refused.json().get("moved")).isEmpty();
        assertThat(file).exists();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
    void leaves_the_file_of_a_killed_run_and_goes_on_with_it() throws Exception {
        Path base = folder.resolve("base");
        SyntheticExport export = SyntheticExport.of(12_000, Faults.TWO_IN_A_HUNDRED);
        export.writeBase(base);
        export.writeAssignments(base);
        Program other = Program.at(folder.resolve("other"));
        Answer undisturbed = other.migrate(base).ending(3);
        Path zip = zipped(base);
        Path job = job("migrate", moving("*.zip"), "language: en");

        ProgramProcess.start(List.of("-Xmx256m"), program.words("run", job))
                .saying("Applying: 40 %")
                .signalled("KILL")
                .ended();
        assertThat(zip).exists();
        assertThat(folder.resolve("rejected")).doesNotExist();
        ProgramProcess.start(List.of("-Xmx256m"), program.words("run", job))
                .saying("Applying: 60 %")
                .signalled("TERM")
                .ended()
                .ending(143);
        assertThat(zip).exists();

        Answer last = program.run("run", job, "--json").ending(3);
        assertThat(last.rows()).isEqualTo(undisturbed.rows());
        assertThat(zip).doesNotExist();
        assertThat(names("rejected")).contains("export.zip").anyMatch(name -> name.endsWith(".rejects.csv"));
        assertThat(program.run("runs", "list").output().lines().filter(line -> line.contains("-migrate-")))
                .hasSize(1);
    }

    private Path zipped(Path source) throws IOException {
        Path zip = inbox.resolve("export.zip");
        try (var target = FileSystems.newFileSystem(zip, Map.of("create", "true"));
                Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.getPath(file.getFileName().toString()));
            }
        }
        return zip;
    }

    private Path job(String job, String sources, String option) throws IOException {
        return Files.writeString(
                folder.resolve("job.yaml"),
                "job: " + job + "\nas: " + MOVER + "\noptions: {on: " + DAY + ", " + option + "}\n" + sources + "\n");
    }

    private Path inboxJob() throws IOException {
        return job("assign", moving("*.csv"), "language: en");
    }

    private static String moving(String pattern) {
        return "sources: {folder: inbox, pattern: \"" + pattern + "\", done: done, rejected: rejected}";
    }

    /** A file in the inbox, so many minutes old that files come in the order of their numbers. */
    private Path drop(String name, int number, String... rows) throws IOException {
        Path file = Files.writeString(inbox.resolve(name), HEADER + "\n" + String.join("\n", rows) + "\n");
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2020-03-22T00:00:00Z").plusSeconds(60L * number)));
    }

    private List<String> names(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> lines(Answer answer) {
        return answer.output()
                .lines()
                .map(line -> line.replaceAll("\\d{8}-\\d{6}-migrate-\\d+", "RUN"))
                .toList();
    }

    /** The object without what differs from run to run. */
    private static JsonNode comparable(Answer answer, Program program) {
        ObjectNode json = (ObjectNode) answer.json();
        String run = json.get("run").asString();
        json.remove(List.of("run", "seconds"));
        return JsonMapper.shared()
                .readTree(json.toString()
                        .replace(run, "RUN")
                        .replace(program.home().toString(), "HOME"));
    }
}
