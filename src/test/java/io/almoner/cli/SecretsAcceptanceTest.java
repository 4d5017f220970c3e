package io.almoner.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static io.almoner.cli.Program.SAMPLE_WORKBOOK;
import static org.assertj.core.api.Assertions.assertThat;

/** No clear key of the sample anywhere, whatever is done and however it goes wrong. */
class SecretsAcceptanceTest {

    /** What all keys of the sample have in common. */
    private static final String SECRET = "FAKE0-00000-DEMO0";

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir
    Path folder;

    private Program program;
    private Path out;

    @BeforeEach
    void begin() {
        program = Program.at(folder.resolve("kept/home"));
        out = folder.resolve("kept/out");
    }

    @Test
    void never_stand_in_what_a_migration_leaves_or_says() throws IOException {
        said(program.migrate(SAMPLE, "--plan-out", out.resolve("plan.json"), "--verbose"));
        said(program.run("migrate", SAMPLE, "--as", MOVER, "--on", DAY, "--dry-run", "--out", out.resolve("dry")));
        said(program.migrate(SAMPLE, "--verbose"));
        said(program.migrate(SAMPLE_WORKBOOK, "--out", out.resolve("workbook")));
        said(program.run("inspect", SAMPLE));
        said(program.run("inspect", SAMPLE.resolve("pmc_keys.csv"), "--to", "csv"));
        said(program.run("inspect", SAMPLE_WORKBOOK, "--json"));

        assertNothingLeaked();
    }

    @Test
    void never_stand_in_exports_reports_and_runs() throws IOException {
        Answer migrated = program.migrate(SAMPLE);
        said(migrated);
        said(program.run("export", "all", "--out", out.resolve("csv")));
        said(program.run("export", "all", "--format", "xlsx", "--out", out.resolve("xlsx")));
        said(program.run("report", "all", "--on", DAY, "--out", out.resolve("report")));
        said(program.run("runs", "list"));
        said(program.run("runs", "show", migrated.json().get("run").asString()));

        assertNothingLeaked();
    }

    @Test
    void stand_in_the_files_made_for_them_and_nowhere_else_when_they_are_handed_out() throws IOException {
        program.migrate(SAMPLE);
        Path wishes = Files.writeString(folder.resolve("wishes.csv"), """
                Action,MpnId,OrderNumber,BenefitName,Language,OSType,Reference,ServiceRequest
                Get keys,4387201,70011-2019,Project Professional 2019,English,Windows,,
                Activate,4387201,70011-2019,Project Professional 2019,English,Windows,PC-1,
                Get keys,4387201,70011-2019,Project Professional 2019,Klingon,Windows,,
                Cancel,4387202,70122-2020,Windows 10 Enterprise,,,,SR-1
                """);
        said(program.run("assign", wishes, "--as", MOVER, "--on", DAY, "--dry-run", "--out", out.resolve("dry")));
        said(program.run("assign", wishes, "--as", MOVER, "--on", DAY, "--verbose"));
        said(program.run("assign", wishes, "--as", MOVER, "--on", DAY, "--json", "--out", out.resolve("again")));
        List<Object> keys = List.of("keys", "Office 365 E3", "--location", "4387202", "--as", MOVER, "--on", DAY);
        said(program.run(keys.toArray()));
        said(program.run(with(keys, "--json", "--verbose", "--format", "csv")));
        said(program.run(with(keys, "--language", "Klingon", "--os", "Windows")));
        Files.createDirectories(out.resolve("blocked/keys.xlsx/in the way"));
        said(program.run(with(keys, "--out", out.resolve("blocked"), "--verbose")));
        said(program.run("runs", "list", "--json"));

        assertThat(said).extracting(Answer::exit).containsExactly(3, 3, 3, 0, 0, 0, 1, 0);
        assertThat(leaks())
                .hasSizeGreaterThan(2)
                .allMatch(leak -> leak.contains("/keys.xlsx!") || leak.contains("/keys.csv "));
    }

    private static Object[] with(List<Object> words, Object... more) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void never_stand_in_what_is_said_of_broken_files() throws IOException {
        program.migrate(SAMPLE);
        String keys = Files.readString(SAMPLE.resolve("pmc_keys.csv"));
        List<String> broken = List.of(
                keys.substring(keys.indexOf('\n') + 1),
                keys.replace(",MAK,", ",\"MAK,"),
                keys.replaceFirst("MAK,50", "MAK," + SECRET + "-00001-GV8H2"),
                keys.replace("LocationMpnId", SECRET + "-00001-GV8H2"),
                keys.replace("ProductKey", "Produktschluessel"),
                keys.replace("4387201,", ""),
                keys.replaceAll("(FAKE0\\S+?),", "$1;$1 ,"));
        int number = 0;
        for (var text : broken) {
            Path file = Files.writeString(folder.resolve("broken" + ++number + ".csv"), text);
            said(program.run("inspect", file, "--verbose"));
            said(program.migrate(file, "--verbose"));
            said(program.run("migrate", file, "--as", MOVER, "--on", DAY));
        }

        assertNothingLeaked();
    }

    private void said(Answer answer) throws IOException {
        Files.createDirectories(out);
        int number = said.size();
        said.add(answer);
        Files.writeString(out.resolve(number + ".out"), answer.output());
        Files.writeString(out.resolve(number + ".err"), answer.errors());
    }

    private final List<Answer> said = new ArrayList<>();

    private void assertNothingLeaked() throws IOException {
        assertThat(leaks()).isEmpty();
    }

    /** Where clear keys are found. */
    private List<String> leaks() throws IOException {
        List<String> leaks = new ArrayList<>();
        try (var files = Files.walk(folder.resolve("kept"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search(file.toString(), Files.readAllBytes(file), leaks);
            }
        }
        return leaks;
    }

    private void search(String name, byte[] content, List<String> leaks) throws IOException {
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        for (Charset encoding : ENCODINGS) {
            if (bytes.contains(new String(SECRET.getBytes(encoding), StandardCharsets.ISO_8859_1))) {
                leaks.add(name + " in " + encoding);
            }
        }
        if (bytes.startsWith("PK")) {
            try (var zip = ZipFile.builder().setByteArray(content).get()) {
                for (var entry : Collections.list(zip.getEntries())) {
                    search(
                            name + "!" + entry.getName(),
                            zip.getInputStream(entry).readAllBytes(),
                            leaks);
                }
            }
        } else if (bytes.startsWith("%PDF")) {
            try (var pdf = Loader.loadPDF(content)) {
                search(name + " as text", new PDFTextStripper().getText(pdf).getBytes(StandardCharsets.UTF_8), leaks);
            }
        }
    }

    @Test
    void stand_where_they_are_asked_for_which_shows_that_the_search_finds_them() throws IOException {
        program.migrate(SAMPLE);
        List<String> found = new ArrayList<>();
        Path file = program.run("export", "pmc_keys", "--with-keys", "--as", MOVER, "--format", "xlsx", "--json")
                .ending(0)
                .file("pmc_keys.xlsx");

        search("keys", Files.readAllBytes(file), found);

        assertThat(found).isNotEmpty();
    }
}
