package io.almoner.jobfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.Role;
import io.almoner.jobfile.Schedule.Missed;
import io.almoner.jobfile.SourceOrder.Matching;
import io.almoner.jobfile.SourceOrder.Moves;
import io.almoner.jobfile.SourceOrder.Named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JobFileTest {

    private static final Path READY = Path.of("jobs").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void reads_every_part_with_paths_from_its_own_folder() throws IOException {
        JobFile job = read("""
                job: assign
                about: the inbox
                as: admin@contoso.example
                sources: {folder: inbox, pattern: "*.xlsx", take: newest, done: done, rejected: no}
                options: {policy: 2020-08, max-rejects: 5%, all-or-nothing: false, org: 007, language: de}
                schedule: {cron: "30 6 * * 1-5", zone: Europe/Berlin}
                """);

        assertThat(job.job()).isEqualTo(JobKind.ASSIGN);
        assertThat(job.actingUser()).isEqualTo("admin@contoso.example");
        assertThat(job.sources())
                .containsExactly(new Matching(
                        folder.resolve("inbox"),
                        "*.xlsx",
                        Take.NEWEST,
                        new Moves(folder.resolve("done"), folder.resolve("no")),
                        new Place(4, 19)));
        assertThat(job.options())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        JobOption.POLICY, "2020-08",
                        JobOption.MAX_REJECTS, "5%",
                        JobOption.ALL_OR_NOTHING, "false",
                        JobOption.ORG, "007",
                        JobOption.LANGUAGE, "de"));
        assertThat(job.schedule()).isEqualTo(new Schedule("30 6 * * 1-5", ZoneId.of("Europe/Berlin"), Missed.RUN_ONCE));
    }

    @Test
    void begins_relative_paths_at_the_folder_that_it_names() throws IOException {
        JobFile job = read("""
                job: migrate
                folder: ../data
                as: admin@contoso.example
                sources: [export, /elsewhere/export.zip]
                options: {out: results}
                """);

        Path data = folder.resolveSibling("data");
        assertThat(job.sources())
                .containsExactly(new Named(data.resolve("export")), new Named(Path.of("/elsewhere/export.zip")));
        assertThat(job.options())
                .containsEntry(JobOption.OUT, data.resolve("results").toString());
    }

    @Test
    void takes_variables_where_the_schema_lets_them_stand() throws IOException {
        Map<String, String> environment = Map.of("SHARE", "/mnt/share", "WHO", "admin@contoso.example");

        JobFile job = JobFile.read(
                written("job: migrate\nas: ${WHO}\nsources: [\"${SHARE}/export\"]\nhome: ${SHARE}/home\n"),
                environment);

        assertThat(job.actingUser()).isEqualTo("admin@contoso.example");
        assertThat(job.home()).isEqualTo(Path.of("/mnt/share/home"));
        assertThat(job.sources()).containsExactly(new Named(Path.of("/mnt/share/export")));
    }

    @Test
    void tells_who_gets_mail_how_often_and_with_what() throws IOException {
        JobFile job = JobFile.read(written("""
                        job: report
                        about: The week
                        reports: all
                        mail:
                          to: [lead@contoso.example, {address: "${WHO}", language: de}]
                          role: admin-agent
                          organisations: {C-1001: anna@contoso.example}
                          from: almoner@contoso.example
                          when: something-to-say
                          repeat: never
                          attach: [report]
                          largest: 500 kB
                        """), Map.of("WHO", "desk@contoso.example"));

        assertThat(job.title()).isEqualTo("The week");
        assertThat(job.mail())
                .isEqualTo(new MailOrder(
                        List.of(
                                new Recipient("lead@contoso.example", null),
                                new Recipient("desk@contoso.example", "de")),
                        new MailOrder.Parts(
                                Role.ADMIN_AGENT,
                                Map.of("C-1001", List.of(new Recipient("anna@contoso.example", null)))),
                        "almoner@contoso.example",
                        MailOrder.Occasion.SOMETHING_TO_SAY,
                        MailOrder.Repeat.NEVER,
                        List.of(MailOrder.Attached.REPORT),
                        500_000));
    }

    @Test
    void tells_how_often_it_is_tried_and_in_which_languages() throws IOException {
        JobFile job = read("""
                job: report
                reports: [expiring-offers]
                languages: [de, zh-CN, de]
                options: {within: 30d, paper: letter, format: html}
                retry: {attempts: 3, wait: 90s}
                """);

        assertThat(job.retry()).isEqualTo(new Retry(3, Duration.ofSeconds(90)));
        assertThat(job.languages()).containsExactly("de", "zh-CN");
        assertThat(job.options()).containsEntry(JobOption.WITHIN, "30d");
        assertThat(read("job: report\nreports: all\nretry: {attempts: 2}\n").retry())
                .isEqualTo(new Retry(2, Duration.ofMinutes(5)));
        assertThat(read("job: report\nreports: all\n").retry()).isEqualTo(Retry.NEVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "job: migrat                                 | 1:6  | There is no job migrat. Did you mean migrate? Expected: migrate, assign, reconcile, report, export.",
                "jobb: report                                | 1:1  | A job file knows no jobb. Did you mean job?",
                "job: [report]                               | 1:6  | job has to be a text, not a list.",
                "reports: all                                | 1:1  | A job file needs job: one of migrate, assign, reconcile, report, export.",
                "- job: report                               | 1:1  | has to consist of lines 'word: value', not of a list.",
                "job: report                                 | 1:1  | A job file needs reports",
                "job: report\\nreports: alocations           | 2:10 | Did you mean allocations?",
                "job: report\\nreports: [all, [all]]         | 2:16 | reports has to be a text, not a list.",
                "job: report\\nreports: all\\nas: a@b.example | 3:1  | as has no meaning in a job of the kind report.",
                "job: report\\nreports: all\\nreports: all   | 3:1  | reports stands twice in A job file.",
                "job: report\\nreports:                      | 2:9  | reports has no value.",
                "job: report\\nreports: all\\noptions: {polcy: 2020-03}      | 3:11 | Did you mean policy?",
                "job: report\\nreports: all\\noptions: {policy: 2019-03}     | 3:19 | policy cannot be 2019-03.",
                "job: report\\nreports: all\\noptions: {on: 22.03.2020}      | 3:15 | Expected: a date such as 2020-03-22.",
                "job: report\\nreports: all\\noptions: {format: [pdf, xls]}  | 3:25 | format cannot be xls. Did you mean xlsx?",
                "job: report\\nreports: all\\noptions: {max-rejects: 5}      | 3:11 | max-rejects has no meaning in a job of the kind report.",
                "job: report\\nreports: all\\noptions: {org: \"${ORG}\"}     | 3:16 | org takes no variables of the environment.",
                "job: report\\nreports: all\\nhome: ${NOWHERE}              | 3:7  | The environment has no NOWHERE.",
                "job: report\\nreports: all\\nhome: ${NO-WHERE}             | 3:7  | is written ${NAME}",
                "job: report\\nreports: all\\nschedule: {cron: \"0 6 * *\"} | 3:18 | day of the week",
                "job: report\\nreports: all\\nschedule: {cron: \"0 25 * * 1\"} | 3:18 | cron cannot be 0 25 * * 1.",
                "job: report\\nreports: all\\nschedule: {cron: \"0 6 * * 1\", zone: Berlin} | 3:37 | Europe/Berlin",
                "job: report\\nreports: all\\nschedule: {cron: \"0 6 30 2 *\"} | 3:18 | no such day in any year",
                "job: report\\nreports: all\\nschedule: {cron: \"0 6 * * 1\", missed: skipped} | 3:39 | missed cannot be skipped. Did you mean skip",
                "job: report\\nreports: all\\nschedule: {zone: UTC}          | 3:11 | needs cron",
                "job: report\\nreports: all\\n  format: pdf                  | 3:9  | The YAML cannot be understood",
                "job: assign\\nas: admin\\nsources: x                        | 2:5  | e-mail address",
                "job: assign\\nas: a@b.example\\nsources: {folder: x, take: latest} | 3:28 | take cannot be latest. Expected: newest, all.",
                "job: assign\\nas: a@b.example\\nsources: {pattern: x}       | 3:10 | A source needs folder",
                "job: assign\\nas: a@b.example\\nsources: {folder: x, done: y} | 3:10 | A source needs rejected",
                "job: assign\\nas: a@b.example\\nsources: {folder: x, pattern: \"y/*.csv\"} | 3:31 | pattern is for names alone",
                "job: assign\\nas: a@b.example\\nsources: {folder: x, pattern: \"{a\"} | 3:31 | pattern cannot be {a",
                "job: assign\\nas: a@b.example\\nsources: [a, {folder: x, done: y, rejected: z}] | 3:10 | the only one",
                "job: assign\\nas: a@b.example\\nsources: []                 | 3:10 | sources is an empty list.",
                "job: assign\\nsources: x                                    | 1:1  | A job file needs as",
                "job: report\\nreports: all\\nmail: {when: always}              | 3:7  | mail needs to: the addresses that are told.",
                "job: report\\nreports: all\\nmail: {to: [a@b.example, c]}      | 3:26 | c is not an e-mail address",
                "job: report\\nreports: all\\nmail: {to: \"a@b.example\\\\nBcc: x@y.example\"} | 3:12 | is not an e-mail address",
                "job: report\\nreports: all\\nmail: {to: a@b.example, when: never} | 3:31 | Expected: always, something-to-say.",
                "job: report\\nreports: all\\nmail: {to: a@b.example, attach: keys} | 3:33 | attach cannot be keys. Expected: report, rejects, findings.",
                "job: report\\nreports: all\\nmail: {to: a@b.example, largest: 10} | 3:34 | Expected: a size such as 500 kB or 10 MB.",
                "job: report\\nreports: all\\nmail: {to: a@b.example, password: x} | 3:25 | mail knows no password.",
                "job: report\\nreports: all\\nmail: {role: sales-agent}         | 3:14 | role cannot be sales-agent. Expected: global-admin, user-admin, admin-agent, mpn-partner-admin.",
                "job: export\\nlayout: all\\nmail: {role: global-admin, to: a@b.example} | 3:8 | role has no meaning in a job of the kind export.",
                "job: report\\nreports: all\\nretry: {wait: 5m}                  | 3:8  | retry needs attempts: how often it is tried in all, such as 3.",
                "job: report\\nreports: all\\nretry: {attempts: 1}              | 3:19 | attempts cannot be 1. Expected: a number from 2 to 10.",
                "job: report\\nreports: all\\nretry: {attempts: 3, wait: soon}  | 3:28 | wait cannot be soon. Expected: a time such as 30s, 5m or 1h.",
                "job: report\\nreports: all\\nretry: {attempt: 3}               | 3:9  | retry knows no attempt. Did you mean attempts?",
                "job: report\\nreports: all\\nlanguages: [en, dk]               | 3:17 | languages cannot have dk.",
                "job: report\\nreports: all\\nlanguages: [en]\\noptions: {language: de} | 3:12 | cannot both be given",
                "job: export\\nlayout: all\\nlanguages: [en]                    | 3:1  | languages has no meaning in a job of the kind export.",
                "job: report\\nreports: all\\noptions: {within: soon}           | 3:19 | Expected: a number of days such as 90d.",
                "job: report\\nreports: all\\nmail: {to: {address: a@b.example, language: dk}} | 3:45 | language cannot be dk.",
                "job: report\\nreports: all\\nmail: {to: {mail: a@b.example}}   | 3:12 | A recipient needs address",
                "job: report\\nreports: all\\nmail: {organisations: [a@b.example]} | 3:23 | organisations has to consist of lines",
                "job: report\\nreports: all\\nmail: {organisations: {C-1: a}}   | 3:29 | a is not an e-mail address",
                "job: report\\nreports: all\\nmail: {to: a@b.example, repeat: hourly} | 3:33 | Expected: daily, never, always.",
                "job: report\\n\\treports: all                             | 2:1  | A tab stands here. Indent by spaces",
                "job: export\\nlayout: [pmc_keys]                            | 2:9  | layout has to be a text, not a list.",
                "job: export\\nlayout: all\\noptions: {format: ods}          | 3:19 | format cannot be ods. Expected: csv, xlsx, pdf."
            })
    void says_where_it_is_wrong_and_what_was_expected(String text, String place, String said) throws IOException {
        Path file = written(text.replace("\\n", "\n").replace("\\t", "\t"));

        List<Problem> problems = problems(file);

        assertThat(problems).as("%s", problems).anySatisfy(problem -> {
            assertThat(problem.place()).hasToString(place);
            assertThat(problem.sentence()).contains(said);
        });
    }

    @Test
    void tells_everything_that_is_wrong_at_once_in_the_order_of_the_file() throws IOException {
        Path file = written("""
                job: assign
                colour: red
                sources: {folder: inbox, take: some}
                options:
                  max-rejects: few
                """);

        assertThat(problems(file))
                .extracting(Problem::place)
                .extracting(Place::line)
                .containsExactly(1, 2, 3, 5);
    }

    @Test
    void says_of_an_empty_file_of_other_bytes_and_of_none_that_they_cannot_be_used() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), "about: Größe".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems(written("# nothing")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).startsWith("The file is empty."));
        assertThat(problems(latin).get(0).sentence()).isEqualTo("The file is not UTF-8.");
        assertThat(problems(folder.resolve("none.yaml")).get(0).sentence()).isEqualTo("There is no such file.");
    }

    @Test
    void says_which_file_of_a_folder_was_probably_meant() throws IOException {
        written("job: report\nreports: all\n");

        assertThat(problems(folder.resolve("jobs.yaml")).get(0).sentence())
                .isEqualTo("There is no such file. Did you mean " + folder.resolve("job.yaml") + "?");
        assertThat(problems(folder).get(0).sentence())
                .isEqualTo("This is a folder. Name one job file, such as " + folder.resolve("job.yaml") + ".");
    }

    @Test
    void builds_no_objects_that_a_file_names() throws IOException {
        Path file = written("job: !!javax.script.ScriptEngineManager [report]\nreports: all\n");

        assertThat(problems(file).get(0).sentence()).contains("Global tag is not allowed");
    }

    @ParameterizedTest
    @MethodSource("ready")
    void the_ready_files_can_be_used(Path file) {
        assertThat(JobFile.read(file, Map.of()).sources().stream()
                        .filter(SourceOrder.Matching.class::isInstance)
                        .map(SourceOrder.Matching.class::cast)
                        .map(SourceOrder.Matching::folder))
                .allSatisfy(folder -> assertThat(folder).isDirectory());
    }

    static Stream<Path> ready() throws IOException {
        try (Stream<Path> files = Files.list(READY)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @Test
    void the_table_for_people_has_every_word() throws IOException {
        String table = Files.readString(READY.resolve("README.md"));

        Stream<String> words = Stream.of(
                        JobFileReader.WORDS.stream(),
                        SourceReader.WORDS.stream(),
                        ScheduleReader.WORDS.stream(),
                        MailReader.WORDS.stream(),
                        RecipientReader.WORDS.stream(),
                        RetryReader.WORDS.stream(),
                        Stream.of(JobOption.values()).map(JobOption::word))
                .flatMap(word -> word);
        assertThat(words).allSatisfy(word -> assertThat(table).containsPattern("(?m)^\\|[^|]*`" + word + "`"));
    }

    @Test
    void takes_the_newest_or_all_from_the_oldest_on_and_passes_over_what_is_not_finished() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        for (String name : List.of("b.csv", "a.csv", "c.txt", ".d.csv", "~$e.csv", "f.csv.part")) {
            Files.writeString(inbox.resolve(name), "");
        }
        Files.createDirectory(inbox.resolve("folder.csv"));
        Files.createSymbolicLink(inbox.resolve("link.csv"), inbox.resolve("a.csv"));
        Files.setLastModifiedTime(inbox.resolve("b.csv"), FileTime.from(Instant.parse("2020-03-22T00:00:00Z")));

        assertThat(files("take: all")).containsExactly(inbox.resolve("b.csv"), inbox.resolve("a.csv"));
        assertThat(files("take: newest")).containsExactly(inbox.resolve("a.csv"));
    }

    @Test
    void reads_nothing_when_nothing_matches_but_never_a_part_of_what_it_was_to_read() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));

        assertThat(files("take: newest")).isEmpty();
        JobFile partial = read("job: migrate\nas: a@b.example\nsources: [x, {folder: inbox, pattern: \"*.csv\"}]\n");
        assertThatThrownBy(partial::batches)
                .isInstanceOf(SourceFolderException.class)
                .hasMessageContaining("There is no *.csv in")
                .hasMessageContaining("job.yaml:3:23");
        JobFile astray = read("job: migrate\nas: a@b.example\nsources: {folder: outbox}\n");
        assertThatThrownBy(astray::batches)
                .hasMessageContaining("There is no folder")
                .hasMessageContaining(":3:19");
    }

    private List<Path> files(String take) throws IOException {
        return read("job: assign\nas: a@b.example\nsources: {folder: inbox, pattern: \"*.csv\", " + take + "}\n")
                .batches()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private JobFile read(String text) throws IOException {
        return JobFile.read(written(text), Map.of());
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("job.yaml"), text);
    }

    private static List<Problem> problems(Path file) {
        JobFileException refused = catchThrowableOfType(JobFileException.class, () -> JobFile.read(file, Map.of()));
        assertThat(refused).as("the file is refused").isNotNull();
        return refused.problems();
    }
}
