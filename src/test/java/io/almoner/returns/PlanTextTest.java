package io.almoner.returns;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import io.almoner.returns.PlanText.BenefitUse;
import io.almoner.returns.PlanText.Colour;
import io.almoner.returns.PlanText.Content;
import io.almoner.returns.PlanText.Line;
import io.almoner.returns.PlanText.Tense;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTextTest {

    private static final Content CONTENT = new Content(
            List.of(new Line(PlanSymbol.CREATE, "seat_assigned", 12), new Line(PlanSymbol.REJECT, "USR-001", 1)),
            List.of(
                    new BenefitUse("4387201 Visual Studio Enterprise", 10, 2, 10, 11),
                    new BenefitUse("4387203 " + "康拓索（上海）".repeat(12), 5, 6, 6, 6)),
            new RowCounts(1500, 1497, 1, 1, 1));

    private final Messages english = new Messages(Locale.ENGLISH);

    @Test
    void shows_signs_the_use_of_benefits_and_one_line_in_the_end() {
        List<String> lines = new PlanText(english, Colour.OFF).lines(CONTENT, Tense.PLANNED);

        assertThat(lines.get(0)).matches("\\+ seat_assigned +12");
        assertThat(lines.get(1)).matches("! USR-001  User is not in the user list +1");
        assertThat(lines.get(4)).matches("4387201 Visual Studio Enterprise +10 +2 -> 10 +0 +11");
        assertThat(lines.get(5)).matches("4387203 康拓索.*… +5 +6 +-1 +6 !");
        assertThat(lines)
                .last()
                .asString()
                .isEqualTo("Plan: 1,500 rows read, 1,497 to apply, 1 unchanged, 1 rejected, 1"
                        + " skipped. Nothing was changed.");
    }

    @Test
    void is_never_wider_than_a_hundred_columns() {
        TextWidth width = new TextWidth();

        assertThat(new PlanText(english, Colour.OFF).lines(CONTENT, Tense.DONE))
                .allSatisfy(line -> assertThat(width.of(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void says_the_same_with_colour_as_without() {
        List<String> plain = new PlanText(english, Colour.OFF).lines(CONTENT, Tense.DONE);

        assertThat(new PlanText(english, Colour.ON)
                        .lines(CONTENT, Tense.DONE).stream().map(line -> line.replaceAll("\u001B\\[\\d+m", "")))
                .isEqualTo(plain);
    }

    @Test
    void lets_no_name_send_commands_to_the_terminal() {
        Content hostile = new Content(
                List.of(), List.of(new BenefitUse("a\u001B[2Jb\nc", 1, 0, 1, 1)), new RowCounts(0, 0, 0, 0, 0));

        assertThat(String.join("", new PlanText(english, Colour.OFF).lines(hostile, Tense.DONE)))
                .doesNotContain("\u001B", "\n");
    }
}
