package io.almoner.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LayoutsTest {

    private static final DataNode NO_ALIASES = new DataNode("aliases", Map.of());

    private final Layouts layouts = Layouts.load();

    @Test
    void loads_every_layout_in_reading_order() {
        assertThat(layouts.all())
                .extracting(Layout::name)
                .containsExactly(
                        "pmc_locations",
                        "pmc_individuals",
                        "entra_users",
                        "aad_bulk_create",
                        "customer_users",
                        "user_roles",
                        "pmc_benefits",
                        "pmc_keys",
                        "pmc_assignments",
                        "pmc_marketing_contacts",
                        "bulk_assignments",
                        "vs_bulk_add",
                        "keys_export",
                        "vs_export");
    }

    @Test
    void knows_each_column_in_five_more_languages() {
        assertThat(layouts.all())
                .allSatisfy(layout -> assertThat(layout.columns())
                        .allSatisfy(column -> assertThat(column.aliases().size())
                                .as(layout.name() + "." + column.name())
                                .isGreaterThanOrEqualTo(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "pmc_keys,ProductKey,KEY",
        "keys_export,ProductKey,KEY",
        "aad_bulk_create,InitialPassword,PASSWORD",
        "pmc_keys,KeyType,OPEN"
    })
    void knows_what_is_secret(String layout, String column, LayoutColumn.Secrecy secrecy) {
        assertThat(layouts.named(layout)
                        .orElseThrow()
                        .column(column)
                        .orElseThrow()
                        .secrecy())
                .isEqualTo(secrecy);
    }

    @Test
    void shows_each_column_in_the_language_of_its_reader() {
        LayoutColumn action =
                layouts.named("bulk_assignments").orElseThrow().columns().get(0);

        assertThat(List.of("en", "de", "es", "zh-CN", "pt-BR"))
                .extracting(tag -> action.header(Locale.forLanguageTag(tag)))
                .containsExactly("Action", "Aktion", "Acción", "操作", "Action");
    }

    @Test
    void refuses_a_degree_of_secrecy_that_there_is_not() {
        Map<String, Object> file = file();
        file.put("columns", List.of(Map.of("name", "Pin", "secret", "somewhat")));
        assertThatThrownBy(() -> LayoutFiles.layout(new DataNode("x.yaml", file), NO_ALIASES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("somewhat");
    }

    @Test
    void refuses_a_word_that_a_layout_file_does_not_have() {
        Map<String, Object> file = file();
        file.put("colour", "blue");
        assertThatThrownBy(() -> LayoutFiles.layout(new DataNode("x.yaml", file), NO_ALIASES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void refuses_a_header_that_would_mean_two_columns() {
        Map<String, Object> file = file();
        file.put("columns", List.of(Map.of("name", "Email"), Map.of("name", "User", "aliases", List.of("E-Mail"))));
        assertThatThrownBy(() -> LayoutFiles.layout(new DataNode("x.yaml", file), NO_ALIASES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("E-Mail");
    }

    @Test
    void refuses_a_key_of_a_column_that_is_not_there() {
        Map<String, Object> file = file();
        file.put("identities", List.of(Map.of("key", List.of("Phone"))));
        assertThatThrownBy(() -> LayoutFiles.layout(new DataNode("x.yaml", file), NO_ALIASES))
                .hasMessageContaining("Phone");
    }

    private static Map<String, Object> file() {
        Map<String, Object> file = new HashMap<>();
        file.put("name", "x");
        file.put("rank", 1);
        file.put("jobs", List.of("migrate"));
        file.put("columns", List.of(Map.of("name", "Email")));
        return file;
    }
}
