package io.almoner.intake;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormulaGuardTest {

    private final FormulaGuard guard = new FormulaGuard();

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "\tx", "\rx", "+cmd|' /C calc'!A0", "-2+3", "+1=2", "'=1", "''@x"})
    void puts_an_apostrophe_before_what_could_start_a_formula(String value) {
        assertThat(guard.guard(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "+", "-12.50", "+49 (0) 89/123-45", "'", "'quoted'", "Contoso", "a=b", "'+1 555", "\n=1"
            })
    void leaves_everything_else_as_it_is(String value) {
        assertThat(guard.guard(value)).isEqualTo(value);
        assertThat(guard.unguard(value)).isEqualTo(value);
    }

    @Test
    void gives_back_every_text_that_it_was_given() {
        Random random = new Random(42);
        String alphabet = "'=@+-\t\r 1(a./\n\"";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                value.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = value.toString();
            assertThat(guard.unguard(guard.guard(text))).isEqualTo(text);
        }
    }
}
