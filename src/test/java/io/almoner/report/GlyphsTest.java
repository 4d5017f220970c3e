package io.almoner.report;

import org.apache.batik.bridge.DefaultFontFamilyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GlyphsTest {

    private static final Glyphs GLYPHS = new Glyphs();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "José Ñíguez",
                "Łukasz Żak",
                "Nguyễn Thị Minh Khai",
                "Ελένη",
                "Ирина",
                "王小明",
                "山田 太郎",
                "김철수",
                "😀🚀 Ltd",
                "🇩🇪"
            })
    void leaves_alone_what_the_fonts_have(String text) {
        assertThat(GLYPHS.drawable(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "A\u0301na, \u00C1na",
        "zero\u200Bwidth\u2060, zerowidth",
        "soft\u00ADhyphen, softhyphen",
        "gpj\u202Exe, gpjxe",
        "👩🏽\u200D💻, 👩💻",
        "\u2764\uFE0F, \u2764"
    })
    void joins_accents_and_leaves_out_what_is_not_to_be_seen(String text, String drawn) {
        assertThat(GLYPHS.drawable(text)).isEqualTo(drawn);
    }

    @Test
    void marks_a_word_that_no_font_has_once() {
        assertThat(GLYPHS.drawable("नरेंद्र Modi ใจดี")).isEqualTo("\uFFFD Modi \uFFFD");
    }

    @Test
    void leaves_emoji_out_of_charts() {
        assertThat(GLYPHS.inChart("Fabrikam 🚀 Ltd 🎁")).isEqualTo("Fabrikam Ltd");
        assertThat(GLYPHS.inChart("شركة 北京 김")).isEqualTo("شركة 北京 김");
    }

    @ParameterizedTest
    @ValueSource(chars = {'é', '王', '郎', '김'})
    void charts_find_a_font_for_what_the_pages_can_write(char letter) {
        assertThat(DefaultFontFamilyResolver.SINGLETON.getFamilyThatCanDisplay(letter))
                .isNotNull();
    }

    @Test
    void sets_apart_what_is_read_from_right_to_left() {
        assertThat(GLYPHS.drawable("شركة 2020 (MPN)")).isEqualTo("\u200E\u202Bشركة 2020 (MPN)\u202C\u200E");
        assertThat(GLYPHS.drawable("Fabrikam شركة")).isEqualTo("\u200EFabrikam شركة\u200E");
    }
}
