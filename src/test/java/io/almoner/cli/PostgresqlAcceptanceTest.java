package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerAccess;
import io.almoner.ledger.LedgerPlace;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** The same day's work on either database: the same figures, the same rejects, the same exports. */
class PostgresqlAcceptanceTest {

    private static final List<String> FIGURES = List.of("status", "sources", "rows", "findings", "changes");

    @TempDir
    Path folder;

    @Test
    void gives_the_same_as_the_embedded_database() throws IOException {
        LedgerPlace place = Databases.postgresql();
        var server = new Program(folder.resolve("server"), List.of("--db", Objects.requireNonNull(place.url())));
        var embedded = Program.at(folder.resolve("embedded"));

        Day expected = day(embedded);
        Day found = day(server);

        assertThat(found.answers()).isEqualTo(expected.answers());
        assertThat(found.files()).isEqualTo(expected.files()).hasSizeGreaterThan(20);
        assertThat(server.home().resolve("ledger.mv.db")).doesNotExist();
    }

    @Test
    void refuses_a_second_process_that_would_change_the_ledger() {
        LedgerPlace place = Databases.postgresql();
        var server = new Program(folder.resolve("server"), List.of("--db", Objects.requireNonNull(place.url())));
        try (var other = LedgerAccess.open(place);
                var lock = other.lock()) {
            assertThat(lock).isNotNull();
            assertThat(server.migrate(SAMPLE).ending(6).status()).isEqualTo("refused");
            server.run("runs", "list").ending(0);
        }
        server.migrate(SAMPLE).ending(3);
    }

    @Test
    void ends_with_1_when_the_server_cannot_be_reached() {
        var nowhere = new Program(folder.resolve("server"), List.of("--db", "jdbc:postgresql://localhost:1/none"));

        Answer answer = nowhere.migrate(SAMPLE).ending(1);

        assertThat(answer.status()).isEqualTo("failed");
        assertThat(answer.errors()).contains("cannot be reached").doesNotContain("\tat ");
    }

    /**
     * What a day's work came to.
     *
     * @param answers the figures of each command
     * @param files the text of each file, by command and name
     */
    private record Day(List<List<JsonNode>> answers, Map<String, String> files) {}

    private static Day day(Program program) throws IOException {
        var day = new Day(new ArrayList<>(), new TreeMap<>());
        add(day, program.migrate(SAMPLE, "--dry-run").ending(3));
        add(day, program.migrate(SAMPLE, "--all-or-nothing").ending(6));
        Answer migrated = add(day, program.migrate(SAMPLE).ending(3));
        add(day, program.migrate(SAMPLE).ending(3));
        Path rejects = migrated.file("pmc_individuals.rejects.csv");
        Files.writeString(rejects, Files.readString(rejects).replace("(at)", "@"));
        assertThat(add(day, program.migrate(rejects).ending(3)).rows().applied())
                .isOne();
        add(
                day,
                program.run("export", "all", "--with-keys", "--as", MOVER, "--json")
                        .ending(0));
        add(
                day,
                program.run(
                                "keys",
                                "SQL server standard 2019",
                                "--as",
                                MOVER,
                                "--on",
                                DAY,
                                "--language",
                                "Chinese (Simplified)",
                                "--os",
                                "Windows Server",
                                "--format",
                                "csv",
                                "--json")
                        .ending(0));
        program.run("report", "all", "--json").ending(0);
        program.run("runs", "list", "--json").ending(0);
        return day;
    }

    private static Answer add(Day day, Answer answer) throws IOException {
        JsonNode json = answer.json();
        day.answers().add(FIGURES.stream().map(json::get).toList());
        for (JsonNode file : json.get("files")) {
            Path path = Path.of(file.get("path").asString());
            String name = day.answers().size() + " " + path.getFileName();
            day.files().put(name, Files.readString(path).replaceAll("\\*{5}-(\\w{5})#[\\w-]+", "$1"));
        }
        return answer;
    }
}
