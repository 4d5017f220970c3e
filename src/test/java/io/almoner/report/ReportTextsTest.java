package io.almoner.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final int LONGEST_SHEET_NAME = 31 - " 99".length();

    @Test
    void writes_the_days_that_rules_tell_as_the_language_does() {
        Texts german = new Texts(Locale.GERMAN);
        assertThat(german.dated("2020-03-22")).isEqualTo("22.03.2020");
        assertThat(german.dated("70011-2019")).isEqualTo("70011-2019");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_zh_CN", "_de", "_fr", "_es", "_ja"})
    void every_language_has_the_same_texts_with_the_same_placeholders(String suffix) throws IOException {
        Properties expected = load("");
        Properties actual = load(suffix);

        assertThat(actual.stringPropertyNames()).hasSameElementsAs(expected.stringPropertyNames());
        for (String key : expected.stringPropertyNames()) {
            assertThat(placeholders(actual.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(expected.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_CN", "_de", "_fr", "_es", "_ja"})
    void every_text_can_be_filled_in(String suffix) throws IOException {
        Properties texts = load(suffix);
        for (String key : texts.stringPropertyNames()) {
            assertThat(filled(texts.getProperty(key), 1, 1, 1))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{", "choice");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_CN", "_de", "_fr", "_es", "_ja"})
    void every_name_of_a_sheet_fits_on_it(String suffix) throws IOException {
        Properties texts = load(suffix);
        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> key.startsWith("sheet."))
                .allSatisfy(key -> assertThat(texts.getProperty(key).length()).isLessThanOrEqualTo(LONGEST_SHEET_NAME));
    }

    /** fastexcel writes an apostrophe into print titles as it is, which Excel takes for the end of the name. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_CN", "_de", "_fr", "_es", "_ja"})
    void no_name_of_a_sheet_holds_what_excel_forbids_or_quotes(String suffix) throws IOException {
        Properties texts = load(suffix);
        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> key.startsWith("sheet."))
                .allSatisfy(key -> assertThat(texts.getProperty(key)).doesNotContainPattern("['\\[\\]:*?/\\\\]"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2020-03-22, '1,234', 62 %",
        "zh-CN, 2020-03-22, '1,234', 62 %",
        "ja, 2020/03/22, '1,234', 62 %",
        "de, 22.03.2020, 1.234, 62 %",
        "es, 22/03/2020, 1.234, 62 %"
    })
    void days_and_numbers_have_the_form_of_their_language(String tag, String day, String number, String share) {
        Texts texts = new Texts(Locale.forLanguageTag(tag));
        assertThat(texts.shown(Kind.DAY, LocalDate.of(2020, 3, 22))).isEqualTo(day);
        assertThat(texts.shown(Kind.WHOLE, 1234L)).isEqualTo(number);
        assertThat(texts.shown(Kind.SHARE, 0.62)).isEqualTo(share);
    }

    @Test
    void what_is_not_known_is_shown_as_nothing() {
        assertThat(new Texts(Locale.ENGLISH).shown(Kind.WHOLE, null)).isEmpty();
    }

    private static String filled(String pattern, Object... arguments) {
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    private static Set<String> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String suffix) throws IOException {
        String name = "/messages/reports" + suffix + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Objects.requireNonNull(ReportTextsTest.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
