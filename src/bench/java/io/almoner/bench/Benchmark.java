package io.almoner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.bench.Databases.Database;
import io.almoner.bench.Databases.Kind;
import io.almoner.sample.SyntheticExport;
import io.almoner.sample.SyntheticExport.Faults;
import io.almoner.sample.SyntheticExport.Order;

/** Times {@code almoner migrate} and {@link StockJob} on the same rows and the same machine, and prints a table. */
@Command(name = "benchmark", showDefaultValues = true, mixinStandardHelpOptions = true)
final class Benchmark implements Callable<Integer> {

    @Option(names = "--rows", split = ",", defaultValue = "100000,1000000", description = "sizes of pmc_assignments")
    List<Integer> sizes = List.of();

    @Option(
            names = "--databases",
            split = ",",
            defaultValue = "H2,POSTGRESQL",
            description = "${COMPLETION-CANDIDATES}")
    List<Kind> databases = List.of();

    @Option(
            names = "--contenders",
            split = ",",
            defaultValue = "STOCK,ALMONER",
            description = "${COMPLETION-CANDIDATES}")
    List<Contender> contenders = List.of();

    @Option(names = "--order", defaultValue = "GROUPED", description = "${COMPLETION-CANDIDATES}")
    Order order = Order.GROUPED;

    @Option(names = "--faults", defaultValue = "TWO_IN_A_HUNDRED", description = "${COMPLETION-CANDIDATES}")
    Faults faults = Faults.TWO_IN_A_HUNDRED;

    @Option(names = "--rounds", defaultValue = "1", description = "how often; the table shows the best of them")
    int rounds = 1;

    @Option(names = "--work", defaultValue = "target/bench", description = "scratch folder")
    Path work = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        var table = new ResultTable();
        try (var servers = new Databases()) {
            for (int size : sizes) {
                for (var kind : databases) {
                    measureAll(servers, size, kind, table);
                }
            }
        }
        System.out.println(table);
        return 0;
    }

    private void measureAll(Databases servers, int size, Kind kind, ResultTable table)
            throws IOException, InterruptedException, SQLException {
        Set<Contender> wanted = contenders.isEmpty() ? EnumSet.allOf(Contender.class) : EnumSet.copyOf(contenders);
        for (int round = 0; round < rounds; round++) {
            for (var contender : wanted) {
                var folder = Files.createTempDirectory(Files.createDirectories(work), "run")
                        .toAbsolutePath();
                var run = new Run(servers.fresh(kind, folder), folder, size);
                var process = contender == Contender.STOCK ? stock(run) : almoner(run);
                table.add(new ResultTable.Line(contender, kind, size, process));
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private MeasuredProcess stock(Run run) throws IOException, InterruptedException, SQLException {
        var file = export(run, Faults.NONE).writeAssignments(run.folder.resolve("stock"));
        var process = MeasuredProcess.of(
                StockJob.class.getName(), List.of(run.database.url(), run.database.user(), file.toString()), Map.of());
        if (process.exitCode() != 0 || run.database.count("stock_seat") != run.rows) {
            throw new IllegalStateException("the stock job did not load every row:\n" + process.output());
        }
        return process;
    }

    private MeasuredProcess almoner(Run run) throws IOException, InterruptedException {
        var export = export(run, faults);
        var base = migrate(run, export.writeBase(run.folder.resolve("base")));
        if (base.exitCode() != 0) {
            throw new IllegalStateException("the base tables were not migrated:\n" + base.output());
        }
        var process = migrate(
                run, export.writeAssignments(run.folder.resolve("assignments")).getParent());
        int expected = faults == Faults.NONE ? 0 : 3;
        var read =
                JsonMapper.shared().readTree(process.output()).at("/rows/read").asInt(-1);
        if (process.exitCode() != expected || read != run.rows) {
            throw new IllegalStateException("exit code %d:%n%s".formatted(process.exitCode(), process.output()));
        }
        return process;
    }

    private static MeasuredProcess migrate(Run run, Path source) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(
                List.of("migrate", source.toString(), "--as", SyntheticExport.MOVER, "--on", "2020-03-22", "--json"));
        arguments.addAll(List.of("--home", run.folder.resolve("home").toString()));
        if (run.database.kind() == Kind.POSTGRESQL) {
            arguments.addAll(List.of("--db", run.database.url()));
        }
        return MeasuredProcess.of("io.almoner.cli.Almoner", arguments, Map.of("ALMONER_DB_USER", run.database.user()));
    }

    private SyntheticExport export(Run run, Faults wanted) {
        return new SyntheticExport(run.rows, Math.max(1, run.rows / 200), order, wanted);
    }

    /** Who is measured. */
    enum Contender {
        STOCK,
        ALMONER
    }

    private record Run(Database database, Path folder, int rows) {}
}
