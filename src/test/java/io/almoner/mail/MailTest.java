package io.almoner.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.mail.LetterWriter.Address;
import io.almoner.mail.News.Count;
import io.almoner.mail.News.Course;
import io.almoner.mail.News.Course.Turn;
import io.almoner.mail.News.NamedValue;
import io.almoner.mail.News.ReportFigures;
import io.almoner.returns.RowCounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailTest {

    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @RegisterExtension
    static final GreenMailExtension SECURE = SecureMail.server();

    @TempDir
    Path folder;

    @Test
    void a_server_gets_subject_both_bodies_and_the_files() throws Exception {
        Path report = Files.write(folder.resolve("报告 März.pdf"), new byte[] {1, 2, 3});
        Path rejects = Files.writeString(folder.resolve("bulk.rejects.csv"), "Action\nDANCE\n");

        Delivery delivery = post(plain()).send(letter(news(List.of(report, rejects)), 1_000, Locale.ENGLISH), "x");

        assertThat(delivery).isEqualTo(new Delivery.Sent("127.0.0.1"));
        ReceivedMail mail = ReceivedMail.of(SERVER.getReceivedMessages()[0]);
        assertThat(mail.subject()).isEqualTo("Assignments: done, and rows were rejected - 1,100 applied, 30 rejected");
        assertThat(mail.message().getFrom()[0]).hasToString("almoner@contoso.example");
        assertThat(mail.message().getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("lead@contoso.example", "desk@contoso.example");
        assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.text()).contains("rejected   30", "USR-001 ", "12", "Runs: run-7", "bulk.rejects.csv");
        assertThat(mail.html()).contains("<html lang=\"en\">", ">1,100</td>", "USR-001 ", "Runs: run-7");
        assertThat(mail.attachments()).containsOnlyKeys("报告 März.pdf", "bulk.rejects.csv");
        assertThat(mail.attachments().get("报告 März.pdf")).containsExactly(1, 2, 3);
        assertThat(mail.attachments().get("bulk.rejects.csv"))
                .asString(StandardCharsets.UTF_8)
                .contains("DANCE");
    }

    @Test
    void without_a_server_a_mail_program_finds_the_same_in_a_file() throws Exception {
        Path rejects = Files.writeString(folder.resolve("bulk.rejects.csv"), "Action\nDANCE\n");
        Post post = post(Map.of());

        Delivery first = post.send(letter(news(List.of(rejects)), 1_000, Locale.GERMAN), "weekly");
        Delivery second = post.send(letter(news(List.of()), 1_000, Locale.GERMAN), "weekly");

        assertThat(first).isEqualTo(new Delivery.Kept(folder.resolve("outbox/weekly.eml")));
        assertThat(second).isEqualTo(new Delivery.Kept(folder.resolve("outbox/weekly-2.eml")));
        ReceivedMail mail = ReceivedMail.in(folder.resolve("outbox/weekly.eml"));
        assertThat(mail.subject()).startsWith("Assignments: erledigt, Zeilen wurden abgelehnt - 1.100 angewendet");
        assertThat(mail.text()).contains("Befunde", "abgelehnt", "22. März 2020");
        assertThat(mail.html()).contains("Befunde", "<html lang=\"de\">");
        assertThat(mail.attachments()).containsOnlyKeys("bulk.rejects.csv");
        assertThat(mail.message().getHeader("X-Unsent")).containsExactly("1");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such permissions")
    void letters_in_the_outbox_are_private() throws Exception {
        post(Map.of()).send(letter(news(List.of()), 1_000, Locale.ENGLISH), "weekly");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("outbox"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("outbox/weekly.eml"))))
                .isEqualTo("rw-------");
    }

    @Test
    void names_files_that_are_too_large_instead_of_attaching_them() throws Exception {
        Path large = Files.write(folder.resolve("large.pdf"), new byte[1_500_000]);
        Path small = Files.write(folder.resolve("small.csv"), new byte[400]);

        Letter letter = letter(news(List.of(large, small)), 1_000_000, Locale.ENGLISH);

        assertThat(letter.attachments()).containsExactly(new Attachment(small, "small.csv"));
        assertThat(letter.body().text()).contains("large.pdf (1.5 MB) is at " + large);
        assertThat(letter.body().html()).contains("large.pdf (1.5 MB) is at");
    }

    @Test
    void files_of_one_name_are_told_apart_by_their_folders() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("en", "zh-CN")) {
            Path own = Files.createDirectory(folder.resolve(name));
            files.add(Files.writeString(own.resolve("allocations.pdf"), name));
        }

        Delivery delivery = post(Map.of()).send(letter(news(files), 1_000, Locale.ENGLISH), "two");

        assertThat(ReceivedMail.in(((Delivery.Kept) delivery).file()).attachments())
                .containsOnlyKeys("allocations.pdf", "allocations-zh-CN.pdf");
    }

    @Test
    void the_figures_of_a_report_stand_in_both_bodies() {
        var report = new ReportFigures(
                "Allocations",
                null,
                List.of(new NamedValue("Granted", "1,200", null), new NamedValue("Used", "58 %", "of 60 seats")));
        var empty = new ReportFigures("Refunds", "There is nothing.", List.of());

        Letter.Body body = body(Course.USUAL, "completed", List.of(report, empty));

        assertThat(body.text())
                .contains(
                        "Allocations\n  Granted  1,200\n  Used     58 %   of 60 seats\n",
                        "Refunds\n  There is nothing.\n");
        assertThat(body.html()).contains(">Allocations</h2>", ">1,200</td>", ">of 60 seats</td>", "There is nothing.");
    }

    @Test
    void says_since_when_it_goes_wrong_how_often_it_was_tried_and_that_it_works_again() throws IOException {
        Instant since = Instant.parse("2020-03-20T04:05:00Z");

        Letter lasting =
                letter(news("failed", new Course(Turn.STILL_WRONG, since, 3), List.of()), 1_000, Locale.ENGLISH);
        Letter again =
                letter(news("completed", new Course(Turn.RECOVERED, since, 1), List.of()), 1_000, Locale.ENGLISH);

        assertThat(lasting.body().text())
                .containsPattern("It has gone wrong since March 20, 2020.{1,6}4:05.AM UTC\\.")
                .contains("It was tried 3 times.");
        assertThat(again.subject()).startsWith("Assignments: works again, done");
        assertThat(again.body().html()).containsPattern("It had gone wrong since March 20, 2020.{1,10}4:05.AM UTC");
    }

    @Test
    void nothing_from_a_file_acts_as_markup_or_as_a_header() throws Exception {
        News news = new News(
                "a <b>title</b>\r\nBcc: x@y.example",
                "refused",
                Course.USUAL,
                new Count(Count.Extent.EVERY_ROW, new RowCounts(0, 0, 0, 0, 0)),
                List.of(),
                Map.of(),
                List.of("<script>alert(1)</script>\u001b[31m.csv: not known"),
                Map.of(),
                List.of(),
                LocalDate.of(2020, 3, 22),
                List.of());

        Delivery delivery = post(Map.of()).send(letter(news, 1_000, Locale.ENGLISH), "hostile");

        ReceivedMail mail = ReceivedMail.in(((Delivery.Kept) delivery).file());
        assertThat(mail.html()).contains("&lt;script&gt;").doesNotContain("<script>", "<b>", "\u001b");
        assertThat(mail.text()).doesNotContain("\u001b");
        assertThat(mail.message().getHeader("Bcc")).isNull();
        assertThat(mail.message().getAllRecipients()).hasSize(2);
    }

    @Test
    void sends_nothing_in_the_clear_unless_told_so_and_keeps_the_letter() throws Exception {
        int before = SERVER.getReceivedMessages().length;
        Map<String, String> usual = new HashMap<>(plain());
        usual.remove("ALMONER_SMTP_TLS");

        Delivery delivery = post(usual).send(letter(news(List.of()), 1_000, Locale.ENGLISH), "kept");

        assertThat(delivery).isInstanceOf(Delivery.Undelivered.class);
        assertThat(((Delivery.Undelivered) delivery).reason()).containsIgnoringCase("STARTTLS");
        assertThat(ReceivedMail.in(folder.resolve("outbox/kept.eml")).subject()).startsWith("Assignments");
        assertThat(SERVER.getReceivedMessages()).hasSize(before);
    }

    @Test
    void does_not_trust_a_server_that_nobody_vouches_for_and_never_tells_the_password() throws Exception {
        Map<String, String> environment = Map.of(
                "ALMONER_SMTP_HOST", "127.0.0.1",
                "ALMONER_SMTP_PORT", Integer.toString(SECURE.getSmtps().getPort()),
                "ALMONER_SMTP_TLS", "tls",
                "ALMONER_SMTP_USER", "almoner@contoso.example",
                "ALMONER_SMTP_PASSWORD", "open-sesame");

        Delivery delivery = post(environment).send(letter(news(List.of()), 1_000, Locale.ENGLISH), "kept");

        assertThat(delivery).isInstanceOf(Delivery.Undelivered.class);
        assertThat(delivery.toString()).contains("certificat").doesNotContain("open-sesame");
        assertThat(SmtpServer.of(environment).toString()).doesNotContain("open-sesame");
        assertThat(Files.readString(folder.resolve("outbox/kept.eml"))).doesNotContain("open-sesame");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLS=maybe                   | ALMONER_SMTP_TLS cannot be maybe",
                "PORT=smtp                   | ALMONER_SMTP_PORT cannot be smtp",
                "USER=u                      | ALMONER_SMTP_PASSWORD is not",
                "USER=u PASSWORD=p TLS=none  | for everybody to read"
            })
    void refuses_settings_that_cannot_be_meant(String settings, String said) {
        Map<String, String> environment = new HashMap<>(Map.of("ALMONER_SMTP_HOST", "mail.contoso.example"));
        for (String setting : settings.split(" ")) {
            environment.put("ALMONER_SMTP_" + setting.split("=")[0], setting.split("=")[1]);
        }

        assertThatThrownBy(() -> post(environment))
                .isInstanceOf(MailSettingsException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "de", "fr", "es", "ja"})
    void every_language_has_the_same_texts(String language) throws IOException {
        Properties english = texts("");
        Properties others = texts("_" + language);

        assertThat(others.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            Object[] arguments = {"A", "B", "C"};
            String filled = new MessageFormat(others.getProperty(key)).format(arguments);
            for (Object argument : arguments) {
                int place = List.of(arguments).indexOf(argument);
                boolean wanted = english.getProperty(key).contains("{" + place + "}");
                assertThat(others.getProperty(key).contains("{" + place + "}"))
                        .as(key)
                        .isEqualTo(wanted);
            }
            assertThat(filled).as(key).isNotBlank().doesNotContain("{", "''");
        }
    }

    private static Properties texts(String suffix) throws IOException {
        String name = "/messages/mail" + suffix + ".properties";
        Properties properties = new Properties();
        try (var in = Objects.requireNonNull(MailTest.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Map<String, String> plain() {
        return Map.of(
                "ALMONER_SMTP_HOST", "127.0.0.1",
                "ALMONER_SMTP_PORT", Integer.toString(SERVER.getSmtp().getPort()),
                "ALMONER_SMTP_TLS", "none");
    }

    private Post post(Map<String, String> environment) {
        return Post.of(environment, folder);
    }

    private static Letter letter(News news, long largest, Locale language) throws IOException {
        List<String> to = List.of("lead@contoso.example", "desk@contoso.example");
        return new LetterWriter(language).write(news, new Address("almoner@contoso.example", to, largest));
    }

    private static Letter.Body body(Course course, String status, List<ReportFigures> reports) {
        try {
            return letter(news(status, course, reports), 1_000, Locale.ENGLISH).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static News news(String status, Course course, List<ReportFigures> reports) {
        return new News(
                "Assignments",
                status,
                course,
                new Count(Count.Extent.EVERY_ROW, new RowCounts(0, 0, 0, 0, 0)),
                reports,
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                LocalDate.of(2020, 3, 22),
                List.of());
    }

    private static News news(List<Path> files) {
        return new News(
                "Assignments",
                "completed_with_rejects",
                Course.USUAL,
                new Count(Count.Extent.EVERY_ROW, new RowCounts(1_200, 1_100, 60, 30, 10)),
                List.of(),
                Map.of("USR-001", 12L, "MIG-003", 4L),
                List.of(),
                Map.of(),
                files,
                LocalDate.of(2020, 3, 22),
                List.of("run-7"));
    }
}
