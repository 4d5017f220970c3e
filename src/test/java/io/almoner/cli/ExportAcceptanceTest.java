package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** What we export can be imported again unchanged, and who has keys shown is checked and remembered. */
class ExportAcceptanceTest {

    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void migrate_the_sample() {
        program = Program.at(folder.resolve("home"));
        program.migrate(SAMPLE).ending(3);
    }

    @Test
    void gives_another_home_the_same_ledger_byte_for_byte() throws IOException {
        Path first = export(program, "first", "csv");

        var other = Program.at(folder.resolve("other"));
        Answer migrated = other.migrate(first).ending(0);

        assertThat(migrated.rows().applied() + migrated.rows().unchanged())
                .isEqualTo(migrated.rows().read());
        assertThat(texts(export(other, "second", "csv")))
                .isEqualTo(texts(first))
                .hasSize(7);
    }

    @Test
    void gives_another_home_the_same_ledger_by_workbooks() throws IOException {
        Path workbooks = export(program, "first", "xlsx");

        var other = Program.at(folder.resolve("other"));
        other.migrate(workbooks).ending(0);

        assertThat(texts(export(other, "second", "csv"))).isEqualTo(texts(export(program, "third", "csv")));
    }

    @Test
    void is_unchanged_when_read_by_the_same_home() {
        Path exported = folder.resolve("out");
        program.run("export", "all", "--out", exported, "--json").ending(0);
        var before = program.content();

        Answer answer = program.migrate(exported).ending(0);

        assertThat(answer.rows().unchanged()).isEqualTo(answer.rows().read());
        assertThat(program.content().get("audit_change")).isEqualTo(before.get("audit_change"));
    }

    @Test
    void shows_clear_keys_in_one_private_file_and_remembers_who_had_it() throws IOException {
        Answer answer = program.run("export", "all", "--with-keys", "--as", MOVER, "--json")
                .ending(0);

        Path keys = answer.file("pmc_keys.csv");
        assertThat(answer.files("keys")).containsExactly(keys);
        assertThat(Files.getPosixFilePermissions(keys)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(keys)).contains("FAKE0-00000-DEMO0-00001-GV8H2");
        assertThat(changes("KEYS_EXPORTED")).as("benefits that have keys").isEqualTo(12);
        assertThat(answer.json().get("actingUser").asString()).isEqualTo(MOVER);
    }

    @Test
    void shows_no_key_to_those_who_may_not() throws IOException {
        Path out = folder.resolve("out");

        Answer answer = program.run(
                        "export",
                        "pmc_keys",
                        "--with-keys",
                        "--as",
                        "markus.oeztuerk@contoso.example",
                        "--out",
                        out,
                        "--json")
                .ending(5);

        assertThat(answer.status()).isEqualTo("refused");
        assertThat(answer.files("keys")).isEmpty();
        assertThat(out.resolve("pmc_keys.csv")).doesNotExist();
        assertThat(answer.errors().replaceAll("\\s+", " ")).contains("may not have keys shown in C-1001");
        assertThat(changes("KEYS_EXPORTED")).isZero();
    }

    @Test
    void has_references_in_the_place_of_keys_unless_they_are_asked_for() throws IOException {
        Answer answer = program.run("export", "pmc_keys", "--json").ending(0);

        assertThat(Files.readString(answer.file("pmc_keys.csv")))
                .contains("*****-GV8H2#")
                .doesNotContain("FAKE0");
    }

    @Test
    void has_only_the_rows_of_the_organisation_that_was_named() throws IOException {
        Answer answer = program.run("export", "pmc_locations", "--org", "C-1001", "--json")
                .ending(0);

        assertThat(Files.readString(answer.file("pmc_locations.csv")))
                .contains("4387201")
                .doesNotContain("5120044");
    }

    @Test
    void starts_no_formula_and_still_comes_back_as_it_was() throws IOException {
        Path people = Files.writeString(folder.resolve("people.csv"), """
                IndividualId,FirstName,LastName,Email,LocationMpnId,AdminRight
                N-1,=1+1,@SUM(A1),one@contoso.example,4387201,None
                N-2,+cmd|' /C calc'!A0,-2+3x,two@contoso.example,4387201,None
                N-3,''=1,-5,three@contoso.example,4387201,None
                """);
        program.migrate(people).ending(0);

        Path first = export(program, "first", "csv");
        assertThat(Files.readAllLines(first.resolve("pmc_individuals.csv")))
                .contains("N-1,'=1+1,'@SUM(A1),one@contoso.example,No,4387201,None,,,,Active")
                .noneMatch(line -> line.matches(".*(^|,)[=@].*"));

        var other = Program.at(folder.resolve("other"));
        other.migrate(first).ending(0);
        assertThat(texts(export(other, "second", "csv"))).isEqualTo(texts(first));
        var third = Program.at(folder.resolve("third"));
        third.migrate(export(other, "workbooks", "xlsx")).ending(0);
        assertThat(texts(export(third, "third-csv", "csv"))).isEqualTo(texts(first));
    }

    private long changes(String kind) {
        return program.content().get("audit_change").stream()
                .filter(row -> row.contains("|" + kind + "|"))
                .count();
    }

    private Path export(Program from, String name, String format) {
        Path out = folder.resolve(name);
        from.run("export", "all", "--with-keys", "--as", MOVER, "--format", format, "--out", out, "--json")
                .ending(0);
        return out;
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
