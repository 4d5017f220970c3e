package io.almoner.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.almoner.cli.Program.DAY;
import static io.almoner.cli.Program.MOVER;
import static io.almoner.cli.Program.SAMPLE;
import static io.almoner.cli.Program.SAMPLE_WORKBOOK;
import static org.assertj.core.api.Assertions.assertThat;

/** What people read: it fits a terminal, and at its end it names files and what to do next. */
class ConsoleTextAcceptanceTest {

    private static final int WIDEST = 100;

    /** Tests log, the program does not. */
    private static final Pattern LOGGED = Pattern.compile("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} ");

    @TempDir
    Path folder;

    private Program program() {
        return Program.at(folder.resolve("home"));
    }

    @Test
    void fits_a_terminal() throws Exception {
        Path plan = folder.resolve("plan.json");
        Path recipes = Files.writeString(folder.resolve("recipes.csv"), "Dish,Minutes\nSoup,20\n");
        for (var language : List.of("en", "de", "fr", "zh-CN", "es", "ja")) {
            fits(migrate(SAMPLE, "--plan-out", plan, "--lang", language));
            fits(program().run("inspect", SAMPLE, "--lang", language));
            fits(migrate(recipes, "--lang", language));
        }
        fits(program().run("apply", plan));
        fits(program().run("apply", plan));
        fits(migrate(SAMPLE_WORKBOOK));
        fits(migrate(SAMPLE, "--all-or-nothing"));
        fits(migrate(SAMPLE, "--max-rejects", "few"));
        fits(program().run("migrate", SAMPLE, "--as", "jonas.schaefer@contoso.example"));
        fits(program().run("export", "all"));
        fits(program().run("report", "all", "--on", DAY));
        fits(program().run("runs", "list"));
        fits(program().run("runs", "show", "none"));
        fits(program().run("runs"));
    }

    @Test
    void fits_a_terminal_in_every_help() {
        fits(Program.say("--help").ending(0));
        assertThat(Program.say("--version").ending(0).output()).startsWith("almoner ");
        for (var command : List.of(
                "migrate", "assign", "apply", "inspect", "export", "keys", "template", "report", "runs", "demo")) {
            Answer help = Program.say(command, "--help").ending(0);
            fits(help);
            assertThat(help.output()).contains("almoner " + command).doesNotContain("%%");
        }
    }

    /** Every line, but for those that hold a path, which may be as long as it likes. */
    private void fits(Answer answer) {
        var lines = (answer.output() + answer.errors())
                .lines()
                .filter(line -> !line.contains("/") && !LOGGED.matcher(line).find());
        assertThat(lines).allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(WIDEST));
    }

    /** Chinese and Japanese characters take two columns. */
    private static long columns(String line) {
        return line.codePoints()
                .map(character -> Character.isIdeographic(character)
                                || Character.UnicodeScript.of(character) == Character.UnicodeScript.HIRAGANA
                                || Character.UnicodeScript.of(character) == Character.UnicodeScript.KATAKANA
                                || character >= 0x3000 && character <= 0x303F
                                || character >= 0xFF01 && character <= 0xFF60
                        ? 2
                        : 1)
                .sum();
    }

    @Test
    void ends_a_migration_with_its_files_and_what_to_do_next() {
        Answer planned = migrate(SAMPLE, "--dry-run").ending(3);
        assertThat(ending(planned)).contains("Nothing was changed", "without --dry-run");

        Path plan = folder.resolve("plan.json");
        Answer kept = migrate(SAMPLE, "--plan-out", plan).ending(3);
        assertThat(ending(kept)).contains("almoner apply " + plan);
        assertThat(kept.output()).contains("plan      " + plan);

        Answer done = migrate(SAMPLE).ending(3);
        assertThat(done.output()).contains("rejects ", "pmc_keys.rejects.csv", "findings ", "findings.csv");
        assertThat(ending(done)).contains("correct the rows in the rejects file");
    }

    @Test
    void does_not_say_done_of_a_run_that_a_safety_stopped() {
        Answer stopped = migrate(SAMPLE, "--all-or-nothing").ending(6);
        assertThat(stopped.output())
                .contains("Stopped: 224 rows read, 0 applied")
                .doesNotContain("Done:");
        assertThat(stopped.errors()).contains("32 of 224 rows would be refused").contains("--max-rejects");
    }

    @Test
    void says_in_a_whole_sentence_why_a_sheet_of_notes_is_left_aside() {
        migrate(SAMPLE);
        Path wishes = Path.of("sample-data", "bulk-assignments.xlsx").toAbsolutePath();
        Answer planned = program().run("assign", wishes, "--as", MOVER, "--on", DAY, "--dry-run");
        assertThat(planned.errors())
                .contains("[Notes]: no row of it looks like the header")
                .doesNotContain("{");
    }

    @Test
    void ends_every_other_command_with_its_files_and_what_to_do_next() {
        assertThat(program().run("runs", "list").output()).contains("almoner migrate");
        Answer done = migrate(SAMPLE);
        assertThat(program().run("runs", "list").output()).contains("completed_with_rejects", MOVER);
        assertThat(ending(program().run("inspect", SAMPLE.resolve("pmc_keys.csv"))))
                .contains("almoner migrate");
        Answer export = program().run("export", "all");
        assertThat(export.output()).contains("pmc_keys.csv");
        assertThat(ending(export)).contains("almoner migrate");
        Answer report = program().run("report", "allocations", "--on", DAY);
        assertThat(report.output()).contains("allocations-2020-03-22.pdf", "allocations-2020-03-22.xlsx");
        assertThat(done.exit()).isEqualTo(3);
    }

    @Test
    void says_before_and_after_of_each_benefit_that_a_plan_touches() {
        Answer planned = migrate(SAMPLE, "--dry-run");

        assertThat(planned.output())
                .contains("+", "!", "=")
                .containsPattern("(?m)Visual Studio Enterprise.*10.*0 -> 10.*0");
    }

    private Answer migrate(Object... words) {
        var all = new ArrayList<Object>(List.of("migrate", "--as", MOVER, "--on", DAY));
        all.addAll(List.of(words));
        return program().run(all.toArray());
    }

    /** The last paragraph of the result. */
    private static String ending(Answer answer) {
        String text = answer.output().strip();
        return text.substring(Math.max(0, text.lastIndexOf("\n\n")));
    }
}
