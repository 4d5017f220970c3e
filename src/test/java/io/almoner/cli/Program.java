package io.almoner.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program from outside, in this process: words in, an exit code and both outputs out.
 *
 * @param home of the ledger
 * @param database options that name another database than the home's own; usually none
 */
record Program(Path home, List<String> database) {

    static final String MOVER = "admin@contoso.example";
    static final String DAY = "2020-03-22";
    static final Path SAMPLE = Path.of("sample-data", "pmc-export").toAbsolutePath();
    static final Path SAMPLE_WORKBOOK =
            Path.of("sample-data", "pmc-export.xlsx").toAbsolutePath();
    static final Path SAMPLE_ARCHIVE = Path.of("sample-data", "pmc-export.zip").toAbsolutePath();

    /** With the embedded database. */
    static Program at(Path home) {
        return new Program(home, List.of());
    }

    /** Runs a command on this home. */
    Answer run(Object... words) {
        return withInput(new byte[0], words);
    }

    /** {@code migrate --json} in the name of the sample's mover, on the sample's day. */
    Answer migrate(Object... words) {
        return run(migration(words).toArray());
    }

    /** The words of {@link #migrate}. */
    static List<Object> migration(Object... words) {
        List<Object> all = new ArrayList<>(List.of("migrate", "--as", MOVER, "--on", DAY, "--json"));
        all.addAll(List.of(words));
        return all;
    }

    /** Runs a command with something on its standard input. */
    Answer withInput(byte[] input, Object... words) {
        return answer(input, words(words));
    }

    /** Runs a command of no home. */
    static Answer say(String... words) {
        return answer(new byte[0], List.of(words));
    }

    private static Answer answer(byte[] input, List<String> words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var formerIn = System.in;
        var formerOut = System.out;
        var formerErr = System.err;
        try {
            System.setIn(new ByteArrayInputStream(input));
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int exit = Almoner.commandLine().execute(words.toArray(String[]::new));
            return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(formerIn);
            System.setOut(formerOut);
            System.setErr(formerErr);
        }
    }

    /** The words of a command on this home. */
    List<String> words(Object... words) {
        List<String> all = new ArrayList<>();
        for (Object word : words) {
            all.add(word.toString());
        }
        all.addAll(List.of("--home", home.toString()));
        all.addAll(database);
        return all;
    }

    /** Every row of the embedded ledger's tables. */
    Map<String, List<String>> ledger() {
        try {
            return LedgerContent.of("jdbc:h2:file:" + home.resolve("ledger"), "sa");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of what the ledger knows of partners and of what was done: not of runs, files and numbers. */
    Map<String, List<String>> content() {
        var content = ledger();
        content.keySet().removeAll(List.of("run", "run_source", "source", "setting", "counter"));
        return content;
    }
}
