package io.almoner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command as a process of its own, as often as one likes on the same home.
 *
 * @param words of the command, without the home and the database
 * @param home of the ledger; the process's output is kept beside it
 * @param database the URL of a PostgreSQL database, or an empty text for the home's own
 */
record CommandProcess(List<String> words, Path home, String database) {

    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(5);

    /** Another run on the same ledger: a database may take a moment to notice that its client is gone. */
    private static final int LOCKED = 6;

    /** What one start of it came to. */
    record Ending(int exitCode, String output, Duration duration) {

        /** True when it said that it was done: from then on the same command is another run. */
        boolean saidThatItWasDone() {
            return !foundTheLedgerLocked() && output.stripTrailing().endsWith("}");
        }

        boolean foundTheLedgerLocked() {
            return exitCode == LOCKED;
        }
    }

    /** Lets it end by itself. */
    Ending untilItEnds() throws IOException, InterruptedException {
        return killedAfter(FAR_TOO_LONG);
    }

    /** Kills it as only the system can, unless it ends before that moment. */
    Ending killedAfter(Duration moment) throws IOException, InterruptedException {
        var output = Files.createDirectories(home.getParent()).resolve(home.getFileName() + ".out");
        var errors = home.resolveSibling(home.getFileName() + ".err").toFile();
        var builder = new ProcessBuilder(command())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(errors));
        if (!database.isEmpty()) {
            builder.environment().put("ALMONER_DB_USER", "postgres");
        }
        long start = System.nanoTime();
        var process = builder.start();
        if (!process.waitFor(moment.toNanos(), TimeUnit.NANOSECONDS)) {
            process.destroyForcibly();
        }
        int exitCode = process.waitFor();
        return new Ending(exitCode, Files.readString(output), Duration.ofNanos(System.nanoTime() - start));
    }

    /** What it wrote to standard error in all its starts. */
    String errors() throws IOException {
        return Files.readString(home.resolveSibling(home.getFileName() + ".err"));
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.almoner.cli.Almoner"));
        command.addAll(words);
        command.addAll(List.of("--home", home.toString(), "--json"));
        if (!database.isEmpty()) {
            command.addAll(List.of("--db", database));
        }
        return command;
    }
}
