package io.almoner.returns;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private final Messages english = new Messages(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_has_a_title_a_reason_and_a_hint(Rule rule) {
        Finding finding = Finding.of(rule, null, null, "A", "B", "C");

        assertThat(english.title(rule)).isNotBlank();
        assertThat(english.reason(finding)).isNotBlank().doesNotContain("{");
        assertThat(english.hint(finding)).isNotBlank().doesNotContain("{");
        assertThat(english.remedy(rule)).isNotBlank().doesNotContain("{");
    }

    @Test
    void a_variant_has_its_own_text_with_the_arguments_in_it() {
        Finding finding = Finding.of(Rule.FIL_006, "Category", "Sofware", "Software, Cloud", "Software")
                .variant("suggested");

        assertThat(english.reason(finding))
                .isEqualTo("This word is not in the list; did you mean Software? Allowed: Software, Cloud.");
    }

    @Test
    void an_unknown_variant_says_what_its_rule_says() {
        Finding finding = Finding.of(Rule.FIL_003, "Email", "").variant("never-heard-of");

        assertThat(english.reason(finding)).isEqualTo("The cell is empty, but a value is required.");
    }

    @Test
    void a_language_without_texts_is_english_whatever_the_machine_speaks() {
        assertThat(new Messages(Locale.forLanguageTag("pt-BR")).title(Rule.FIL_003))
                .isEqualTo("Required cell is empty");
    }

    @Test
    void placeholders_in_arguments_are_taken_literally() {
        assertThat(english.reason(Finding.of(Rule.USR_001, "SignInEmail", null, "{0}'s")))
                .startsWith("{0}'s is not in the user list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_CN", "_de", "_fr", "_es", "_ja"})
    void every_language_has_the_same_texts_with_the_same_placeholders(String suffix) throws IOException {
        Properties expected = load("");
        Properties actual = load(suffix);

        assertThat(difference(expected, actual)).as("missing").isEmpty();
        assertThat(difference(actual, expected)).as("unknown").isEmpty();
        for (String key : expected.stringPropertyNames()) {
            String pattern = actual.getProperty(key);
            assertThat(placeholders(pattern)).as(key).isEqualTo(placeholders(expected.getProperty(key)));
            assertThat(new MessageFormat(pattern, Locale.ROOT).format(new Object[] {"A", "B", "C", "D", "E"}))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    private static Set<String> difference(Properties one, Properties other) {
        Set<String> difference = new TreeSet<>(one.stringPropertyNames());
        difference.removeAll(other.stringPropertyNames());
        return difference;
    }

    private static Set<String> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String suffix) throws IOException {
        String name = "/messages/findings" + suffix + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
