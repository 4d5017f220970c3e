package io.almoner.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.mail.ReceivedMail;
import io.almoner.mail.SecureMail;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** What people learn by mail about the jobs that run while nobody watches. */
class JobMailAcceptanceTest {

    private static final String HEADER = "Action,MpnId,OrderNumber,BenefitName,Name,SignInEmail,Language,OSType";

    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @RegisterExtension
    static final GreenMailExtension SECURE = SecureMail.server();

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void begin() {
        program = Program.at(folder.resolve("home"));
    }

    @Test
    void sends_the_figures_and_the_rejects_of_a_migration_by_the_server_of_the_environment() throws Exception {
        Path job = migration("");
        Map<String, String> environment = Map.of(
                "ALMONER_SMTP_HOST", "127.0.0.1",
                "ALMONER_SMTP_PORT", Integer.toString(SERVER.getSmtp().getPort()),
                "ALMONER_SMTP_TLS", "none",
                "ALMONER_SMTP_FROM", "almoner@contoso.example");

        Answer answer = ProgramProcess.start(List.of("-Xmx256m"), program.words("run", job, "--json"), environment)
                .ended()
                .ending(3);

        assertThat(answer.json().at("/mail/status").asString()).isEqualTo("sent");
        ReceivedMail mail = ReceivedMail.of(SERVER.getReceivedMessages()[0]);
        assertThat(mail.subject())
                .isEqualTo("The move: done, and rows were rejected - "
                        + answer.rows().applied() + " applied, " + answer.rows().rejected() + " rejected");
        assertThat(mail.text()).contains(answer.json().get("run").asString());
        Path rejects = answer.files("rejects").get(0);
        assertThat(mail.attachments()).containsKeys(rejects.getFileName().toString(), "findings.csv");
        assertThat(mail.attachments().get(rejects.getFileName().toString())).isEqualTo(Files.readAllBytes(rejects));
        assertThat(mail.message().getFrom()[0]).hasToString("almoner@contoso.example");
        assertThat(program.home().resolve("outbox")).doesNotExist();
    }

    @Test
    void sends_by_tls_in_the_name_of_an_account_whose_password_nobody_sees() throws Exception {
        SECURE.setUser("almoner@contoso.example", "almoner@contoso.example", "open-sesame");
        Path job = migration("");
        Map<String, String> environment = Map.of(
                "ALMONER_SMTP_HOST", "127.0.0.1",
                "ALMONER_SMTP_PORT", Integer.toString(SECURE.getSmtps().getPort()),
                "ALMONER_SMTP_TLS", "tls",
                "ALMONER_SMTP_USER", "almoner@contoso.example",
                "ALMONER_SMTP_PASSWORD", "open-sesame");

        Answer answer = ProgramProcess.start(SecureMail.trust(), program.words("run", job, "-v"), environment)
                .ended()
                .ending(3);

        assertThat(answer.output()).contains("sent by 127.0.0.1");
        ReceivedMail mail = ReceivedMail.of(SECURE.getReceivedMessages()[0]);
        assertThat(mail.message().getFrom()[0]).hasToString("almoner@contoso.example");
        assertThat(answer.output() + answer.errors() + mail.text() + mail.html())
                .doesNotContain("open-sesame");
    }

    @Test
    void lays_the_report_into_the_outbox_where_there_is_no_server() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path job = Files.writeString(
                folder.resolve("weekly report.yaml"),
                "job: report\nabout: The week\nreports: all\noptions: {on: 2020-03-22, language: de}\n"
                        + "mail: {to: lead@contoso.example}\n");

        Answer answer = program.run("run", job, "--json").ending(0);

        Path file = Path.of(answer.json().at("/mail/file").asString());
        assertThat(file).hasParent(program.home().resolve("outbox"));
        assertThat(file.getFileName().toString()).endsWith("-weekly_report.eml");
        ReceivedMail mail = ReceivedMail.in(file);
        assertThat(mail.subject()).isEqualTo("The week: erledigt");
        assertThat(mail.attachments().keySet())
                .containsExactlyInAnyOrder("allocations-2020-03-22.pdf", "allocations-2020-03-22.xlsx");
    }

    @Test
    void never_sends_a_key() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path file = Files.writeString(
                folder.resolve("keys.csv"),
                HEADER + "\nGET_KEYS,4387201,70011-2019,Office Professional Plus,,,English,Windows\n"
                        + "GET_KEYS,4387201,70011-2019,Windows 10 Enterprise,,,English,Windows\n"
                        + "DANCE,4387201,,,,,,\n");
        Path job = Files.writeString(
                folder.resolve("keys.yaml"),
                "job: assign\nas: " + MOVER + "\nsources: keys.csv\noptions: {on: " + DAY + "}\n"
                        + "mail: {to: lead@contoso.example}\n");

        Answer answer = program.run("run", job, "--json").ending(3);

        assertThat(answer.files("keys"))
                .as("the run has shown keys: %s", answer.json())
                .hasSize(1);
        ReceivedMail mail =
                ReceivedMail.in(Path.of(answer.json().at("/mail/file").asString()));
        assertThat(mail.attachments().keySet()).noneMatch(name -> name.startsWith("keys.xlsx"));
        assertThat(keys()).isNotEmpty();
        for (String key : keys()) {
            assertThat(mail.text() + mail.html()).doesNotContain(key);
            assertThat(mail.attachments().values())
                    .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains(key));
        }
    }

    @Test
    void is_silent_when_there_is_nothing_to_say_if_told_so() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
        String inbox = "job: assign\nas: " + MOVER + "\nsources: {folder: inbox, done: done, rejected: rejected}\n";
        Path silent = Files.writeString(
                folder.resolve("silent.yaml"), inbox + "mail: {to: a@contoso.example, when: something-to-say}\n");
        Path always = Files.writeString(folder.resolve("always.yaml"), inbox + "mail: {to: a@contoso.example}\n");

        assertThat(program.run("run", silent, "--json").ending(0).json().has("mail"))
                .isFalse();
        assertThat(program.run("run", always, "--json")
                        .ending(0)
                        .json()
                        .at("/mail/status")
                        .asString())
                .isEqualTo("kept");
    }

    @Test
    void tells_what_went_wrong_also_when_no_run_began() throws Exception {
        Path job = Files.writeString(
                folder.resolve("job.yaml"),
                "job: assign\nas: " + MOVER + "\nsources: {folder: nowhere}\nmail: {to: a@contoso.example}\n");

        Answer answer = program.run("run", job, "--json").ending(4);

        ReceivedMail mail =
                ReceivedMail.in(Path.of(answer.json().at("/mail/file").asString()));
        assertThat(mail.subject()).isEqualTo("assign, job.yaml: refused, nothing was applied");
        assertThat(mail.text()).contains("There is no folder " + folder.resolve("nowhere"));
    }

    @Test
    void a_trial_from_the_command_line_sends_none() throws IOException {
        Answer answer = program.run("run", migration(""), "--dry-run", "--json").ending(3);

        assertThat(answer.json().has("mail")).isFalse();
        assertThat(program.home().resolve("outbox")).doesNotExist();
    }

    @Test
    void a_mail_that_nobody_takes_is_a_failure_and_is_kept() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path job = Files.writeString(
                folder.resolve("report.yaml"), "job: report\nreports: all\nmail: {to: lead@contoso.example}\n");
        Map<String, String> environment = Map.of("ALMONER_SMTP_HOST", "127.0.0.1", "ALMONER_SMTP_PORT", "1");

        Answer answer = ProgramProcess.start(List.of("-Xmx256m"), program.words("run", job, "--json"), environment)
                .ended()
                .ending(1);

        assertThat(answer.json().at("/mail/status").asString()).isEqualTo("undelivered");
        assertThat(Path.of(answer.json().at("/mail/file").asString())).isRegularFile();
        assertThat(answer.errors()).contains("The mail was not taken");
    }

    private Path migration(String more) throws IOException {
        return Files.writeString(
                folder.resolve("migration.yaml"),
                "job: migrate\nabout: The move\nas: " + MOVER + "\nsources: " + SAMPLE + "\noptions: {on: " + DAY
                        + "}\n" + "mail: {to: [lead@contoso.example]}\n" + more);
    }

    private static List<String> keys() throws IOException {
        try (Stream<String> lines = Files.lines(SAMPLE.resolve("pmc_keys.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(",")[3])
                    .filter(key -> key.matches("\\w{5}-.*"))
                    .toList();
        }
    }
}
