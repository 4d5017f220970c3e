package io.almoner.cli;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommonOptionsTest {

    @Test
    void keeps_everything_below_the_home_that_the_shell_knows() {
        assertThat(new CommonOptions(Map.of("HOME", "/somewhere/else")).home())
                .isEqualTo(Path.of("/somewhere/else/.almoner"));
    }

    @Test
    void falls_back_to_the_home_of_the_user_database() {
        assertThat(new CommonOptions(Map.of()).home())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".almoner").toAbsolutePath());
    }

    @Test
    void prefers_the_home_that_is_named_for_almoner() {
        assertThat(new CommonOptions(Map.of("HOME", "/somewhere", "ALMONER_HOME", "/ledgers/mine")).home())
                .isEqualTo(Path.of("/ledgers/mine"));
    }
}
