package io.almoner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.ledger.Databases;
import io.almoner.ledger.LedgerAccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a user gets wrong in a design of the own is told by file, line and reason, before anything is written. */
class BrokenDesignTest {

    private static final Look ON_A4 = new Look(Set.of(Format.PDF), Locale.ENGLISH, Paper.A4);

    @TempDir
    Path home;

    private Path own;

    @BeforeEach
    void makeTheFolder() throws IOException {
        own = Files.createDirectory(home.resolve("reports"));
    }

    /** What is changed into what, and what is said of it at the line of the change. */
    record Mistake(String file, String right, String wrong, String reason) {}

    static Stream<Mistake> mistakes() {
        String empty = "<![CDATA[$R{allocations.empty}]]>";
        return Stream.of(
                new Mistake("allocations.jrxml", "<summary height=\"70\"", "<summary height=70", "This is no XML"),
                new Mistake("allocations.jrxml", "<summary height=", "<summary hight=", "\"hight\" is not known here."),
                new Mistake(
                        "allocations.jrxml",
                        "<element kind=\"subreport\"",
                        "<element kind=\"subreprot\"",
                        "\"subreprot\" is no kind of element."),
                new Mistake("allocations.jrxml", empty, "<![CDATA[$P{count}.foo()]]>", "The method foo() is undefined"),
                new Mistake("allocations.jrxml", empty, "<![CDATA[\"a\" + + ]]>", "Syntax error"),
                new Mistake("allocations.jrxml", empty, "<![CDATA[$F{nothing}]]>", "Field not found : nothing"),
                new Mistake("allocations.jrxml", empty, "<![CDATA[$P{nothing}]]>", "Parameter not found : nothing"),
                new Mistake(
                        "allocations.jrxml",
                        "<field name=\"person\"",
                        "<field name=\"persn\"",
                        "This report has no field \"persn\"."),
                new Mistake(
                        "allocations.jrxml",
                        "<parameter name=\"horizon\"",
                        "<parameter name=\"horison\"",
                        "This report has no parameter \"horison\"."),
                new Mistake(
                        "allocations.jrxml",
                        "<field name=\"days\" class=\"java.lang.Long\"/>",
                        "<field name=\"days\" class=\"java.lang.String\"/>",
                        "The field \"days\" is a java.lang.Long, not a java.lang.String."),
                new Mistake(
                        "allocations.jrxml",
                        empty,
                        "<![CDATA[$R{allocations.emty}]]>",
                        "There is no text \"allocations.emty\" in the language en."),
                new Mistake(
                        "allocations.jrxml",
                        "width=\"200\" height=\"12\" style=\"Running\"",
                        "width=\"200\" height=\"12\" style=\"Runing\"",
                        "There is no style \"Runing\"."),
                new Mistake(
                        "allocations.jrxml",
                        "width=\"200\" height=\"12\" style=\"Running\"",
                        "width=\"200\" height=\"12\" fontName=\"Comic Sans\" style=\"Running\"",
                        "There is no font \"Comic Sans\"."),
                new Mistake(
                        "allocations.jrxml",
                        "<![CDATA[\"reports/almoner-styles.jrtx\"]]>",
                        "<![CDATA[\"reports/other-styles.jrtx\"]]>",
                        "The styles \"reports/other-styles.jrtx\" cannot be read."),
                new Mistake(
                        "cover.jrxml",
                        "splitType=\"Stretch\">",
                        "splitType=\"Stretch\"><element kind=\"image\" x=\"0\" y=\"0\" width=\"9\""
                                + " height=\"9\"><expression><![CDATA[\"reports/pictures/logo.png\"]]></expression></element>",
                        "There is no picture \"reports/pictures/logo.png\"."),
                new Mistake("contents.jrxml", "$R{contents.cut}", "$R{contents.cat}", "There is no text"),
                new Mistake(
                        "almoner-styles.jrtx", "<style name=\"Label\"", "<style nam=\"Label\"", "\"nam\" is not known"),
                new Mistake("almoner-styles.jrtx", "<style name=\"Text\"", "<style name=\"Text\" <", "This is no XML"),
                new Mistake(
                        "almoner-styles.jrtx",
                        "<style name=\"Note\" style=\"Text\"",
                        "<style name=\"Note\" style=\"Txt\"",
                        "There is no style \"Txt\"."),
                new Mistake(
                        "almoner-styles.jrtx",
                        "forecolor=\"#1B2A3A\" fontName=\"Almoner\"",
                        "forecolor=\"#1B2A3A\" fontName=\"Almond\"",
                        "There is no font \"Almond\"."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void is_told_by_file_line_and_reason(Mistake mistake) throws IOException {
        String shipped = Files.readString(Path.of("reports", mistake.file()));
        assertThat(shipped).contains(mistake.right());
        Path changed = own.resolve(mistake.file());
        Files.writeString(changed, shipped.replace(mistake.right(), mistake.wrong()));
        long line =
                shipped.substring(0, shipped.indexOf(mistake.right())).lines().count();
        assertThatThrownBy(() -> check(ON_A4))
                .isInstanceOf(BrokenDesignException.class)
                .message()
                .startsWith(changed + ":")
                .contains(mistake.reason())
                .satisfies(message -> assertThat(message.lines()
                                .map(told -> told.substring(changed.toString().length() + 1))
                                .map(told -> told.substring(0, told.indexOf(':'))))
                        .as(message)
                        .containsAnyOf(String.valueOf(line), String.valueOf(line + 1)));
    }

    @Test
    void leaves_all_other_reports_unwritten_too() throws IOException {
        Files.writeString(own.resolve("refunds.jrxml"), "<jasperReport name=\"refunds\">");
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            Reports reports = new Reports(ledger, Clock.systemUTC(), own);
            assertThatThrownBy(() -> reports.check(Reports.NAMES, ON_A4))
                    .hasMessageStartingWith(own.resolve("refunds.jrxml") + ":1: This is no XML at column ");
        }
    }

    @Test
    void does_not_matter_for_formats_that_know_no_design() throws IOException {
        Files.writeString(own.resolve("allocations.jrxml"), "nothing");
        assertThatCode(() -> check(new Look(Set.of(Format.XLSX), Locale.ENGLISH, Paper.A4)))
                .doesNotThrowAnyException();
    }

    @Test
    void is_not_seen_in_the_designs_that_the_program_brings() throws IOException {
        for (String name : List.of(
                "allocations", "unused-keys", "expiring-offers", "refunds", "reconciliation", "role-gaps", "cover")) {
            Files.copy(Path.of("reports", name + ".jrxml"), own.resolve(name + ".jrxml"));
        }
        Files.copy(Path.of("reports/contents.jrxml"), own.resolve("contents.jrxml"));
        Files.copy(Path.of("reports/almoner-styles.jrtx"), own.resolve("almoner-styles.jrtx"));
        assertThatCode(() -> check(ON_A4)).doesNotThrowAnyException();
    }

    @Test
    void is_looked_for_again_only_when_the_design_has_changed() throws IOException {
        Path design = own.resolve("allocations.jrxml");
        Files.copy(Path.of("reports/allocations.jrxml"), design);
        Designs designs = new Designs(own);
        Texts texts = new Texts(Locale.ENGLISH);
        Object first = designs.design("allocations", Paper.A4, texts);
        assertThat(designs.design("allocations", Paper.A4, texts)).isSameAs(first);
        Files.writeString(design, Files.readString(design) + "<!-- changed -->");
        assertThat(designs.design("allocations", Paper.A4, texts)).isNotSameAs(first);
    }

    private void check(Look look) {
        try (LedgerAccess ledger = LedgerAccess.open(Databases.h2())) {
            new Reports(ledger, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), own).check(Reports.NAMES, look);
        }
    }
}
