package io.almoner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.almoner.jobs.ExitCode;
import io.almoner.jobs.Reconciling;

/** {@code almoner demo}: the tour on the sample data, by the same commands that everybody uses. */
@Command(name = "demo", description = "The whole tour on the sample data, into a fresh folder.")
final class DemoCommand implements Callable<ExitCode> {

    private static final String MOVER = "admin@contoso.example";
    private static final String DAY = "2020-03-22";
    private static final String NEXT_DAY = "2020-03-23";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "the folder of the tour (default: a new one, ./almoner-demo-N)")
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public ExitCode call() {
        Console console = new Console(common);
        Path sample = sample();
        Path folder = folder();
        Path home = folder.resolve("home");
        console.result("The tour of Almoner. Everything it makes is in " + folder);
        chapter(
                console,
                "1. What is in the export?",
                "inspect",
                sample.resolve("pmc_keys.csv").toString());
        chapter(
                console,
                "2. What would the move do? Nothing is changed yet.",
                run("migrate", sample, home, folder.resolve("plan"), "--dry-run"));
        chapter(
                console,
                "3. The move: what is right is applied, the rest comes back with its reasons.",
                run("migrate", sample, home, folder.resolve("rejects"), ""));
        chapter(
                console,
                "4. The same again: nothing happens twice.",
                run("migrate", sample, home, folder.resolve("again"), ""));
        Path bulk = sample.resolveSibling("bulk-assignments.xlsx");
        chapter(
                console,
                "5. What would the bulk sheet of March do? Every benefit's balance, every finding at once.",
                run("assign", bulk, home, folder.resolve("bulk-plan"), "--dry-run"));
        chapter(
                console,
                "6. The bulk sheet: what is right is applied, and the sheet comes back with the rest marked.",
                run("assign", bulk, home, folder.resolve("bulk"), ""));
        chapter(
                console,
                "7. What is now to be done in the portals.",
                "export",
                "hand-off",
                "--home",
                home.toString(),
                "--out",
                folder.resolve("hand-off").toString(),
                "--quiet");
        chapter(
                console,
                "8. The night after: what do the portals say, and what differs?",
                reconcile(sample.resolveSibling("portal-exports"), home, folder.resolve("reconciliation")));
        chapter(
                console,
                "9. The reports for the manager.",
                "report",
                "all",
                "--home",
                home.toString(),
                "--on",
                NEXT_DAY,
                "--out",
                folder.resolve("report").toString());
        console.result("");
        console.result("Now look at");
        console.result("  " + folder.resolve("report") + "  the reports, each as PDF and as workbook");
        console.result("  " + folder.resolve("reconciliation") + "  what the portals say otherwise");
        console.result("  " + folder.resolve("rejects") + "  the refused rows: correct one and submit the file,");
        console.result("      almoner migrate FILE --as " + MOVER + " --home " + home);
        console.result("  " + folder.resolve("bulk") + "  the bulk sheet with reasons, and the keys it asked for:");
        console.result("      almoner assign FILE --as " + MOVER + " --home " + home);
        console.result("  " + folder.resolve("hand-off") + "  the checklist for the portals, as PDF and as workbook");
        return ExitCode.DONE;
    }

    private static String[] run(String job, Path source, Path home, Path out, String mode) {
        return Stream.of(
                        job,
                        source.toString(),
                        "--as",
                        MOVER,
                        "--on",
                        DAY,
                        "--home",
                        home.toString(),
                        "--out",
                        out.toString(),
                        "--quiet",
                        mode)
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new);
    }

    private static String[] reconcile(Path exports, Path home, Path out) {
        return new String[] {
            Reconciling.JOB,
            exports.resolve("users.csv").toString(),
            exports.resolve("Subscribers.csv").toString(),
            exports.resolve("KeysExport.xml").toString(),
            "--fix",
            "--as",
            MOVER,
            "--on",
            NEXT_DAY,
            "--format",
            "pdf,xlsx",
            "--home",
            home.toString(),
            "--out",
            out.toString(),
            "--quiet"
        };
    }

    private static void chapter(Console console, String title, String... arguments) {
        console.result("");
        console.result("== " + title);
        console.result("   almoner " + String.join(" ", arguments));
        console.result("");
        int code = Almoner.commandLine().execute(arguments);
        if (code != ExitCode.DONE.code() && code != ExitCode.NEEDS_A_LOOK.code()) {
            throw new IllegalStateException("the tour ended at '" + title + "' with exit code " + code);
        }
    }

    /** The sample data beside the program: the launcher says where. */
    private static Path sample() {
        String root = System.getProperty("almoner.root", ".");
        Path sample =
                Path.of(root, "sample-data", "pmc-export").toAbsolutePath().normalize();
        if (!Files.isDirectory(sample)) {
            throw new UsageException(
                    "The sample data is not at " + sample + ". Start 'almoner demo' from its own folder.");
        }
        return sample;
    }

    private Path folder() {
        try {
            if (out != null) {
                return Files.createDirectories(out).toAbsolutePath().normalize();
            }
            for (int n = 1; ; n++) {
                Path candidate = Path.of("almoner-demo-" + n).toAbsolutePath();
                if (!Files.exists(candidate)) {
                    return Files.createDirectory(candidate);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
