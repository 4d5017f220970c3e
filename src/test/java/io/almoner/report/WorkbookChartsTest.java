package io.almoner.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;

import io.almoner.report.Chart.Piece;

import static org.assertj.core.api.Assertions.assertThat;

/** The charts of a workbook, as a spreadsheet program finds them. */
class WorkbookChartsTest {

    private static final Chart BARS = Chart.bars(
            "Seats",
            List.of(
                    new Piece("Assigned", "R&D <1>", 7),
                    new Piece("Free", "R&D <1>", 0),
                    new Piece("Assigned", "云", 12),
                    new Piece("Free", "云", 1300)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Summary", "概览", "L'état d'hier", "A \"b\" & c"})
    void point_at_their_figures_whatever_the_sheet_is_called(String sheet) throws IOException {
        SheetChart placed = new SheetChart(BARS, sheet, 4);
        try (XSSFWorkbook book = opened(completed(sheet, List.of(placed)))) {
            CTBarSer free = bars(book, 0).getSerArray(1);
            String quoted = "'" + sheet.replace("'", "''") + "'!";

            assertThat(free.getTx().getStrRef().getF()).isEqualTo(quoted + "$E$" + (placed.top() + 1));
            assertThat(free.getVal().getNumRef().getF())
                    .isEqualTo(quoted + "$E$" + (placed.top() + 2) + ":$E$" + (placed.top() + 3));
            assertThat(free.getCat().getStrRef().getF())
                    .isEqualTo(quoted + "$C$" + (placed.top() + 2) + ":$C$" + (placed.top() + 3));
        }
    }

    @Test
    void hold_their_figures_for_programs_that_compute_nothing() throws IOException {
        try (XSSFWorkbook book = opened(completed("Summary", List.of(new SheetChart(BARS, "Summary", 4))))) {
            CTBarSer free = bars(book, 0).getSerArray(1);

            assertThat(free.getVal().getNumRef().getNumCache().getPtArray())
                    .extracting(point -> point.getV())
                    .containsExactly("0", "1300");
            assertThat(free.getCat().getStrRef().getStrCache().getPtArray())
                    .extracting(point -> point.getV())
                    .containsExactly("R&D <1>", "云");
        }
    }

    @Test
    void stand_one_beneath_the_other_and_say_in_words_what_they_show() throws IOException {
        SheetChart trend = new SheetChart(
                Chart.trend("Held", List.of(new Piece("Held", "Jan", 3), new Piece("Held", "Feb", 5))), "Summary", 30);
        try (XSSFWorkbook book = opened(completed("Summary", List.of(new SheetChart(BARS, "Summary", 4), trend)))) {
            assertThat(bars(book, 0).getBarDir().getVal()).hasToString("bar");
            assertThat(bars(book, 1).getBarDir().getVal()).hasToString("col");
            assertThat(book.getSheetAt(0).getDrawingPatriarch().getCTDrawing().getTwoCellAnchorArray())
                    .extracting(anchor -> anchor.getGraphicFrame()
                            .getNvGraphicFramePr()
                            .getCNvPr()
                            .getDescr())
                    .containsExactly(
                            "Seats. R&D <1>: Assigned 7, Free 0; 云: Assigned 12, Free 1.300",
                            "Held. Jan: Held 3; Feb: Held 5");
        }
    }

    @Test
    void leave_every_other_part_of_the_workbook_as_it_was() throws IOException {
        Path plain = plain("Summary");
        Path completed = completed("Summary", List.of(new SheetChart(BARS, "Summary", 4)));
        try (ZipFile before = ZipFile.builder().setPath(plain).get();
                ZipFile after = ZipFile.builder().setPath(completed).get()) {
            for (ZipArchiveEntry part : Collections.list(before.getEntries())) {
                if (part.getName().startsWith("xl/") && !part.getName().endsWith("/sheet1.xml")) {
                    assertThat(after.getRawInputStream(after.getEntry(part.getName())))
                            .as(part.getName())
                            .hasSameContentAs(before.getRawInputStream(part));
                }
            }
        }
        try (XSSFWorkbook book = opened(completed)) {
            assertThat(book.getProperties()
                            .getCoreProperties()
                            .getUnderlyingProperties()
                            .getLanguageProperty())
                    .hasValue("de");
        }
    }

    @Test
    void grow_with_their_bars() {
        List<Piece> thirty = IntStream.range(0, 30)
                .mapToObj(number -> new Piece("Lost", "Organisation " + number, number))
                .toList();

        assertThat(new SheetChart(Chart.bars("Long", thirty), "Summary", 0).rows())
                .isGreaterThan(new SheetChart(BARS, "Summary", 0).rows())
                .isGreaterThan(30);
    }

    @Test
    void are_left_out_when_there_is_nothing_to_see() throws IOException {
        try (XSSFWorkbook book = opened(completed("Summary", List.of()))) {
            assertThat(book.getSheetAt(0).getDrawingPatriarch()).isNull();
        }
        assertThat(Chart.bars("Zeros", List.of(new Piece("Lost", "Contoso", 0))).isDrawn())
                .isFalse();
        assertThat(Chart.trend("One point", List.of(new Piece("Held", "Jan", 3)))
                        .isDrawn())
                .isFalse();
    }

    @Test
    void have_the_colours_of_the_pdf_and_of_the_page() throws IOException {
        String cover = Files.readString(Path.of("reports/cover.jrxml"));
        String page = Files.readString(Path.of("reports/report.css"));
        List<String> names = List.of("--strong", "--soft", "--warm");
        for (int series = 0; series < ChartPart.COLOURS.size(); series++) {
            String colour = "#" + ChartPart.COLOURS.get(series);
            assertThat(cover).contains("<seriesColor order=\"" + series + "\" color=\"" + colour + "\"/>");
            assertThat(page)
                    .contains(names.get(series) + ": " + colour.toLowerCase(Locale.ROOT))
                    .contains(".series" + series + " { background: var(" + names.get(series) + ")");
        }
    }

    @Test
    void leave_nothing_else_in_the_folder() throws IOException {
        Look look = Look.STANDARD;
        Report report = SampleAllocations.written(SampleAllocations.of(1, 30), look);
        try (OutputStream out = OutputStream.nullOutputStream()) {
            new ReportWorkbook(report, look, new Texts(look.locale())).write(folder, out);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private Path completed(String sheet, List<SheetChart> charts) throws IOException {
        Path file = folder.resolve("completed.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new CompletedWorkbook(charts, new Texts(Locale.GERMAN)).write(plain(sheet), out);
        }
        return file;
    }

    private Path plain(String sheet) throws IOException {
        Path file = folder.resolve("plain.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Almoner", "1.0")) {
            book.newWorksheet(sheet).value(0, 0, 1);
            book.newWorksheet("Data").value(0, 0, 2);
        }
        return file;
    }

    private static XSSFWorkbook opened(Path file) throws IOException {
        return new XSSFWorkbook(file.toString());
    }

    private static CTBarChart bars(XSSFWorkbook book, int chart) {
        return book.getSheetAt(0)
                .getDrawingPatriarch()
                .getCharts()
                .get(chart)
                .getCTChart()
                .getPlotArea()
                .getBarChartArray(0);
    }
}
