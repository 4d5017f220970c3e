package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** What scripts read. */
class SummaryAcceptanceTest {

    private static final List<String> FIELDS = List.of(
            "version",
            "run",
            "job",
            "status",
            "dryRun",
            "policy",
            "on",
            "actingUser",
            "sources",
            "rows",
            "findings",
            "changes",
            "files",
            "seconds");

    @TempDir
    Path folder;

    private Program program() {
        return Program.at(folder.resolve("home"));
    }

    @Test
    void has_the_promised_fields_in_their_order() {
        JsonNode json =
                program().migrate(SAMPLE, "--policy", "2020-08").ending(3).json();

        assertThat(json.propertyNames()).containsExactlyElementsOf(FIELDS);
        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.get("run").asString()).matches("\\d{8}-\\d{6}-migrate-\\d+");
        assertThat(json.get("job").asString()).isEqualTo("migrate");
        assertThat(json.get("dryRun").isBoolean()).isTrue();
        assertThat(json.get("policy").asString()).isEqualTo("2020-08");
        assertThat(json.get("on").asString()).isEqualTo(DAY);
        assertThat(json.get("actingUser").asString()).isEqualTo(MOVER);
        assertThat(json.get("rows").propertyNames())
                .containsExactly("read", "applied", "unchanged", "rejected", "skipped");
        assertThat(json.get("seconds").isNumber()).isTrue();
    }

    @Test
    void describes_each_source() throws IOException {
        JsonNode json = program().migrate(SAMPLE).json();
        JsonNode first = json.get("sources").get(0);

        assertThat(first.propertyNames()).containsExactly("file", "layout", "sha256", "encoding", "delimiter", "rows");
        assertThat(first.get("file").asString()).isEqualTo("pmc_locations.csv");
        assertThat(first.get("sha256").asString())
                .isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(SAMPLE.resolve("pmc_locations.csv"))));
        assertThat(first.get("rows").asInt()).isEqualTo(6);
        assertThat(json.get("sources").findValuesAsString("layout"))
                .containsExactly(
                        "pmc_locations",
                        "pmc_individuals",
                        "user_roles",
                        "pmc_benefits",
                        "pmc_keys",
                        "pmc_assignments",
                        "pmc_marketing_contacts");
    }

    @Test
    void counts_every_row_once_however_the_run_ends() {
        assertSum(program().migrate(SAMPLE, "--dry-run").ending(3));
        assertSum(program().migrate(SAMPLE, "--all-or-nothing").ending(6));
        assertSum(program().migrate(SAMPLE).ending(3));
        assertSum(program().migrate(SAMPLE).ending(3));
        assertSum(program().migrate(folder.resolve("missing")).ending(4));
    }

    private static void assertSum(Answer answer) {
        Answer.Rows rows = answer.rows();
        assertThat(rows.applied() + rows.unchanged() + rows.rejected() + rows.skipped())
                .as(answer.output())
                .isEqualTo(rows.read());
    }

    @Test
    void has_the_same_fields_when_there_was_no_run_to_tell_of() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        JsonNode json =
                Program.at(file.resolve("home")).migrate(SAMPLE).ending(1).json();

        assertThat(json.propertyNames()).containsAll(FIELDS);
        assertThat(json.get("rows").get("read").asLong()).isZero();
        assertThat(json.get("files").isEmpty()).isTrue();
    }

    @Test
    void names_files_by_absolute_paths_in_the_folder_of_the_run() {
        Answer usual = program().migrate(SAMPLE).ending(3);
        Path run = folder.resolve("home/runs").resolve(usual.json().get("run").asString());
        assertThat(usual.files("rejects"))
                .hasSize(7)
                .allSatisfy(file -> assertThat(file).hasParent(run).isRegularFile());
        assertThat(usual.files("findings")).containsExactly(run.resolve("findings.csv"));

        Answer elsewhere = program().migrate(SAMPLE, "--out", folder.resolve("out"));
        assertThat(elsewhere.files("findings")).containsExactly(folder.resolve("out/findings.csv"));
    }

    @Test
    void is_told_by_export_report_inspect_and_runs_too() {
        Answer migrated = program().migrate(SAMPLE);

        Answer export = program().run("export", "pmc_keys", "--json").ending(0);
        assertThat(export.json().propertyNames()).containsExactlyElementsOf(FIELDS);
        assertThat(export.files("export")).hasSize(1);

        Answer report =
                program().run("report", "allocations", "--on", DAY, "--json").ending(0);
        assertThat(report.status()).isEqualTo("completed");
        assertThat(report.files("report"))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());

        JsonNode inspected =
                program().run("inspect", SAMPLE, "--json").ending(0).json();
        assertThat(inspected.get("sources")).hasSize(7);
        assertThat(inspected.get("sources").get(0).get("columns").get("OrgId").asString())
                .isEqualTo("OrgId");

        JsonNode runs = program().run("runs", "list", "--json").ending(0).json().get("runs");
        assertThat(runs.size()).isEqualTo(2);
        assertThat(runs.get(1).get("run")).isEqualTo(migrated.json().get("run"));

        JsonNode shown = program()
                .run("runs", "show", migrated.json().get("run").asString(), "--json")
                .ending(0)
                .json();
        assertThat(shown.get("summary")).isEqualTo(migrated.json());
        assertThat(shown.get("exitCode").asInt()).isEqualTo(3);
    }

    @Test
    void leaves_standard_output_to_the_result() {
        Answer answer = program().migrate(SAMPLE);

        assertThat(answer.output().lines()).hasSize(1);
        assertThat(answer.errors()).contains("Checking the files", "100 %");
        assertThat(program()
                        .run("migrate", SAMPLE, "--as", MOVER, "--json", "--quiet")
                        .errors())
                .isEmpty();
    }
}
