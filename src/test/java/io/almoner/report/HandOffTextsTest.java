package io.almoner.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandOffTextsTest {

    @Test
    void every_page_task_and_detail_has_a_text() throws IOException {
        assertThat(load("").stringPropertyNames())
                .containsAll(Arrays.stream(PortalPage.values())
                        .map(page -> "page." + page)
                        .toList())
                .containsAll(
                        Arrays.stream(Task.values()).map(task -> "task." + task).toList())
                .containsAll(Arrays.stream(Detail.values())
                        .map(detail -> "detail." + detail)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_zh_CN", "_de", "_fr", "_es", "_ja"})
    void every_language_has_the_same_texts_with_every_value_in_them(String suffix) throws IOException {
        Properties english = load("");
        Properties other = load(suffix);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            for (int value = 0; value < 4; value++) {
                assertThat(filled(other, key).contains("<" + value + ">"))
                        .as("%s {%d}", key, value)
                        .isEqualTo(filled(english, key).contains("<" + value + ">"));
            }
        }
    }

    private static String filled(Properties texts, String key) {
        Object[] values = key.equals("count") ? new Object[] {2} : new Object[] {"<0>", "<1>", "<2>", "<3>"};
        return new MessageFormat(texts.getProperty(key), Locale.ROOT).format(values);
    }

    private static Properties load(String suffix) throws IOException {
        String name = "/messages/hand-off" + suffix + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Objects.requireNonNull(HandOffTextsTest.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
