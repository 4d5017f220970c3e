package io.almoner.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.report.Chart.Piece;
import io.almoner.report.SeatTrend.Point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A trend stands in every format that has charts, beside the bars. */
class TrendTest {

    private static final Pattern COLUMN = Pattern.compile("<rect class=\"series0\"[^>]* height=\"([0-9.]+)\"");

    @TempDir
    Path folder;

    @Test
    void stands_in_the_pdf_beneath_the_bars() throws IOException {
        assertThat(written(trend(10, 40, 25), ".pdf").pdf())
                .contains("Seats and licences by category", "Seats over time");
    }

    @Test
    void stands_in_the_workbook_with_its_figures() throws IOException {
        assertThat(written(trend(10, 40, 25), ".xlsx").charts())
                .extracting(Chart::form, Chart::pieces)
                .contains(tuple(Chart.Form.TREND, trend(10, 40, 25).pieces()));
    }

    @Test
    void has_columns_as_high_as_their_figures_on_the_page() throws IOException {
        String page = page(trend(10, 40, 0));

        assertThat(COLUMN.matcher(page).results().map(column -> column.group(1)))
                .containsExactly("35.0", "140.0", "0.0");
        assertThat(page)
                .contains("aria-label=\"Seats over time. 2020-01: Held 10; 2020-02: Held 40; 2020-03: Held 0\"");
    }

    @Test
    void names_as_many_points_as_there_is_room_for_and_always_the_last() throws IOException {
        assertThat(page(trend(IntStream.rangeClosed(1, 30).asLongStream().toArray())))
                .contains(">2020-30<", ">2020-27<")
                .doesNotContain(">2020-29<", ">2020-28<");
    }

    @Test
    void tells_the_seats_held_at_the_ends_of_the_last_months() {
        AllocationsReport sample = SampleAllocations.of(1, 30);
        SeatTrend held = new SeatTrend(
                List.of(new Point(LocalDate.of(2020, 2, 29), 7), new Point(LocalDate.of(2020, 3, 22), 30)));
        AllocationsReport read =
                new AllocationsReport(sample.header(), sample.figures(), sample.benefits(), sample.assignments(), held);

        assertThat(SampleAllocations.written(read, Look.STANDARD).drawnCharts())
                .extracting(Chart::form, Chart::categories, Chart::highest)
                .contains(tuple(Chart.Form.TREND, List.of("2020-02-29", "2020-03-22"), 30L));
    }

    @Test
    void is_left_out_while_it_has_one_point() throws IOException {
        assertThat(page(trend(10))).doesNotContain("Seats over time", "<svg");
        assertThat(written(trend(10), ".pdf").pdf()).doesNotContain("Seats over time");
    }

    private static Chart trend(long... held) {
        Stream<Piece> pieces = IntStream.range(0, held.length)
                .mapToObj(month -> new Piece("Held", "2020-%02d".formatted(month + 1), held[month]));
        return Chart.trend("Seats over time", pieces.toList());
    }

    private static Report report(Chart trend) {
        Report report = SampleAllocations.written(SampleAllocations.of(1, 30), Look.STANDARD);
        return new Report(
                report.name(),
                report.header(),
                report.count(),
                report.figures(),
                report.notes(),
                List.of(report.charts().get(0), trend),
                report.tables(),
                report.facts(),
                report.steps());
    }

    private static String page(Chart trend) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportPage(report(trend), new Texts(Look.STANDARD.locale()), out).write();
        return out.toString(StandardCharsets.UTF_8);
    }

    private WrittenReport written(Chart trend, String ending) throws IOException {
        Path file = folder.resolve("trend" + ending);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (ending.equals(".pdf")) {
                new ReportPdf(new Designs(null)).write(report(trend), Look.STANDARD, folder, out);
            } else {
                new ReportWorkbook(report(trend), Look.STANDARD, new Texts(Look.STANDARD.locale())).write(folder, out);
            }
        }
        return new WrittenReport(List.of(file));
    }
}
