package io.almoner.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.almoner.jobs.Policies;
import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerAccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a user puts into {@code HOME/reports/} goes before what the program brings: texts, styles and pictures. */
class OwnFolderTest {

    @TempDir
    Path home;

    private Path own;

    @BeforeEach
    void makeTheFolder() throws IOException {
        own = Files.createDirectory(home.resolve("reports"));
    }

    @Test
    void gives_its_texts_to_every_format() throws IOException {
        Files.writeString(own.resolve("reports.properties"), "allocations.title=Who holds what at Contoso\n");
        List<Path> files = written(Locale.ENGLISH, Format.PDF, Format.HTML);
        assertThat(text(files.get(0))).contains("Who holds what at Contoso");
        assertThat(Files.readString(files.get(1))).contains("Who holds what at Contoso");
    }

    @Test
    void keeps_the_programs_texts_where_it_has_none_of_its_own() throws IOException {
        Files.writeString(own.resolve("reports.properties"), "allocations.title=Who holds what\n");
        assertThat(text(written(Locale.ENGLISH, Format.PDF).get(0))).contains("There is nothing to report");
    }

    @Test
    void has_texts_of_its_own_for_each_language() throws IOException {
        Files.writeString(own.resolve("reports.properties"), "allocations.title=Who holds what\n");
        Files.writeString(own.resolve("reports_de.properties"), "allocations.title=Wer hält was, für Contoso\n");
        assertThat(text(written(Locale.GERMAN, Format.PDF).get(0))).contains("Wer hält was, für Contoso");
        assertThat(text(written(Locale.FRENCH, Format.PDF).get(0))).doesNotContain("Who holds what");
    }

    @Test
    void may_bring_texts_for_a_design_of_its_own() throws IOException {
        Files.writeString(own.resolve("reports.properties"), "our.greeting=Hello from Contoso\n");
        Files.writeString(
                own.resolve("cover.jrxml"),
                Files.readString(Path.of("reports/cover.jrxml")).replace("$P{title}", "$R{our.greeting}"));
        assertThat(text(written(Locale.ENGLISH, Format.PDF).get(0))).contains("Hello from Contoso");
    }

    @Test
    void is_refused_where_a_text_cannot_be_filled_in() throws IOException {
        Path texts = own.resolve("reports.properties");
        Files.writeString(texts, "# ours\npage.number=Page {0\n");
        assertThatThrownBy(() -> written(Locale.ENGLISH, Format.HTML))
                .isInstanceOf(BrokenDesignException.class)
                .hasMessageStartingWith(texts + ":2: The text \"page.number\" cannot be filled in");
    }

    @Test
    void is_refused_where_its_texts_are_not_utf_8() throws IOException {
        Path texts = own.resolve("reports_de.properties");
        Files.write(texts, new byte[] {'a', '=', (byte) 0xe4});
        assertThatThrownBy(() -> written(Locale.GERMAN, Format.HTML)).hasMessage(texts + ": This is not in UTF-8.");
    }

    @Test
    void gives_a_logo_to_a_design() throws IOException {
        Path pictures = Files.createDirectory(own.resolve("pictures"));
        ImageIO.write(
                new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB),
                "png",
                pictures.resolve("logo.png").toFile());
        String logo = "<element kind=\"image\" x=\"490\" y=\"10\" width=\"40\" height=\"20\">"
                + "<expression><![CDATA[\"reports/pictures/logo.png\"]]></expression></element>";
        Files.writeString(
                own.resolve("cover.jrxml"),
                Files.readString(Path.of("reports/cover.jrxml"))
                        .replace("splitType=\"Stretch\">", "splitType=\"Stretch\">" + logo));
        try (PDDocument pdf =
                Loader.loadPDF(written(Locale.ENGLISH, Format.PDF).get(0).toFile())) {
            PDResources first = pdf.getPage(0).getResources();
            assertThat(first.getXObjectNames())
                    .anySatisfy((COSName name) ->
                            assertThat(first.isImageXObject(name)).isTrue());
        }
    }

    @Test
    void gives_its_styles_to_the_programs_designs() throws IOException {
        Files.writeString(
                own.resolve("almoner-styles.jrtx"),
                Files.readString(Path.of("reports/almoner-styles.jrtx"))
                        .replace("fontSize=\"22.0\"", "fontSize=\"20.0\""));
        PDFTextStripper sizes = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) throws IOException {
                output.write(text + " at " + positions.get(0).getFontSizeInPt() + "\n");
            }
        };
        try (PDDocument pdf =
                Loader.loadPDF(written(Locale.ENGLISH, Format.PDF).get(0).toFile())) {
            assertThat(sizes.getText(pdf)).contains("Benefit allocations at 20.0");
        }
    }

    private List<Path> written(Locale locale, Format... formats) throws IOException {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            Clock clock = Clock.fixed(Instant.parse("2020-03-22T02:00:00Z"), ZoneOffset.UTC);
            Scope scope = new Scope(
                    LocalDate.of(2020, 3, 22), new Policies().named("2020-03").orElseThrow(), null);
            return new Reports(ledger, clock, own)
                    .write(new ReportRequest(
                            "allocations", scope, new Look(Set.of(formats), locale, Paper.A4), home.resolve("out")));
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
