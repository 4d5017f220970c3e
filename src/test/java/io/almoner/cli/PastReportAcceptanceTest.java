package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.ledger.LedgerPlace;

import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code report --on} a past day: true to that day, whatever was done for later ones. */
class PastReportAcceptanceTest {

    private static final String MOVED = "2020-03-22";
    private static final String ASSIGNED = "2020-04-01";
    private static final String UNDONE = "2020-04-15";
    private static final String SHOWN = "2020-05-02";
    private static final Path WISHES =
            Path.of("sample-data", "bulk-assignments.csv").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void refuses_an_organisation_that_nobody_knows_as_wrong_usage() {
        Program program = Program.at(folder.resolve("home"));
        program.migrate(SAMPLE).ending(3);

        assertThat(program.run("report", "refunds", "--org", "C-9999").ending(2).errors())
                .contains("knows no organisation C-9999");
        assertThat(program.run("report", "refunds", "--org", "C-9999", "--on", "2020-01-01")
                        .ending(2)
                        .errors())
                .contains("On 2020-01-01 the ledger knew no organisation C-9999");
    }

    @ParameterizedTest
    @MethodSource("io.almoner.ledger.Databases#both")
    void is_what_it_was_on_that_day(Supplier<LedgerPlace> fresh) throws IOException {
        LedgerPlace place = fresh.get();
        Program program = new Program(place.home(), place.url() == null ? List.of() : List.of("--db", place.url()));
        Map<String, Map<String, String>> then = new TreeMap<>();
        program.migrate(SAMPLE).ending(3);
        then.put(MOVED, reports(program, MOVED, "then"));
        String assigned = run(dated(program, ASSIGNED, "assign", WISHES).ending(3));
        then.put(ASSIGNED, reports(program, ASSIGNED, "then"));
        dated(program, UNDONE, "runs", "undo", assigned).ending(3);
        then.put(UNDONE, reports(program, UNDONE, "then"));
        dated(program, SHOWN, "keys", "Office 365 E3", "--location", "4387202").ending(0);
        then.put(SHOWN, reports(program, SHOWN, "then"));
        List<Path> home = files(place.home());

        assertThat(then.get(MOVED)).hasSize(10).isNotEqualTo(then.get(ASSIGNED));
        for (String day : then.keySet()) {
            assertThat(reports(program, day, "now")).as(day).isEqualTo(then.get(day));
        }
        assertThat(files(place.home())).isEqualTo(home);
        assertThat(reports(program, "2020-03-21", "now").values())
                .allSatisfy(csv -> assertThat(csv.lines()).hasSize(1));
    }

    @Test
    void says_where_the_books_come_from_and_which_organisation_was_not_there_yet() throws IOException {
        Program program = Program.at(folder.resolve("home"));
        program.migrate(SAMPLE).ending(3);
        Path page = folder.resolve("allocations-2020-03-01.html");

        program.run(html("2020-03-01", "de")).ending(0);
        assertThat(Files.readString(page)).contains("Stand der Bücher vom 01.03.2020, aus dem Prüfprotokoll");
        program.run(html(MOVED, "de")).ending(0);
        assertThat(Files.readString(folder.resolve("allocations-2020-03-22.html")))
                .doesNotContain("Prüfprotokoll");

        assertThat(program.run("report", "allocations", "--on", "2020-03-01", "--org", "C-1001")
                        .ending(2)
                        .errors())
                .contains("On 2020-03-01 the ledger knew no organisation C-1001.");
    }

    private Object[] html(String day, String language) {
        return new Object[] {
            "report", "allocations", "--on", day, "--format", "html", "--lang", language, "--out", folder
        };
    }

    /** The texts of every report's CSV files, by their names. */
    private Map<String, String> reports(Program program, String day, String name) throws IOException {
        Path out = folder.resolve(name).resolve(day);
        program.run("report", "all", "--on", day, "--format", "csv", "--out", out)
                .ending(0);
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(out)) {
            if (Files.isRegularFile(file)) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static Answer dated(Program program, String day, Object... words) {
        List<Object> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--as", MOVER, "--on", day, "--json"));
        return program.run(all.toArray());
    }

    private static String run(Answer answer) {
        return answer.json().get("run").asString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
