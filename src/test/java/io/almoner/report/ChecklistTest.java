package io.almoner.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.jobs.Policies;

import static org.assertj.core.api.Assertions.assertThat;

class ChecklistTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 22);

    @TempDir
    Path swap;

    @Test
    void tells_organisations_of_the_same_name_apart() throws IOException {
        assertThat(pdf(line("Contoso", "ORG-1"), line("Contoso", "ORG-2"), line("Fabrikam", "ORG-3")))
                .contains("Contoso (ORG-1)", "Contoso (ORG-2)", "Fabrikam")
                .doesNotContain("ORG-3");
    }

    @Test
    void keeps_the_last_line_of_a_text_in_two_scripts() throws IOException {
        ToDoLine[] lines = IntStream.range(5, 45)
                .mapToObj(length ->
                        "\u674E\u82B3 li.fang@contoso.example (312) 555-0142 ".repeat(length) + "END" + length)
                .map(text -> line("Contoso", "ORG-1", Map.of(Detail.CONTACT, text)))
                .toArray(ToDoLine[]::new);
        assertThat(pdf(lines))
                .contains(IntStream.range(5, 45)
                        .mapToObj(length -> "END" + length)
                        .toList());
    }

    private String pdf(ToDoLine... lines) throws IOException {
        Scope scope = new Scope(DAY, new Policies().named("2020-03").orElseThrow(), null);
        Look look = new Look(Set.of(Format.PDF), Locale.ENGLISH, Paper.A4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Checklist(scope, List.of("Contoso"), List.of(lines), Instant.EPOCH, look)
                .write(Format.PDF, null, swap, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static ToDoLine line(String organisation, String code) {
        return line(organisation, code, Map.of());
    }

    private static ToDoLine line(String organisation, String code, Map<Detail, String> details) {
        return new ToDoLine(
                PortalPage.values()[0],
                Task.values()[0],
                new ToDoLine.Place(organisation, code, "1234567", "10023", "Office 365 E3"),
                new ToDoLine.Person("Anna", "anna@contoso.example", null),
                details,
                new ToDoLine.Origin(DAY, "admin@contoso.example", null, 0));
    }
}
