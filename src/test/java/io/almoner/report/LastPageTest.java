package io.almoner.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A page that holds nothing but its footer looks like a mistake, and is paper for nothing. */
class LastPageTest {

    private static final ReportPdf PDF = new ReportPdf(new Designs(null));

    /** So many rows more or less move the end of the report over a whole page. */
    private static final int ROWS_OF_A_PAGE = 56;

    /** Fewer rows than the smallest thing at the end of a report is high. */
    private static final int STEP = 3;

    @TempDir
    Path swap;

    @ParameterizedTest
    @EnumSource(Paper.class)
    void holds_rows_or_a_total_wherever_a_report_ends(Paper paper) throws IOException {
        for (int seats = 1; seats <= ROWS_OF_A_PAGE; seats += STEP) {
            assertThatEachPageSaysSomething(SampleAllocations.of(1, seats), paper, seats + " rows");
        }
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void holds_something_where_nobody_has_a_seat(Paper paper) throws IOException {
        for (int organisations = 1; organisations <= 8; organisations++) {
            assertThatEachPageSaysSomething(
                    SampleAllocations.of(organisations, 0), paper, organisations + " organisations");
        }
    }

    private void assertThatEachPageSaysSomething(AllocationsReport report, Paper paper, String of) throws IOException {
        Look look = new Look(Set.of(Format.PDF), Locale.ENGLISH, paper);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PDF.write(SampleAllocations.written(report, look), look, swap, out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(textOf(pdf, page))
                        .as("page %d of %d, %s", page, pdf.getNumberOfPages(), of)
                        .contains("Page " + page + " of")
                        .matches(text -> text.lines().count() > 2, "says more than its head and foot");
            }
        }
    }

    private static String textOf(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
