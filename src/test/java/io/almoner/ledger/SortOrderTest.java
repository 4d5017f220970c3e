package io.almoner.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class SortOrderTest {

    private static final String BOTH = "io.almoner.ledger.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void sorts_names_as_readers_of_each_language_expect(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            sorts(access, Locale.ENGLISH, "abbot", "Adams", "Adams", "adams & co", "Zoë", "北京");
            sorts(access, Locale.GERMAN, "Adler", "Ägir GmbH", "Albrecht", "Müller", "Muñoz", "Straße", "Strasse 2");
            sorts(access, Locale.FRENCH, "cote", "coté", "côte", "côté", "Élan", "Eldorado", "Zèbre");
            sorts(access, Locale.forLanguageTag("es"), "Nogal", "Núñez", "Nuria", "Ñandú", "Ochoa");
            sorts(access, Locale.SIMPLIFIED_CHINESE, "北京示例", "陈丽", "李娜", "王小明", "张伟", "Contoso");
            sorts(access, Locale.JAPANESE, "Contoso", "あおき", "アオキ", "いとう", "カトウ", "きむら", "鈴木");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void sorts_codes_by_their_characters(Supplier<LedgerPlace> fresh) {
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            List<String> codes = List.of("10-2", "102", "B-1", "a-1", "ä-1");
            assertThat(sorted(access, Locale.GERMAN, "by_code", codes)).isEqualTo(codes);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void tells_names_apart_that_are_the_same_for_the_language(Supplier<LedgerPlace> fresh) {
        List<String> same = List.of("Ana", "A\u0001na", "A\u0002na", "A\u200Bna");
        try (LedgerAccess access = LedgerAccess.open(fresh.get())) {
            assertThat(sorted(access, Locale.ENGLISH, "by_name", same))
                    .containsExactly("A\u0001na", "A\u0002na", "Ana", "A\u200Bna");
        }
    }

    @Test
    void sorts_in_memory_as_in_the_database() {
        List<String> names = List.of("Zoë", "zoe", "Ägir", "Adler", "北京示例", "", "王小明", "ｶﾄｳ", "Straße", "😀");
        try (LedgerAccess access = LedgerAccess.open(Databases.h2())) {
            for (String language : List.of("en", "de", "fr", "es", "ja", "zh-CN")) {
                Locale locale = Locale.forLanguageTag(language);
                List<String> inMemory = new ArrayList<>(names);
                inMemory.sort(access.order(locale).names());
                assertThat(sorted(access, locale, "by_name", names)).isEqualTo(inMemory);
            }
        }
    }

    private static void sorts(LedgerAccess access, Locale locale, String... names) {
        assertThat(sorted(access, locale, "by_name", List.of(names)))
                .as("%s", locale)
                .containsExactly(names);
    }

    private static List<String> sorted(LedgerAccess access, Locale locale, String by, List<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(1));
        JdbcClient client = JdbcClient.create(access.dataSource());
        client.sql("delete from setting").update();
        for (int i = 0; i < shuffled.size(); i++) {
            client.sql("insert into setting (name, setting_value) values (?, ?)")
                    .params(i + "", shuffled.get(i))
                    .update();
        }
        String sql = "select setting_value from setting order by " + by + "(setting_value), name";
        return client.sql(access.order(locale).in(sql)).query(String.class).list();
    }
}
