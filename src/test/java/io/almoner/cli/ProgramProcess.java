package io.almoner.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program as a process of its own, which signals reach. Its standard output goes to a file, its standard error is
 * read line by line.
 */
final class ProgramProcess {

    private final Process process;
    private final Path output;
    private final BufferedReader errors;
    private final StringBuilder told = new StringBuilder();

    private ProgramProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.errors = process.errorReader(StandardCharsets.UTF_8);
    }

    /** Starts it with these options of Java and these words. */
    static ProgramProcess start(List<String> options, List<String> words) throws IOException {
        return start(options, words, Map.of());
    }

    /** Starts it with these variables in its environment, too. */
    static ProgramProcess start(List<String> options, List<String> words, Map<String, String> environment)
            throws IOException {
        Path output = Files.createTempFile("almoner-test", ".out");
        output.toFile().deleteOnExit();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add("io.almoner.cli.Almoner");
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new ProgramProcess(builder.start(), output);
    }

    /** Reads what it says until it says this. */
    ProgramProcess saying(String text) throws IOException {
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            told.append(line).append('\n');
            if (line.contains(text)) {
                return this;
            }
        }
        throw new AssertionError("'" + text + "' was not said:\n" + told);
    }

    /** Sends a signal such as {@code TERM}. */
    ProgramProcess signalled(String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
        return this;
    }

    /** Waits for its end. */
    Answer ended() throws IOException, InterruptedException {
        told.append(errors.lines().collect(Collectors.joining("\n")));
        return new Answer(process.waitFor(), Files.readString(output), told.toString());
    }
}
