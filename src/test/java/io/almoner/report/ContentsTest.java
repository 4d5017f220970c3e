package io.almoner.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How a reader finds the way in a report: bookmarks, and a page of contents where it is long. */
class ContentsTest {

    private static final ReportPdf PDF = new ReportPdf(new Designs(null));

    @TempDir
    Path swap;

    @Test
    void has_a_bookmark_for_each_section_and_organisation_but_none_where_it_only_goes_on() throws IOException {
        try (PDDocument pdf = written(2, 120, Locale.ENGLISH)) {
            List<PDOutlineItem> sections = children(outline(pdf));
            assertThat(titles(sections))
                    .containsExactly(
                            "By category and unit",
                            "Ending within 90 days",
                            "Benefits by organisation and package",
                            "Who has what");
            assertThat(titles(children(sections.get(3)))).containsExactly("Contoso Ltd 1", "北京示例科技有限公司 2");
            assertThat(titles(children(children(sections.get(3)).get(0)))).contains("Visual Studio");
        }
    }

    @Test
    void leads_from_a_bookmark_to_the_page_that_it_names() throws IOException {
        try (PDDocument pdf = written(3, 600, Locale.ENGLISH)) {
            PDOutlineItem assignments = children(outline(pdf)).stream()
                    .filter(item -> item.getTitle().equals("Who has what"))
                    .findFirst()
                    .orElseThrow();
            for (PDOutlineItem organisation : children(assignments)) {
                int page = pdf.getPages().indexOf(organisation.findDestinationPage(pdf)) + 1;
                assertThat(textOf(pdf, page)).contains(organisation.getTitle(), "Who has what", "Page " + page + " of");
            }
        }
    }

    @Test
    void gives_a_short_report_no_contents() throws IOException {
        try (PDDocument pdf = written(1, 20, Locale.ENGLISH)) {
            assertThat(textOf(pdf, 2)).doesNotContain("Contents\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20, 70})
    void puts_one_page_of_contents_behind_the_first_and_counts_it(int organisations) throws IOException {
        try (PDDocument pdf = written(organisations, 600, Locale.ENGLISH)) {
            assertThat(textOf(pdf, 2)).contains("Contents", "Benefits by organisation", "Who has what");
            assertThat(textOf(pdf, 3)).doesNotContain("Contents\n");
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                assertThat(textOf(pdf, page)).contains("Page " + page + " of " + pages);
            }
        }
    }

    @Test
    void names_the_page_that_each_link_leads_to() throws IOException {
        try (PDDocument pdf = written(3, 600, Locale.ENGLISH)) {
            String contents = textOf(pdf, 2);
            List<Integer> targets = targets(pdf);
            assertThat(targets).hasSizeGreaterThan(10).isSorted();
            List<Integer> named = contents.lines()
                    .dropWhile(line -> !line.startsWith("Contents"))
                    .filter(line -> line.matches(".* \\d+") && !line.contains("Page"))
                    .map(line -> Integer.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                    .toList();
            assertThat(new ArrayList<>(new LinkedHashSet<>(named)))
                    .containsExactlyElementsOf(new LinkedHashSet<>(targets));
        }
    }

    @Test
    void speaks_the_language_of_the_report() throws IOException {
        try (PDDocument pdf = written(3, 300, Locale.GERMAN)) {
            assertThat(textOf(pdf, 2)).contains("Inhalt", "Seite 2 von");
        }
    }

    private PDDocument written(int organisations, int seats, Locale locale) throws IOException {
        Look look = new Look(Set.of(Format.PDF), locale, Paper.A4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PDF.write(SampleAllocations.written(SampleAllocations.of(organisations, seats), look), look, swap, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static List<Integer> targets(PDDocument pdf) throws IOException {
        List<Integer> pages = new ArrayList<>();
        for (PDAnnotation annotation : pdf.getPage(1).getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionGoTo to) {
                pages.add(((PDPageDestination) to.getDestination()).retrievePageNumber() + 1);
            }
        }
        return pages;
    }

    private static PDOutlineNode outline(PDDocument pdf) {
        return pdf.getDocumentCatalog().getDocumentOutline();
    }

    private static List<PDOutlineItem> children(PDOutlineNode item) {
        List<PDOutlineItem> children = new ArrayList<>();
        item.children().forEach(children::add);
        return children;
    }

    private static List<String> titles(List<PDOutlineItem> items) {
        return items.stream().map(PDOutlineItem::getTitle).toList();
    }

    private static String textOf(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
