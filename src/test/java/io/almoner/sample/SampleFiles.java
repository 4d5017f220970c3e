package io.almoner.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Makes the ZIP archive and the workbook of {@code sample-data} from its CSV files, which are written by hand. Run
 * {@link #main} after a change of theirs.
 */
final class SampleFiles {

    private static final Path FOLDER = Path.of("sample-data");
    private static final Set<String> NUMBERS =
            Set.of("Quantity", "Used", "Seats", "ActivationsMax", "ActivationsUsed", "Hours");
    private static final LocalDateTime EXPORTED = LocalDateTime.of(2020, 3, 20, 18, 0);

    private SampleFiles() {}

    public static void main(String[] arguments) throws IOException {
        archive(FOLDER.resolve("pmc-export.zip"));
        workbook(FOLDER.resolve("pmc-export.xlsx"));
        bulkWorkbook(FOLDER.resolve("bulk-assignments.xlsx"));
    }

    /** The tables, by name. */
    static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("pmc-export"))) {
            return files.sorted().toList();
        }
    }

    private static void archive(Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path table : tables()) {
                ZipEntry entry = new ZipEntry(table.getFileName().toString());
                entry.setTimeLocal(EXPORTED);
                zip.putNextEntry(entry);
                Files.copy(table, zip);
                zip.closeEntry();
            }
        }
    }

    private static void workbook(Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
                Workbook workbook = new Workbook(out, "Almoner", "1.0")) {
            for (Path table : tables()) {
                sheet(workbook.newWorksheet(table.getFileName().toString().replace(".csv", "")), records(table), 0);
            }
        }
    }

    /** As people make them: a title above the header, and a sheet beside the table that is about something else. */
    private static void bulkWorkbook(Path target) throws IOException {
        List<CSVRecord> records = records(FOLDER.resolve("bulk-assignments.csv"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
                Workbook workbook = new Workbook(out, "Almoner", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Requests March");
            sheet.value(0, 0, "Benefit requests of March 2020");
            sheet.style(0, 0).bold().fontSize(14).set();
            sheet(sheet, records, 2);
            Worksheet notes = workbook.newWorksheet("Notes");
            notes.value(0, 0, "Katrin is away until the 30th; ask Markus about advisory hours.");
            notes.finish();
        }
    }

    private static List<CSVRecord> records(Path table) throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(table, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        }
    }

    private static void sheet(Worksheet sheet, List<CSVRecord> records, int top) throws IOException {
        CSVRecord header = records.get(0);
        for (int row = 0; row < records.size(); row++) {
            CSVRecord cells = records.get(row);
            for (int column = 0; column < cells.size(); column++) {
                String name = column < header.size() ? header.get(column) : "";
                cell(sheet, top + row, column, new Value(name, cells.get(column)));
            }
        }
        sheet.range(top, 0, top, header.size() - 1).style().bold().set();
        sheet.freezePane(0, top + 1);
        sheet.finish();
    }

    private record Value(String header, String text) {

        boolean isDate() {
            return text.matches("\\d{4}-\\d{2}-\\d{2}");
        }

        boolean isNumber() {
            return NUMBERS.contains(header) && text.matches("\\d+");
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Value value) {
        if (value.isDate()) {
            sheet.value(row, column, LocalDate.parse(value.text()));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value.isNumber()) {
            sheet.value(row, column, Long.valueOf(value.text()));
        } else if (!value.text().isEmpty()) {
            sheet.inlineString(row, column, value.text());
        }
    }
}
