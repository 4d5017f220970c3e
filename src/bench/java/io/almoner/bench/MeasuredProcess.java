package io.almoner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What one Java process cost, from its start to its end.
 *
 * @param wall time on the clock, the start of Java included
 * @param cpu time on all processors
 * @param peakHeap the most heap in use before any collection, in MiB: garbage and all, so often the whole heap
 * @param liveHeap the most heap in use after any collection, in MiB: nearer to what the process needs
 * @param output what it wrote to standard output
 * @param exitCode as the system reports it
 */
record MeasuredProcess(Duration wall, Duration cpu, long peakHeap, long liveHeap, String output, int exitCode) {

    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    /** Runs a class of this class path with 256 MiB of heap, the serial collector and all of the compiler. */
    static MeasuredProcess of(String mainClass, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        var collections = Files.createTempFile("bench", ".gc");
        var output = Files.createTempFile("bench", ".out");
        var builder = new ProcessBuilder(command(mainClass, arguments, collections))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            long start = System.nanoTime();
            var process = builder.start();
            var cpu = Duration.ZERO;
            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                cpu = process.info().totalCpuDuration().orElse(cpu);
            }
            var wall = Duration.ofNanos(System.nanoTime() - start);
            return new MeasuredProcess(
                    wall,
                    cpu,
                    most(collections, 1),
                    most(collections, 2),
                    Files.readString(output),
                    process.exitValue());
        } finally {
            Files.delete(collections);
            Files.delete(output);
        }
    }

    private static List<String> command(String mainClass, List<String> arguments, Path collections) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + collections,
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        return command;
    }

    private static long most(Path collections, int group) throws IOException {
        return COLLECTION
                .matcher(Files.readString(collections))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(group)))
                .max()
                .orElse(0);
    }
}
