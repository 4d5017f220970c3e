package io.almoner.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody gets who has a report read aloud. */
class TagsTest {

    private static final ReportPdf PDF = new ReportPdf(new Designs(null));

    @TempDir
    Path swap;

    @Test
    void says_that_it_is_tagged_and_what_it_is() throws IOException {
        try (PDDocument pdf = written(1, 3)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Benefit allocations");
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("Benefit allocations");
        }
    }

    @Test
    void begins_with_its_title_and_names_each_section_once() throws IOException {
        try (PDDocument pdf = written(2, 300)) {
            List<Read> top = children(document(pdf));
            assertThat(top.get(0)).hasToString("H1 Benefit allocations");
            assertThat(top.stream().filter(read -> read.type().equals("H2")).map(Read::text))
                    .containsExactly(
                            "Seats and licences by category",
                            "By category and unit",
                            "Ending within 90 days",
                            "Contents",
                            "Benefits by organisation and package",
                            "Who has what");
        }
    }

    @Test
    void reads_each_person_as_a_row_of_cells_in_order_whatever_page_it_stands_on() throws IOException {
        try (PDDocument pdf = written(1, 120)) {
            Read people = last(children(document(pdf)), "Table");
            List<Read> rows = children(people.element());
            assertThat(children(rows.get(0).element()).stream().map(Read::toString))
                    .containsExactly("TH Person", "TH E-mail", "TH Level", "TH Since", "TH Until", "TH Status");
            List<List<Read>> persons = rows.stream()
                    .map(row -> children(row.element()))
                    .filter(cells -> cells.size() == 6 && cells.get(1).text().contains("@"))
                    .toList();
            assertThat(persons).hasSize(120);
            assertThat(persons.get(0).stream().map(Read::toString))
                    .containsExactly(
                            "TD Anna Berg",
                            "TD user0@contoso.example",
                            "TD Enterprise",
                            "TD 2020-03-22",
                            "TD 2020-04-21",
                            "TD Active");
            assertThat(persons.get(24).get(1)).hasToString("TD user24@contoso.example");
            assertThat(persons.get(25).get(1)).hasToString("TD user0@contoso.example");
        }
    }

    @Test
    void names_a_group_once_as_the_head_of_its_rows() throws IOException {
        try (PDDocument pdf = written(1, 200)) {
            Read people = last(children(document(pdf)), "Table");
            assertThat(children(people.element()).stream()
                            .map(row -> children(row.element()).get(0).toString())
                            .filter(first -> first.contains("Contoso Ltd 1")))
                    .containsExactly("TH Contoso Ltd 1");
        }
    }

    @Test
    void tells_the_chart_in_words() throws IOException {
        try (PDDocument pdf = written(1, 30)) {
            PDStructureElement figure = last(children(document(pdf)), "Figure").element();
            assertThat(figure.getAlternateDescription())
                    .startsWith("Seats and licences by category. ")
                    .contains("Visual Studio: Assigned ");
        }
    }

    @Test
    void reads_no_page_number_and_no_running_head() throws IOException {
        try (PDDocument pdf = written(1, 200)) {
            assertThat(allText(document(pdf))).doesNotContain("Page 2", "(continued)", "Generated 2020");
        }
    }

    @Test
    void leaves_nothing_that_is_drawn_without_a_tag_and_nests_no_marks() throws IOException {
        try (PDDocument pdf = written(2, 120)) {
            for (PDPage page : pdf.getPages()) {
                int depth = 0;
                for (Object token : new PDFStreamParser(page).parse()) {
                    String name = token instanceof Operator operator ? operator.getName() : "";
                    if (name.equals("BDC") || name.equals("BMC")) {
                        depth++;
                        assertThat(depth).isOne();
                    } else if (name.equals("EMC")) {
                        depth--;
                    } else if (Set.of("Tj", "TJ", "S", "f", "B", "Do").contains(name)) {
                        assertThat(depth).as("marks around " + name).isOne();
                    }
                }
                assertThat(depth).isZero();
            }
        }
    }

    private PDDocument written(int organisations, int seats) throws IOException {
        Look look = new Look(Set.of(Format.PDF), Locale.ENGLISH, Paper.A4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PDF.write(SampleAllocations.written(SampleAllocations.of(organisations, seats), look), look, swap, out);
        return Loader.loadPDF(out.toByteArray());
    }

    /** A tag with the words of its own. */
    private record Read(PDStructureElement element, String type, String text) {
        @Override
        public String toString() {
            return type + " " + text;
        }
    }

    private final Map<PDPage, Map<Integer, String>> words = new HashMap<>();

    private static PDStructureElement document(PDDocument pdf) {
        Object first = pdf.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
        assertThat(((PDStructureElement) first).getStructureType()).isEqualTo("Document");
        return (PDStructureElement) first;
    }

    private List<Read> children(PDStructureNode node) {
        List<Read> children = new ArrayList<>();
        for (Object child : node.getKids()) {
            if (child instanceof PDStructureElement element) {
                children.add(new Read(element, element.getStructureType(), text(element)));
            }
        }
        return children;
    }

    private String text(PDStructureElement element) {
        StringBuilder text = new StringBuilder();
        for (Object child : element.getKids()) {
            if (child instanceof Integer mark) {
                text.append(wordsOf(Objects.requireNonNull(element.getPage())).getOrDefault(mark, ""));
            } else if (child instanceof PDMarkedContentReference reference) {
                text.append(wordsOf(reference.getPage()).getOrDefault(reference.getMCID(), ""));
            }
        }
        return text.toString().strip();
    }

    private String allText(PDStructureElement element) {
        return text(element)
                + children(element).stream()
                        .map(child -> allText(child.element()))
                        .collect(Collectors.joining("\n"));
    }

    private Map<Integer, String> wordsOf(PDPage page) {
        return words.computeIfAbsent(page, of -> {
            try {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(of);
                return extractor.getMarkedContents().stream()
                        .filter(marked -> marked.getProperties() != null
                                && marked.getProperties().containsKey(COSName.MCID))
                        .collect(Collectors.toMap(PDMarkedContent::getMCID, TagsTest::words));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String words(PDMarkedContent marked) {
        return marked.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(position -> ((TextPosition) position).getUnicode())
                .collect(Collectors.joining());
    }

    private static Read last(List<Read> reads, String type) {
        return reads.stream()
                .filter(read -> read.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
