package io.almoner.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.book.Unit;

import static org.assertj.core.api.Assertions.assertThat;

class AllocationsPdfTest {

    private static final Look ON_A4 = new Look(Set.of(Format.PDF), Locale.ENGLISH, Paper.A4);
    private static final ReportPdf PDF = new ReportPdf(new Designs(null));

    @TempDir
    Path swap;

    @Test
    void shows_names_in_every_script_with_embedded_fonts_only() throws IOException {
        try (PDDocument pdf = written(SampleAllocations.of(3, 60), ON_A4)) {
            assertThat(text(pdf)).contains("北京示例科技有限公司 2", "王小明", "山田 太郎", "José Ñíguez", "Łukasz Żak", "Zoë O’Brien");
            assertThat(fonts(pdf))
                    .isNotEmpty()
                    .allSatisfy(font ->
                            assertThat(font.isEmbedded()).as(font.getName()).isTrue());
        }
    }

    @Test
    void names_itself_and_its_language() throws IOException {
        try (PDDocument pdf = written(SampleAllocations.of(1, 3), ON_A4)) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Benefit allocations");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void numbers_every_page_of_all() throws IOException {
        try (PDDocument pdf = written(SampleAllocations.of(3, 300), ON_A4)) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isBetween(8, 14);
            for (int page = 1; page <= pages; page++) {
                assertThat(textOf(pdf, page)).contains("Page " + page + " of " + pages);
            }
        }
    }

    @Test
    void repeats_the_column_header_and_the_groups_on_every_page_of_people() throws IOException {
        try (PDDocument pdf = written(SampleAllocations.of(1, 200), ON_A4)) {
            for (int page = 4; page <= pdf.getNumberOfPages(); page++) {
                assertThat(textOf(pdf, page)).contains("Person", "E-mail", "Contoso Ltd 1 (continued)");
            }
        }
    }

    @Test
    void names_organisations_of_every_script_in_its_contents() throws IOException {
        try (PDDocument pdf = written(SampleAllocations.of(3, 1_000), ON_A4)) {
            assertThat(textOf(pdf, 2)).contains("Contents", "Contoso Ltd 1", "北京示例科技有限公司 2", "Page 2 of");
        }
    }

    @Test
    void gives_the_key_figures_and_the_same_grand_total() throws IOException {
        AllocationsReport report = SampleAllocations.of(3, 300);
        Tally seats = report.figures().seats();
        String total = String.format(
                Locale.ENGLISH, "Seats and licences %,d %,d %,d", seats.granted(), seats.assigned(), seats.free());
        try (PDDocument pdf = written(report, ON_A4)) {
            assertThat(textOf(pdf, 1)).contains(String.format(Locale.ENGLISH, "%,d", seats.granted()));
            assertThat(text(pdf)).contains(total);
        }
    }

    @Test
    void lists_every_person_once() throws IOException {
        try (PDDocument pdf = written(SampleAllocations.of(3, 300), ON_A4)) {
            assertThat(Pattern.compile("user\\d+@contoso\\.example")
                            .matcher(text(pdf))
                            .results())
                    .hasSize(300);
            assertThat(text(pdf)).contains("300 assignments");
        }
    }

    @Test
    void says_that_there_is_nothing_on_one_page() throws IOException {
        try (PDDocument pdf = written(SampleAllocations.nothing(), ON_A4)) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(text(pdf)).contains("There is nothing to report", "Page 1", "All organisations");
        }
    }

    @Test
    void says_that_nobody_has_a_seat() throws IOException {
        BenefitLine free = SampleAllocations.benefit("Office 365 E3", new Quantity(Unit.SEAT, 25L, 0), null);
        AllocationsReport report =
                SampleAllocations.report(1, () -> List.of(free).stream(), () -> List.<AssignmentLine>of().stream());
        try (PDDocument pdf = written(report, ON_A4)) {
            assertThat(text(pdf)).contains("No seat is assigned to a person.");
        }
    }

    @Test
    void is_drawn_on_letter_paper() throws IOException {
        Look letter = new Look(Set.of(Format.PDF), Locale.ENGLISH, Paper.LETTER);
        try (PDDocument pdf = written(SampleAllocations.of(1, 3), letter)) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(792);
        }
    }

    @Test
    void marks_a_character_that_no_font_has_instead_of_dropping_it() throws IOException {
        BenefitLine benefit = SampleAllocations.benefit("Office 365 E3", new Quantity(Unit.SEAT, 25L, 1), null);
        AssignmentLine seat = SampleAllocations.seat(benefit, "ใจดี K.", "k@contoso.example");
        AllocationsReport report =
                SampleAllocations.report(1, () -> List.of(benefit).stream(), () -> List.of(seat).stream());
        try (PDDocument pdf = written(report, ON_A4)) {
            assertThat(text(pdf)).contains("\uFFFD K.");
        }
    }

    @Test
    void draws_emoji_and_scripts_that_are_read_from_right_to_left() throws IOException {
        BenefitLine benefit = SampleAllocations.benefit("Office 365 🚀", new Quantity(Unit.SEAT, 25L, 1), null);
        AssignmentLine seat = SampleAllocations.seat(benefit, "محمد الأحمدي", "김.דוד@contoso.example");
        AllocationsReport report =
                SampleAllocations.report(1, () -> List.of(benefit).stream(), () -> List.of(seat).stream());
        try (PDDocument pdf = written(report, ON_A4)) {
            assertThat(Normalizer.normalize(text(pdf), Normalizer.Form.NFKC))
                    .contains("Office 365 🚀", "الأحمدي", "محمد", "דוד", "김")
                    .doesNotContain("\uFFFD");
            assertThat(drawnCodes(pdf)).isNotEmpty().doesNotContain(0);
        }
    }

    @Test
    void cuts_no_long_word_off() throws IOException {
        String benefitName = "Visual Studio Enterprise (MPN) subscription with GitHub Enterprise and Azure for 2020";
        String email = "maximiliane.von-und-zu-musterhausen-schluesselfeld.oberbergischer@verarbeitung.example";
        BenefitLine benefit =
                SampleAllocations.benefit(benefitName, new Quantity(Unit.SEAT, 1_234_567L, 2_345_678), null);
        AssignmentLine seat = SampleAllocations.seat(
                benefit, "Maximiliane von Musterhausen ".repeat(3).strip(), email);
        AllocationsReport report =
                SampleAllocations.report(1, () -> List.of(benefit).stream(), () -> List.of(seat).stream());
        try (PDDocument pdf = written(report, ON_A4)) {
            String letters = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertThat(letters)
                    .contains(email, "GitHubEnterpriseandAzurefor2020", "1,234,567", "2,345,678", "1,111,111");
        }
    }

    @Test
    void keeps_its_pages_out_of_memory_and_leaves_no_swap_file() throws IOException {
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            PDF.write(SampleAllocations.written(SampleAllocations.of(2, 4_000), ON_A4), ON_A4, swap, nowhere);
        }
        assertThat(swap).isEmptyDirectory();
    }

    private PDDocument written(AllocationsReport report, Look look) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PDF.write(SampleAllocations.written(report, look), look, swap, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(pdf);
    }

    private static String textOf(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    /** The numbers of the glyphs that stand on its pages; 0 is the box for what a font does not have. */
    private static Set<Integer> drawnCodes(PDDocument pdf) throws IOException {
        Set<Integer> codes = new HashSet<>();
        PDFTextStripper glyphs = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                for (int code : position.getCharacterCodes()) {
                    codes.add(code);
                }
            }
        };
        glyphs.getText(pdf);
        return codes;
    }

    private static Set<PDFont> fonts(PDDocument pdf) throws IOException {
        Set<PDFont> fonts = new HashSet<>();
        for (int page : IntStream.range(0, pdf.getNumberOfPages()).toArray()) {
            PDPage of = pdf.getPage(page);
            for (COSName name : of.getResources().getFontNames()) {
                fonts.add(of.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
