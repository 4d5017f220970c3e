package io.almoner.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.mail.ReceivedMail;
import io.almoner.mail.SecureMail;
import io.almoner.mail.StartTlsFront;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** Mail on its way: protected, in the name of an account, and with nothing secret in any part of it. */
class SecureMailAcceptanceTest {

    private static final String ACCOUNT = "almoner@contoso.example";
    private static final String PASSWORD = "open-sesame";
    private static final String HEADER = "Action,MpnId,OrderNumber,BenefitName,Name,SignInEmail,Language,OSType";

    @RegisterExtension
    static final GreenMailExtension SECURE = SecureMail.server();

    @RegisterExtension
    static final GreenMailExtension PLAIN =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void begin() {
        program = Program.at(folder.resolve("home"));
        for (GreenMailExtension server : List.of(SECURE, PLAIN)) {
            server.setUser(ACCOUNT, ACCOUNT, PASSWORD);
            server.getUserManager().setAuthRequired(true);
        }
    }

    @Test
    void says_nothing_before_starttls_and_then_everything() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path job = report();

        Answer answer;
        String clear;
        try (StartTlsFront front = new StartTlsFront(PLAIN.getSmtp().getPort())) {
            answer = run(job, environment(front.port(), "starttls", PASSWORD)).ending(0);
            clear = front.saidInTheClear();
        }

        assertThat(answer.json().at("/mail/status").asString()).isEqualTo("sent");
        assertThat(clear.lines().map(line -> line.split(" ")[0])).containsExactly("EHLO", "STARTTLS");
        ReceivedMail mail = ReceivedMail.of(PLAIN.getReceivedMessages()[0]);
        assertThat(mail.subject()).isEqualTo("Wöchentlich – 每周: 已完成");
        assertThat(mail.attachments().keySet()).anyMatch(name -> name.startsWith("refunds-"));
    }

    @Test
    void a_wrong_password_is_said_so_and_the_mail_is_kept() throws Exception {
        program.migrate(SAMPLE).ending(3);

        Answer answer = run(report(), environment(SECURE.getSmtps().getPort(), "tls", "guessed-wrong"))
                .ending(1);

        assertThat(answer.errors().replaceAll("\\s+", " "))
                .contains("The mail was not taken", "does not accept the account " + ACCOUNT, "ALMONER_SMTP_PASSWORD")
                .doesNotContain("guessed-wrong");
        assertThat(answer.json().at("/mail/status").asString()).isEqualTo("undelivered");
        Path kept = Path.of(answer.json().at("/mail/file").asString());
        assertThat(ReceivedMail.in(kept).subject()).startsWith("Wöchentlich");
        assertThat(Files.readString(kept)).doesNotContain("guessed-wrong");
        assertThat(SECURE.getReceivedMessages()).isEmpty();
    }

    @Test
    void no_part_of_any_mail_has_a_key_or_a_password() throws Exception {
        program.migrate(SAMPLE).ending(3);
        String key = keys().get(0);
        Files.writeString(
                folder.resolve("键 März.csv"),
                HEADER + "\nGET_KEYS,4387201,70011-2019,Office Professional Plus,,,English,Windows\n"
                        + "GET_KEYS,4387201,70011-2019,Windows 10 Enterprise,,,English,Windows\n"
                        + "DANCE,4387201,,," + key + "," + key + ",,\n"
                        + key + ",4387201,,,,,,\n");
        Path job = Files.writeString(
                folder.resolve("keys.yaml"),
                "job: assign\nabout: Schlüssel\nas: " + MOVER + "\nsources: 键 März.csv\noptions: {on: " + DAY
                        + ", language: zh-CN}\nmail: {to: lead@contoso.example}\n");

        Answer answer = run(job, environment(SECURE.getSmtps().getPort(), "tls", PASSWORD))
                .ending(3);

        assertThat(answer.files("keys")).hasSize(1);
        MimeMessage message = SECURE.getReceivedMessages()[0];
        ReceivedMail mail = ReceivedMail.of(message);
        assertThat(mail.subject()).startsWith("Schlüssel: 已完成，有行被拒绝");
        assertThat(mail.attachments()).containsKeys("键 März.rejects.csv", "findings.csv");
        String everything = GreenMailUtil.getWholeMessage(message)
                + mail.subject()
                + mail.text()
                + mail.html()
                + mail.attachments().values().stream()
                        .map(content -> new String(content, StandardCharsets.UTF_8))
                        .reduce("", String::concat);
        assertThat(keys()).isNotEmpty().noneMatch(everything::contains);
        assertThat(everything).doesNotContain(PASSWORD);
        assertThat(answer.output() + answer.errors()).doesNotContain(PASSWORD);
    }

    private Answer run(Path job, Map<String, String> environment) throws Exception {
        List<String> options = Stream.concat(Stream.of("-Xmx256m"), SecureMail.trust().stream())
                .toList();
        return ProgramProcess.start(options, program.words("run", job, "--json", "-v"), environment)
                .ended();
    }

    private static Map<String, String> environment(int port, String tls, String password) {
        return Map.of(
                "ALMONER_SMTP_HOST", "127.0.0.1",
                "ALMONER_SMTP_PORT", Integer.toString(port),
                "ALMONER_SMTP_TLS", tls,
                "ALMONER_SMTP_USER", ACCOUNT,
                "ALMONER_SMTP_PASSWORD", password);
    }

    private Path report() throws Exception {
        return Files.writeString(
                folder.resolve("weekly.yaml"),
                "job: report\nabout: Wöchentlich – 每周\nreports: [refunds]\noptions: {on: " + DAY
                        + ", format: html, language: zh-CN}\nmail: {to: lead@contoso.example}\n");
    }

    private static List<String> keys() throws Exception {
        try (Stream<String> lines = Files.lines(SAMPLE.resolve("pmc_keys.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(",")[3])
                    .filter(key -> key.matches("\\w{5}-.*"))
                    .toList();
        }
    }
}
