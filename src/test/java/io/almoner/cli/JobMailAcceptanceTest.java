package io.almoner.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

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
                "job: report\nabout: The week\nreports: allocations\noptions: {on: 2020-03-22, language: de}\n"
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
    void gives_each_organisations_admins_that_organisations_part_and_nothing_else() throws Exception {
        migrateThreeOrganisations();
        Path job = Files.writeString(
                folder.resolve("job.yaml"),
                "job: report\nabout: The week\nreports: [allocations]\nmail: {role: global-admin}\n");

        Answer answer = program.run("run", job, "--json").ending(0);

        JsonNode mails = answer.json().get("mails");
        assertThat(mails)
                .extracting(mail -> mail.get("organisation").asString() + " "
                        + mail.get("status").asString())
                .containsExactly("A-1 kept", "B-1 kept", "C-1 nobody");
        assertOnlyAbout(
                "Adatum",
                "Fabrikam",
                ReceivedMail.in(Path.of(mails.get(0).get("file").asString())));
        assertOnlyAbout(
                "Fabrikam",
                "Adatum",
                ReceivedMail.in(Path.of(mails.get(1).get("file").asString())));
        assertThat(answer.json().get("runs")).hasSize(2);
        assertThat(answer.json().has("mail")).isFalse();
    }

    @Test
    void gives_all_of_it_to_those_whom_the_file_names_and_parts_to_the_others() throws Exception {
        migrateThreeOrganisations();
        Path job = Files.writeString(
                folder.resolve("job.yaml"),
                "job: report\nreports: [allocations]\noptions: {org: B-1}\n"
                        + "mail: {role: global-admin, to: lead@contoso.example}\n");

        Answer answer = program.run("run", job, "--json").ending(0);

        ReceivedMail whole =
                ReceivedMail.in(Path.of(answer.json().at("/mail/file").asString()));
        assertThat(whole.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("lead@contoso.example");
        assertThat(answer.json().get("mails")).hasSize(1);
    }

    @Test
    void the_body_has_the_figures_of_the_covers_each_organisations_own_in_the_language_of_its_reader()
            throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path job = Files.writeString(
                folder.resolve("job.yaml"),
                "job: report\nabout: The week\nreports: [allocations, role-gaps]\noptions: {on: 2020-03-22, format: html, out: reports}\n"
                        + "languages: [en, zh-CN]\nmail:\n  to: [lead@contoso.example, {address: li@contoso.example,"
                        + " language: de}]\n  organisations: {C-1001: {address: a@contoso.example, language: ja}}\n");

        Answer answer = program.run("run", job, "--json").ending(0);

        ReceivedMail whole =
                ReceivedMail.in(Path.of(answer.json().at("/mail/file").asString()));
        assertThat(whole.attachments().keySet())
                .allMatch(name -> name.matches("(allocations|role-gaps)-[0-9-]+(-zh-CN)?\\.html"))
                .hasSize(4);
        assertFiguresOf(folder.resolve("reports/en"), whole);
        JsonNode mails = answer.json().get("mails");
        assertThat(mails).extracting(mail -> mail.get("language").asString()).containsExactly("ja", "de");
        ReceivedMail own = ReceivedMail.in(Path.of(mails.get(0).get("file").asString()));
        assertThat(own.html()).contains("<html lang=\"ja\">");
        assertThat(own.text() + own.html()).doesNotContain("Fabrikam");
        assertFiguresOf(folder.resolve("reports/C-1001/ja"), own);
        ReceivedMail german = ReceivedMail.in(Path.of(mails.get(1).get("file").asString()));
        assertThat(german.attachments()).hasSize(2);
        assertFiguresOf(folder.resolve("reports/de"), german);
    }

    /** Every figure of the cover of every page stands in the mail, with its name and its value. */
    private static void assertFiguresOf(Path reports, ReceivedMail mail) throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                Matcher figure = Pattern.compile(
                                "<li class=\"tile\"><span class=\"label\">(.*?)</span>\\s*<b>(.*?)</b>", Pattern.DOTALL)
                        .matcher(Files.readString(page));
                assertThat(figure.find()).as("%s has figures", page).isTrue();
                do {
                    String name = figure.group(1);
                    assertThat(mail.text())
                            .containsPattern(Pattern.quote(name) + " +" + Pattern.quote(figure.group(2)));
                    assertThat(StringEscapeUtils.unescapeHtml4(mail.html()))
                            .contains(">" + name + "</td>", ">" + figure.group(2) + "</td>");
                } while (figure.find());
            }
        }
    }

    @Test
    void tells_each_organisation_how_many_rows_were_its_own_and_gives_it_no_file() throws Exception {
        migrateThreeOrganisations();
        Path file = Files.writeString(
                folder.resolve("bulk.csv"),
                "Action,MpnId,Name,SignInEmail\nADD_USER,4500001,Ada New,ada@adatum.example\n"
                        + "DANCE,4500001,,\nDANCE,4500001,,\nADD_USER,4500002,Fay New,fay@fabrikam.example\n"
                        + "ADD_USER,9999,Nobody,nobody@nowhere.example\n");
        Path job = Files.writeString(
                folder.resolve("job.yaml"),
                "job: assign\nabout: Assignments\nas: lead@adatum.example\nsources: " + file.getFileName()
                        + "\noptions: {language: en}\nmail:\n  to: lead@contoso.example\n  role: global-admin\n"
                        + "  organisations: {B-1: desk@fabrikam.example, C-1: desk@contoso.example}\n");

        Answer answer = program.run("run", job, "--json").ending(3);

        JsonNode mails = answer.json().get("mails");
        assertThat(mails)
                .extracting(mail -> mail.get("organisation").asString())
                .containsExactly("A-1", "B-1");
        ReceivedMail adatum = ReceivedMail.in(Path.of(mails.get(0).get("file").asString()));
        assertThat(adatum.subject()).contains("Assignments, A-1: done, and rows were rejected - 1 applied, 2 rejected");
        assertThat(adatum.text()).contains("applied   1", "rejected  2");
        ReceivedMail fabrikam = ReceivedMail.in(Path.of(mails.get(1).get("file").asString()));
        assertThat(fabrikam.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("desk@fabrikam.example", "lead@fabrikam.example");
        assertThat(List.of(adatum, fabrikam)).allSatisfy(mail -> {
            assertThat(mail.attachments()).isEmpty();
            assertThat(mail.text() + mail.html()).doesNotContain("findings", "9999");
        });
        assertThat(fabrikam.text() + fabrikam.html()).doesNotContain("adatum", "A-1");
        ReceivedMail whole =
                ReceivedMail.in(Path.of(answer.json().at("/mail/file").asString()));
        assertThat(whole.attachments()).containsKeys("bulk.rejects.csv", "findings.csv");
    }

    @Test
    void a_trial_says_who_would_get_mail_and_where_files_would_go() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path strange = Files.writeString(inbox.resolve("strange.csv"), "colour,taste\nred,sweet\n");
        Path job = Files.writeString(
                folder.resolve("job.yaml"),
                "job: assign\nabout: Assignments\nas: " + MOVER + "\nmail: {to: lead@contoso.example}\n"
                        + "sources: {folder: inbox, done: done, rejected: rejected}\n");

        Answer answer = program.run("run", job, "--dry-run").ending(4);

        assertThat(strange).exists();
        assertThat(answer.errors()).contains("Without --dry-run it would go to " + folder.resolve("rejected"));
        assertThat(answer.output())
                .contains("would go to lead@contoso.example: Assignments: refused, nothing was applied");
        assertThat(program.home().resolve("outbox")).doesNotExist();
    }

    private void migrateThreeOrganisations() throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        var locations = new StringBuilder("OrgId,OrgName,LocationMpnId,ParentMpnId,IsHeadquarters,LocationName,Country,"
                + "AccountEmail,InvitationStatus,InvitationDate\n");
        var people =
                new StringBuilder("IndividualId,FirstName,LastName,Email,MicrosoftAccount,LocationMpnId,AdminRight,"
                        + "ContactRole,TechnicalId,AssociatedDate,Status\n");
        var roles = new StringBuilder("OrgId,MpnId,Email,Role,Scope\n");
        int number = 4_500_001;
        for (String name : List.of("Adatum", "Fabrikam", "Contoso")) {
            String domain = name.toLowerCase(Locale.ROOT) + ".example";
            String org = (name.equals("Adatum") ? "A" : name.equals("Fabrikam") ? "B" : "C") + "-1";
            locations.append(
                    "%s,%s,%d,,Yes,%s,DE,account@%s,Invited,2020-03-02%n".formatted(org, name, number, name, domain));
            people.append("M-%s,Mia,Mover,%s,No,%d,Global,,,2019-01-01,Active%n".formatted(org, MOVER, number));
            people.append("L-%s,Lea,Lead,lead@%s,No,%d,None,,,2019-01-01,Active%n".formatted(org, domain, number));
            people.append("G-%s,Gil,Gone,gone@%s,No,%d,None,,,2019-01-01,Disabled%n".formatted(org, domain, number++));
            if (!name.equals("Contoso")) {
                roles.append("%s,,lead@%s,Global admin,%n".formatted(org, domain));
            }
            roles.append("%s,,gone@%s,Global admin,%n".formatted(org, domain));
        }
        Files.writeString(export.resolve("pmc_locations.csv"), locations);
        Files.writeString(export.resolve("pmc_individuals.csv"), people);
        Files.writeString(export.resolve("user_roles.csv"), roles);
        program.migrate(export).ending(0);
    }

    private static void assertOnlyAbout(String name, String other, ReceivedMail mail) throws Exception {
        String domain = "@" + name.toLowerCase(Locale.ROOT) + ".example";
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("lead" + domain);
        String pdf = mail.attachments().keySet().stream()
                .filter(file -> file.endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
        try (PDDocument document = Loader.loadPDF(mail.attachments().get(pdf))) {
            assertThat(new PDFTextStripper().getText(document)).contains(name).doesNotContain(other);
        }
        assertThat(mail.text() + mail.html()).doesNotContain(other);
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

    @Test
    void no_other_command_loads_what_mail_and_job_files_need() throws Exception {
        assertThat(loadedBy("--version")).noneMatch(name -> name.startsWith("org.springframework."));
        assertThat(loadedBy("runs", "list", "--home", program.home().toString()))
                .anyMatch(name -> name.startsWith("org.springframework."))
                .noneMatch(name -> name.startsWith("jakarta.mail.") || name.startsWith("org.springframework.mail."))
                .noneMatch(name -> name.startsWith("io.almoner.mail.") || name.startsWith("org.yaml."));
    }

    private List<String> loadedBy(String... words) throws Exception {
        Path log = folder.resolve("classes.txt");
        ProgramProcess.start(List.of("-Xlog:class+load:file=" + log + "::filecount=0"), List.of(words))
                .ended()
                .ending(0);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst("^(\\[[^]]*])+ ?", "").split(" ")[0])
                    .toList();
        }
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
