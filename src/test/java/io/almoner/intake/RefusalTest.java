package io.almoner.intake;

import java.util.ResourceBundle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTest {

    private final ResourceBundle texts = ResourceBundle.getBundle("messages/findings");

    @ParameterizedTest
    @EnumSource
    void says_why_and_what_to_do(Refusal refusal) {
        String key = refusal.finding().messageKey();
        assertThat(texts.getString(key + ".reason")).isNotBlank();
        assertThat(texts.getString(key + ".hint")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void says_why_a_cell_cannot_be_believed_and_what_to_do(Row.Defect defect) {
        assertThat(texts.getString("FIL-005." + defect.variant() + ".reason")).isNotBlank();
        assertThat(texts.getString("FIL-005." + defect.variant() + ".hint")).isNotBlank();
    }
}
