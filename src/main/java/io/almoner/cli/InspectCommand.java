package io.almoner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

import io.almoner.intake.Inspection;
import io.almoner.intake.Inspector;
import io.almoner.intake.Intake;
import io.almoner.intake.Layouts;
import io.almoner.intake.Row;
import io.almoner.intake.SourceTable;
import io.almoner.intake.TableCsv;
import io.almoner.intake.UnusableInputException;
import io.almoner.jobs.ExitCode;
import io.almoner.returns.Messages;
import io.almoner.rules.Finding;

/** {@code almoner inspect}. */
@Command(
        name = "inspect",
        description = "Shows what would be read of files: encoding, layout, header mapping, first rows, problems.",
        footer = {"", "Examples:", "  almoner inspect export.zip", "  almoner inspect benefits.csv --to csv > table.csv"
        })
final class InspectCommand implements Callable<ExitCode> {

    private static final int CELL = 18;
    private static final int CELLS = 5;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "folder, ZIP, workbook or single files; - for standard input")
    private List<Path> files = List.of();

    @Option(names = "--to", paramLabel = "csv", description = "the whole table as it was read: UTF-8, RFC 4180")
    private @Nullable String to;

    @Option(names = "--out", paramLabel = "DIR", description = "with --to csv: a file for each table")
    private @Nullable Path out;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ReadingSettings reading = new ReadingSettings();

    @Override
    public ExitCode call() {
        Console console = new Console(common);
        Messages messages = new Messages(common.language());
        if (to != null && !to.equals("csv")) {
            throw new UsageException("--to " + to + " is not known; the one form is csv.");
        }
        Intake intake = new Intake(Layouts.load());
        try (StandardInput input = new StandardInput(Path.of(System.getProperty("java.io.tmpdir")))) {
            List<Path> sources = input.replace(files);
            if (to != null) {
                return csv(intake, intake.identify(sources, reading.options()).tables(), console);
            }
            Inspection inspection = new Inspector(intake).inspect(sources, reading.options());
            if (common.json()) { // counting the rows reads every table to its end
                console.json(json(inspection, intake, sources));
            }
            inspection.tables().forEach(table -> tell(table, console, messages));
            inspection.ignored().forEach(ignored -> console.ignored(ignored, messages));
            next(inspection, console);
            return ExitCode.DONE;
        } catch (UnusableInputException e) {
            console.json(new JsonMapper()
                    .writeValueAsString(Map.of("version", 1, "status", "refused", "sources", List.of())));
            console.error(e, messages);
            return ExitCode.UNUSABLE_INPUT;
        }
    }

    /** The command that reads what was found, if there is one yet. */
    private static void next(Inspection inspection, Console console) {
        Layouts layouts = Layouts.load();
        Set<String> jobs = inspection.tables().stream()
                .flatMap(table -> layouts.named(table.layout()).stream())
                .flatMap(layout -> layout.jobs().stream())
                .collect(Collectors.toSet());
        Stream.of("migrate", "assign")
                .filter(jobs::contains)
                .findFirst()
                .ifPresent(job -> console.next(
                        "'almoner " + job + " SOURCE --as EMAIL --dry-run' shows what would become of the rows."));
    }

    private ExitCode csv(Intake intake, List<SourceTable> tables, Console console) {
        TableCsv csv = new TableCsv(intake);
        try {
            if (out == null && tables.size() > 1) {
                throw new UsageException("There are " + tables.size()
                        + " tables. Choose one with --sheet, or give --out DIR for a file each.");
            }
            for (SourceTable table : tables) {
                if (out == null) {
                    csv.write(table, console.standardOutput());
                    console.standardOutput().flush();
                } else {
                    Files.createDirectories(out);
                    Path file = out.resolve(table.layout().name() + ".csv");
                    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                        csv.write(table, writer);
                    }
                    console.note("wrote " + file.toAbsolutePath());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.DONE;
    }

    private String json(Inspection inspection, Intake intake, List<Path> sources) {
        List<SourceTable> tables = intake.identify(sources, reading.options()).tables();
        List<Map<String, Object>> described = new ArrayList<>();
        for (int i = 0; i < inspection.tables().size(); i++) {
            described.add(describe(inspection.tables().get(i), tables.get(i), intake.count(tables.get(i))));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("status", "completed");
        json.put("sources", described);
        return new JsonMapper().writeValueAsString(json);
    }

    private static Map<String, Object> describe(Inspection.Table table, SourceTable source, long rows) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", source.name());
        if (source.sheet() != null) {
            json.put("sheet", source.sheet());
        }
        json.put("layout", table.layout());
        json.put("sha256", table.sha256());
        if (table.encoding() != null) {
            json.put("encoding", table.encoding().name());
        }
        if (table.delimiter() != null) {
            json.put("delimiter", table.delimiter().toString());
        }
        json.put("rows", rows);
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Inspection.Column column : table.columns()) {
            if (column.column() != null && column.header() != null) {
                columns.put(column.column(), column.header());
            }
        }
        json.put("columns", columns);
        return json;
    }

    private static void tell(Inspection.Table table, Console console, Messages messages) {
        console.result(Console.plain(table.label()));
        console.result("  layout     " + table.layout());
        console.result("  form       " + form(table));
        console.result("  header     row " + table.headerRow());
        console.result("  columns");
        for (Inspection.Column column : table.columns()) {
            console.result("    %-3s %-32s %s"
                    .formatted(
                            column.letters().orElse("-"),
                            StringUtils.abbreviate(
                                    Console.plain(Objects.requireNonNullElse(column.header(), "(not in the file)")),
                                    32),
                            column.column() == null ? "ignored" : "= " + column.column()));
        }
        if (!table.firstRows().isEmpty()) {
            console.result("  first rows");
            table.firstRows().forEach(row -> console.result("    " + cells(row)));
        }
        for (Finding problem : table.problems()) {
            console.result(Console.wrapped(
                    "  " + problem.severity().letter() + " " + problem.rule().code() + "  ",
                    "\"" + problem.value() + "\": " + messages.reason(problem)));
        }
        console.result("");
    }

    private static String form(Inspection.Table table) {
        if (table.encoding() == null) {
            return table.format().name();
        }
        Character delimiter = table.delimiter();
        String shown = delimiter == null ? "" : delimiter == '\t' ? "tab" : "'" + delimiter + "'";
        return table.format() + ", " + table.encoding().name() + ", delimiter " + shown;
    }

    private static String cells(Row row) {
        StringBuilder line = new StringBuilder("%5d ".formatted(row.number()));
        row.cells().stream()
                .limit(CELLS)
                .forEach(cell ->
                        line.append(StringUtils.rightPad(StringUtils.abbreviate(Console.plain(cell), CELL - 1), CELL)));
        return line.toString().stripTrailing();
    }
}
