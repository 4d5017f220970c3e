package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;
import io.almoner.ledger.RunLock;
import io.almoner.mail.ReceivedMail;
import io.almoner.mail.TroubleMemory;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** What people are told of jobs that go wrong run after run: once, and once when they work again. */
class JobTroubleAcceptanceTest {

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void begin() {
        program = Program.at(folder.resolve("home"));
    }

    @Test
    void a_ledger_that_is_in_use_is_tried_again_told_once_and_told_when_it_is_free() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path job = report("retry: {attempts: 3, wait: 0s}\n");
        LedgerPlace place = new LedgerPlace(program.home(), null, null, null);

        try (LedgerAccess access = LedgerAccess.open(place);
                RunLock lock = access.lock()) {
            assertThat(lock).isNotNull();
            Answer first = program.run("run", job, "--json").ending(6);
            assertThat(first.errors()).contains("That was attempt 1 of 3.", "That was attempt 2 of 3.");
            assertThat(first.json().get("attempts").asInt()).isEqualTo(3);
            assertThat(first.json().at("/mail/status").asString()).isEqualTo("kept");
            Answer second = program.run("run", job, "--json").ending(6);
            assertThat(second.json().at("/mail/status").asString()).isEqualTo("known");
        }
        assertThat(subjects()).containsExactly("The week: refused, nothing was applied");
        program.run("run", job, "--json").ending(0);
        program.run("run", job, "--json").ending(0);

        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "The week: refused, nothing was applied", "The week: works again, done", "The week: done");
    }

    @Test
    void a_ledger_that_cannot_be_opened_is_told_with_the_reason_and_once() throws Exception {
        Files.createDirectories(program.home());
        Files.writeString(program.home().resolve("ledger.mv.db"), "this is no database");
        Path job = report("");

        Answer answer = program.run("run", job, "--json").ending(1);
        program.run("run", job, "--json").ending(1);

        assertThat(subjects()).containsExactly("The week: failed");
        assertThat(answer.status()).isEqualTo("failed");
        assertThat(mails().get(0).text()).contains(answer.json().get("reason").asString(), "start the job again");
    }

    @Test
    void another_failure_is_told_at_once() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path job = assignment("sources: [none.csv]");
        program.run("run", job, "--json").ending(4);

        assignment("sources: {folder: nowhere}");
        program.run("run", job, "--json").ending(4);

        assertThat(mails())
                .anySatisfy(mail -> assertThat(mail.text()).contains("It has gone wrong since", "There is no folder"))
                .hasSize(2);
    }

    @Test
    void a_file_of_the_inbox_that_was_moved_away_is_told_each_time_and_leaves_no_trouble() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path job = assignment("sources: {folder: inbox, done: done, rejected: rejected}");

        for (int day = 1; day <= 2; day++) {
            Files.writeString(inbox.resolve("strange.csv"), "colour,taste\nred,sweet\n");
            program.run("run", job, "--json").ending(4);
        }
        program.run("run", job, "--json").ending(0);

        assertThat(mails()).hasSize(2);
        assertThat(TroubleMemory.of(program.home(), job).trouble()).isEmpty();
    }

    @Test
    void a_right_that_lacks_is_told_once_as_long_as_the_file_lies_there() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.writeString(
                inbox.resolve("bulk.csv"),
                "Action,MpnId,Name,SignInEmail\nADD_USER,4387201,New User,new.user@contoso.example\n");
        Path job = assignment("sources: {folder: inbox, done: done, rejected: rejected}");
        Files.writeString(job, Files.readString(job).replace(MOVER, "markus.oeztuerk@contoso.example"));

        program.run("run", job, "--json").ending(5);
        program.run("run", job, "--json").ending(5);

        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_trial_remembers_and_forgets_nothing() throws Exception {
        program.migrate(SAMPLE).ending(3);
        Path job = assignment("sources: [none.csv]");

        program.run("run", job, "--json", "--dry-run").ending(4);
        assertThat(program.home().resolve("jobs")).doesNotExist();
        program.run("run", job, "--json").ending(4);

        assertThat(mails()).hasSize(1);
    }

    private Path report(String more) throws IOException {
        return Files.writeString(
                folder.resolve("weekly.yaml"),
                "job: report\nabout: The week\nreports: [refunds]\noptions: {on: " + DAY + ", format: html}\n"
                        + "mail: {to: lead@contoso.example}\n" + more);
    }

    private Path assignment(String sources) throws IOException {
        return Files.writeString(
                folder.resolve("assignments.yaml"),
                "job: assign\nas: " + MOVER + "\noptions: {on: " + DAY + "}\n" + sources
                        + "\nmail: {to: lead@contoso.example, when: something-to-say}\n");
    }

    private List<String> subjects() throws Exception {
        return mails().stream().map(ReceivedMail::subject).toList();
    }

    private List<ReceivedMail> mails() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(program.home().resolve("outbox"))) {
            files = all.sorted().toList();
        }
        var mails = new ArrayList<ReceivedMail>();
        for (Path file : files) {
            mails.add(ReceivedMail.in(file));
        }
        return mails;
    }
}
