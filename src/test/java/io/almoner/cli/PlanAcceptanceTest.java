package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** A plan is the apply: a dry run tells what happens, and what it wrote down can be carried out while it is true. */
class PlanAcceptanceTest {

    @TempDir
    Path folder;

    private Path source;
    private Path plan;
    private Program program;

    @BeforeEach
    void copy_the_sample() throws IOException {
        source = folder.resolve("export");
        FileUtils.copyDirectory(SAMPLE.toFile(), source.toFile());
        plan = folder.resolve("plan.json");
        program = Program.at(folder.resolve("home"));
    }

    @Test
    void tells_what_the_real_run_does() throws IOException {
        Answer planned = program.migrate(source, "--dry-run").ending(3);
        assertThat(planned.status()).isEqualTo("planned");
        assertThat(planned.json().get("dryRun").asBoolean()).isTrue();
        assertThat(program.content().values()).allMatch(List::isEmpty);

        Answer done = program.migrate(source).ending(3);

        for (var field : List.of("rows", "findings", "changes", "sources")) {
            assertThat(planned.json().get(field))
                    .as(field)
                    .isEqualTo(done.json().get(field));
        }
        assertThat(texts(planned)).isEqualTo(texts(done)).hasSize(8);
    }

    @Test
    void changes_nothing_in_a_ledger_that_has_rows() throws IOException {
        program.migrate(SAMPLE).ending(3);
        Map<String, List<String>> before = program.content();
        Path more = newUser();

        Answer planned = program.migrate(more, "--dry-run").ending(0);

        assertThat(planned.rows()).isEqualTo(new Answer.Rows(1, 1, 0, 0, 0));
        assertThat(program.content()).isEqualTo(before);
    }

    @Test
    void is_applied_by_its_name_alone() throws IOException {
        Answer planned = program.migrate(source, "--plan-out", plan).ending(3);
        assertThat(planned.files("plan")).containsExactly(plan);

        Answer done = program.run("apply", plan, "--json").ending(3);

        JsonNode json = done.json();
        assertThat(json.get("rows")).isEqualTo(planned.json().get("rows"));
        assertThat(json.get("changes")).isEqualTo(planned.json().get("changes"));
        assertThat(json.get("job").asString()).isEqualTo("migrate");
        assertThat(json.get("on").asString()).isEqualTo(DAY);
        assertThat(json.get("actingUser").asString()).isEqualTo(MOVER);
        assertThat(json.get("dryRun").asBoolean()).isFalse();
    }

    @Test
    void is_applied_once() throws IOException {
        program.migrate(source, "--plan-out", plan);
        program.run("apply", plan, "--json").ending(3);
        Map<String, List<String>> before = program.content();

        Answer again = program.run("apply", plan, "--json").ending(6);

        assertThat(again.status()).isEqualTo("refused");
        assertThat(again.errors().replaceAll("\\s+", " ")).contains("Make the plan again");
        assertThat(program.content()).isEqualTo(before);
    }

    @Test
    void is_refused_when_a_file_has_changed() throws IOException {
        program.migrate(source, "--plan-out", plan);
        Path keys = source.resolve("pmc_keys.csv");
        Files.writeString(keys, Files.readString(keys).replace("German", "French"));

        Answer answer = program.run("apply", plan, "--json").ending(6);

        assertThat(answer.errors().replaceAll("\\s+", " ")).contains("Changed since the plan was made", "pmc_keys.csv");
        assertThat(program.content().values()).allMatch(List::isEmpty);
    }

    @Test
    void is_refused_when_a_file_is_gone() throws IOException {
        program.migrate(source, "--plan-out", plan);
        Files.delete(source.resolve("pmc_keys.csv"));

        program.run("apply", plan, "--json").ending(6);
    }

    @Test
    void is_refused_when_the_ledger_has_changed_and_names_the_run_that_did_it() throws IOException {
        program.migrate(SAMPLE).ending(3);
        Path more = newUser();
        program.migrate(more, "--plan-out", plan).ending(0);
        Path other = Files.writeString(
                folder.resolve("other.csv"),
                Files.readString(more).replace("new.user", "other.user").replace("9001", "9002"));
        String between = program.migrate(other).ending(0).json().get("run").asString();

        Answer answer = program.run("apply", plan, "--json").ending(6);

        assertThat(answer.errors().replaceAll("\\s+", " "))
                .contains("The ledger has changed since the plan was made, by " + between + ".");
    }

    @Test
    void is_carried_out_for_the_one_who_made_it() {
        program.migrate(source, "--plan-out", plan);

        Answer answer =
                program.run("apply", plan, "--as", "somebody@contoso.example").ending(2);

        assertThat(answer.errors()).contains(MOVER);
        assertThat(program.content().values()).allMatch(List::isEmpty);
    }

    @Test
    void keeps_the_safeties_that_it_was_made_with() {
        Answer planned =
                program.migrate(source, "--plan-out", plan, "--all-or-nothing").ending(6);

        assertThat(planned.files("plan")).isEmpty();
        assertThat(plan).doesNotExist();
    }

    @Test
    void cannot_be_made_of_standard_input_which_is_gone_afterwards() throws IOException {
        Answer answer = program.withInput(
                Files.readAllBytes(Program.SAMPLE_ARCHIVE),
                Program.migration("-", "--plan-out", plan).toArray());

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.errors()).contains("standard input");
        assertThat(plan).doesNotExist();
    }

    private Path newUser() throws IOException {
        return Files.writeString(folder.resolve("more.csv"), """
                IndividualId,FirstName,LastName,Email,MicrosoftAccount,LocationMpnId,AdminRight,ContactRole,TechnicalId,AssociatedDate,Status
                CT-9001,New,User,new.user@contoso.example,No,4387201,None,,,2020-03-01,Active
                """);
    }

    private static Map<String, String> texts(Answer answer) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var kind : List.of("rejects", "findings")) {
            for (var file : answer.files(kind)) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
