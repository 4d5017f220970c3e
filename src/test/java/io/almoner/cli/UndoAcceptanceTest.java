package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerPlace;
import io.almoner.sample.SyntheticExport;
import io.almoner.sample.SyntheticExport.Faults;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code runs undo}: what a run did is taken back, row by row, or stays for a reason. */
class UndoAcceptanceTest {

    private static final List<String> BOOK = List.of(
            "organisation",
            "location",
            "person",
            "membership",
            "role_grant",
            "purchase_order",
            "benefit",
            "product_key",
            "seat",
            "marketing_contact",
            "service_request",
            "key_activation");
    private static final String HEADER = "Action,MpnId,OrderNumber,BenefitName,Name,SignInEmail,PreviousEmail,"
            + "AlternateEmail,Language,OSType,ContactEmail,ContactPhone,PreferredLanguage,Role,Phase,Hours,RequestDate,"
            + "ServiceRequest,Confirm";
    private static final String ADD_ADA = "ADD_USER,4387201,,,Ada Neu,ada.neu@contoso.example,,,,,,,,,,,,,";
    private static final String ASSIGN_ADA = "ASSIGN,4387201,70011-2019,\"Visual Studio Enterprise, Application"
            + " Development\",,ada.neu@contoso.example,,,,,,,,,,,,,";
    private static final String REMOVE_ADA = "REMOVE,4387201,70011-2019,\"Visual Studio Enterprise, Application"
            + " Development\",,ada.neu@contoso.example,,,,,,,,,,,,,";
    private static final String GRANT_ADA = "GRANT_ROLE,4387201,,,,ada.neu@contoso.example,,,,,,,,User admin,,,,,";

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void begin() {
        program = Program.at(folder.resolve("home"));
    }

    @Test
    void takes_a_whole_migration_back_and_the_same_again_brings_the_same() throws IOException {
        Answer first = program.migrate(SAMPLE).ending(3);
        var exported = exported(program);
        var sizes = sizes();

        Answer undone = undo(run(first)).ending(0);

        assertThat(undone.json().get("job").asString()).isEqualTo("undo");
        assertThat(undone.status()).isEqualTo("completed");
        assertThat(undone.rows())
                .isEqualTo(new Answer.Rows(first.rows().applied(), first.rows().applied(), 0, 0, 0));
        assertThat(book().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
        assertThat(program.run("runs", "show", run(first), "--json")
                        .json()
                        .get("undoneBy")
                        .asString())
                .isEqualTo(run(undone));

        Answer again = program.migrate(SAMPLE).ending(3);

        assertThat(again.rows()).isEqualTo(first.rows());
        assertThat(again.json().get("changes")).isEqualTo(first.json().get("changes"));
        assertThat(exported(program)).isEqualTo(exported);
        assertThat(sizes()).isEqualTo(sizes);
    }

    @Test
    void takes_a_migration_back_on_postgresql_too() throws IOException {
        LedgerPlace place = Databases.postgresql();
        program = new Program(folder.resolve("server"), List.of("--db", Objects.requireNonNull(place.url())));
        Answer first = program.migrate(SAMPLE).ending(3);
        var exported = exported(program);

        assertThat(undo(run(first)).ending(0).rows().applied())
                .isEqualTo(first.rows().applied());

        assertThat(program.migrate(SAMPLE).ending(3).rows()).isEqualTo(first.rows());
        assertThat(exported(program)).isEqualTo(exported);

        Answer assigned = assign(wishesIn("first.csv", ADD_ADA, ASSIGN_ADA)).ending(0);
        Answer removed = assign(wishesIn("second.csv", REMOVE_ADA)).ending(0);
        undo(run(removed), "--dry-run").ending(0);
        assertThat(Files.readString(undo(run(assigned)).ending(3).file("findings.csv")))
                .contains("by the run " + run(removed));
    }

    @Test
    void takes_every_kind_of_wish_back_and_the_same_again_does_the_same() throws IOException {
        program.migrate(SAMPLE);
        var before = book();
        Path wishes = wishes(
                ADD_ADA,
                GRANT_ADA,
                ASSIGN_ADA,
                "REMOVE,4387201,70011-2019,Visual Studio Enterprise,,jonas.schaefer@contoso.example,,,,,,,,,,,,,",
                "REASSIGN,4387201,70011-2019,Visual Studio Enterprise,,ada.neu@contoso.example,"
                        + "lena.vogt@contoso.example,,,,,,,,,,,,",
                "SET_CONTACT,4387201,,,Ada Neu,ada.neu@contoso.example,,,,,ada@marketing.example,+49 30 5550111,de-DE,"
                        + ",,,,,",
                "REQUEST_HOURS,4387201,70011-2019,Partner advisory hours,,ada.neu@contoso.example,,,,,,,,,Deployment,2,"
                        + "2020-03-20,,",
                "REVOKE_ROLE,4387201,,,,lena.vogt@contoso.example,,,,,,,,MPN partner admin,,,,,");
        Answer assigned = assign(wishes).ending(0);
        var after = sizes();

        Answer undone = undo(run(assigned)).ending(0);

        assertThat(undone.rows().applied()).isEqualTo(8);
        assertThat(book()).isEqualTo(before);

        assertThat(assign(wishes).ending(0).rows()).isEqualTo(assigned.rows());
        assertThat(sizes()).isEqualTo(after);
    }

    @Test
    void a_dry_run_tells_the_same_and_changes_nothing() throws IOException {
        program.migrate(SAMPLE);
        Answer assigned = assign(wishes(ADD_ADA, ASSIGN_ADA)).ending(0);
        var content = program.content();

        Answer planned = undo(run(assigned), "--dry-run").ending(0);

        assertThat(planned.status()).isEqualTo("planned");
        assertThat(planned.rows().applied()).isEqualTo(2);
        assertThat(program.content()).isEqualTo(content);
        assertThat(program.run("runs", "undo", run(assigned), "-n", "--as", MOVER)
                        .ending(0)
                        .output())
                .contains("change_undone", "Nothing was changed", "the same command without --dry-run applies it");
        assertThat(undo(run(assigned)).ending(0).rows()).isEqualTo(planned.rows());
    }

    @Test
    void leaves_what_was_changed_since_and_names_the_run_that_changed_it() throws IOException {
        program.migrate(SAMPLE);
        Answer first = assign(wishesIn("first.csv", ADD_ADA, ASSIGN_ADA)).ending(0);
        Answer second = assign(wishesIn("second.csv", REMOVE_ADA)).ending(0);
        var before = book();

        Answer refused = undo(run(first)).ending(3);

        assertThat(refused.status()).isEqualTo("completed_with_rejects");
        assertThat(refused.rows()).isEqualTo(new Answer.Rows(2, 1, 0, 1, 0));
        assertThat(Files.readString(refused.file("findings.csv")))
                .contains("E,UND-001,first.csv,3,,")
                .contains("has been changed since, by the run " + run(second));
        assertThat(book().get("seat")).isEqualTo(before.get("seat"));

        assertThat(undo(run(second)).ending(3).rows().rejected())
                .as("its holder is gone")
                .isOne();
        assign(wishesIn("first.csv", ADD_ADA, ASSIGN_ADA)).ending(0);
    }

    @Test
    void takes_the_rest_back_when_the_later_run_is_undone() throws IOException {
        program.migrate(SAMPLE);
        var before = book();
        Answer first = assign(wishesIn("first.csv", ADD_ADA, GRANT_ADA)).ending(0);
        Answer second = assign(wishesIn("second.csv", ASSIGN_ADA)).ending(0);

        Answer refused = undo(run(first)).ending(3);

        assertThat(refused.rows()).isEqualTo(new Answer.Rows(2, 1, 0, 1, 0));
        assertThat(Files.readString(refused.file("findings.csv")))
                .contains("E,UND-001,first.csv,2,,ada.neu@contoso.example,ada.neu@contoso.example is needed by");

        undo(run(second)).ending(0);
        assertThat(undo(run(first)).ending(0).rows()).isEqualTo(new Answer.Rows(2, 1, 1, 0, 0));
        assertThat(book()).isEqualTo(before);
        assertThat(undo(run(first)).ending(2).errors()).contains("was undone already, by the run ");
    }

    @Test
    void takes_a_mixed_sheet_back_but_for_the_keys_that_were_shown() {
        program.migrate(SAMPLE);
        var before = book();
        Path sheet = Path.of("sample-data", "bulk-assignments.csv").toAbsolutePath();
        Answer assigned = assign(sheet).ending(3);
        assertThat(assigned.json().get("changes").propertyNames())
                .contains(
                        "contact_changed",
                        "key_activated",
                        "key_revealed",
                        "offer_activated",
                        "service_request_recorded");

        Answer undone = undo(run(assigned)).ending(3);

        assertThat(undone.rows().read()).isEqualTo(assigned.rows().applied());
        assertThat(undone.json().get("findings").propertyNames()).containsExactly("UND-002");
        var after = book();
        assertThat(after.remove("product_key")).isNotEqualTo(before.remove("product_key"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void cannot_make_a_shown_key_unseen() throws IOException {
        program.migrate(SAMPLE);
        String get = "GET_KEYS,4387201,70011-2019,Visio Professional 2019,,,,,English,Windows,,,,,,,,,";
        Answer shown = assign(wishes(get.replace("Visio", "Project")));
        var before = book();

        Answer refused = undo(run(shown)).ending(3);

        assertThat(refused.rows().rejected()).isPositive();
        assertThat(Files.readString(refused.file("findings.csv")))
                .contains("UND-002", "what was seen cannot be unseen")
                .doesNotContain("FAKE0-");
        assertThat(book()).isEqualTo(before);
    }

    @Test
    void never_gives_a_seat_back_to_a_personal_account() throws IOException {
        program.migrate(SAMPLE);
        Answer removed = assign(
                        wishes("REMOVE,4387201,70011-2019,Visual Studio Enterprise,,paul.zimmer@outlook.example,"
                                + ",,,,,,,,,,,,Yes"))
                .ending(0);

        assertThat(Files.readString(undo(run(removed)).ending(3).file("findings.csv")))
                .contains("UND-002", "paul.zimmer@outlook.example", "personal Microsoft account");
    }

    @Test
    void refuses_every_row_of_who_has_no_right() throws IOException {
        Answer migrated = program.migrate(SAMPLE);
        var before = program.content().get("audit_change");

        Answer refused = program.run("runs", "undo", run(migrated), "--as", "markus.oeztuerk@contoso.example", "--json")
                .ending(5);

        assertThat(refused.status()).isEqualTo("refused");
        assertThat(refused.rows().rejected()).isEqualTo(migrated.rows().applied());
        assertThat(refused.json().get("findings").get("ROL-004").asLong())
                .isEqualTo(migrated.rows().applied());
        assertThat(program.content().get("audit_change")).isEqualTo(before);
    }

    @Test
    void says_why_a_run_cannot_be_undone_as_a_whole() {
        Answer planned = program.migrate(SAMPLE, "--dry-run");
        Answer migrated = program.migrate(SAMPLE);
        Answer idle = program.migrate(SAMPLE);
        Answer exported = program.run("export", "pmc_keys", "--with-keys", "--as", MOVER, "--json")
                .ending(0);

        assertThat(program.run("runs", "undo", run(migrated)).ending(2).errors())
                .contains("--as EMAIL");
        assertThat(undo("20200101-000000-assign-99").ending(2).errors()).contains("There is no run");
        assertThat(undo(run(planned)).ending(2).errors()).contains("was a dry run");
        assertThat(undo(run(idle)).ending(2).errors()).contains("changed nothing");
        assertThat(undo(run(exported)).ending(2).errors()).contains("it only let");
        Answer undone = undo(run(migrated)).ending(0);
        assertThat(undo(run(undone)).ending(2).errors()).contains("is itself an undo");
        assertThat(undo(run(migrated)).ending(2).errors()).contains("by the run " + run(undone));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
    void goes_on_after_a_stop_and_a_kill_as_if_nothing_had_been() throws Exception {
        Path source = folder.resolve("export");
        SyntheticExport export = SyntheticExport.of(12_000, Faults.TWO_IN_A_HUNDRED);
        export.writeBase(source);
        export.writeAssignments(source);
        Answer migrated = program.migrate(source).ending(3);

        int recorded = entities();
        begun(migrated).saying("Applying: 20 %").signalled("TERM").ended().ending(143);
        assertThat(entities()).isPositive().isLessThan(recorded);
        begun(migrated).saying("Applying: 40 %").signalled("KILL").ended();
        assertThat(entities()).isPositive();
        Answer undone = undo(run(migrated)).ending(0);

        long applied = migrated.rows().applied();
        assertThat(undone.rows()).isEqualTo(new Answer.Rows(applied, applied, 0, 0, 0));
        assertThat(entities()).isZero();
        assertThat(program.run("runs", "list").ending(0).output().lines().filter(line -> line.contains("-undo-")))
                .hasSize(1);
    }

    private ProgramProcess begun(Answer undone) throws IOException {
        var words = program.words("runs", "undo", run(undone), "--as", MOVER, "--on", DAY);
        return ProgramProcess.start(List.of("-Xmx256m"), words);
    }

    private int entities() {
        return sizes().values().stream().mapToInt(Integer::intValue).sum();
    }

    private Answer assign(Path file) {
        return program.run("assign", file, "--as", MOVER, "--on", DAY, "--json");
    }

    private Answer undo(String run, Object... words) {
        List<Object> all = new ArrayList<>(List.of("runs", "undo", run, "--as", MOVER, "--on", DAY, "--json"));
        all.addAll(List.of(words));
        return program.run(all.toArray());
    }

    private static String run(Answer answer) {
        return answer.json().get("run").asString();
    }

    private Path wishes(String... rows) throws IOException {
        return wishesIn("wishes.csv", rows);
    }

    private Path wishesIn(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private Map<String, List<String>> book() {
        var content = new TreeMap<>(program.ledger());
        content.keySet().retainAll(BOOK);
        return content;
    }

    private Map<String, Integer> sizes() {
        var sizes = new TreeMap<String, Integer>();
        book().forEach((table, rows) -> sizes.put(table, rows.size()));
        return sizes;
    }

    /** The ledger in clear text, without surrogate keys. */
    private static Map<String, String> exported(Program program) throws IOException {
        Answer answer = program.run("export", "all", "--with-keys", "--as", MOVER, "--json")
                .ending(0);
        var files = new TreeMap<String, String>();
        for (JsonNode file : answer.json().get("files")) {
            Path path = Path.of(file.get("path").asString());
            files.put(path.getFileName().toString(), Files.readString(path));
        }
        return files;
    }
}
