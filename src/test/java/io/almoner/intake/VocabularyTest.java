package io.almoner.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.almoner.book.AdminRight;
import io.almoner.book.BenefitStatus;
import io.almoner.book.BenefitType;
import io.almoner.book.Category;
import io.almoner.book.ContactRole;
import io.almoner.book.MigrationState;
import io.almoner.book.OfferType;
import io.almoner.book.Phase;
import io.almoner.book.Role;
import io.almoner.book.Unit;
import io.almoner.book.Words;

import static org.assertj.core.api.Assertions.assertThat;

class VocabularyTest {

    private final Vocabulary vocabulary = Vocabulary.load();

    static Stream<Enum<?>> constants() {
        return Stream.<Enum<?>[]>of(
                        YesNo.values(),
                        MigrationState.values(),
                        AdminRight.values(),
                        ContactRole.values(),
                        UserStatus.values(),
                        OfferType.values(),
                        Category.values(),
                        BenefitType.values(),
                        Unit.values(),
                        BenefitStatus.values(),
                        SeatStatus.values(),
                        Role.values(),
                        Action.values(),
                        Phase.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("constants")
    <E extends Enum<E>> void reads_every_constant_as_it_is_written(E constant) {
        Class<E> type = constant.getDeclaringClass();
        String label = Words.label(constant);

        assertThat(vocabulary.find(type, label)).contains(constant);
        assertThat(vocabulary.find(type, constant.name())).contains(constant);
        assertThat(vocabulary.find(type, label.toUpperCase(Locale.ROOT).replace(' ', '-')))
                .contains(constant);
        assertThat(Vocabulary.allowed(type)).contains(label);
    }

    @ParameterizedTest
    @MethodSource("constants")
    <E extends Enum<E>> void understands_what_it_shows_in_every_language(E constant) {
        for (String tag : List.of("en", "zh-CN", "de", "fr", "es", "ja")) {
            String shown = vocabulary.shown(constant, Locale.forLanguageTag(tag));

            assertThat(vocabulary.find(constant.getDeclaringClass(), shown))
                    .as("%s in %s", shown, tag)
                    .contains(constant);
        }
    }

    @Test
    void shows_the_portals_own_words() {
        assertThat(vocabulary.shown(Action.GET_KEYS, Locale.SIMPLIFIED_CHINESE)).isEqualTo("获取密钥");
        assertThat(vocabulary.shown(Role.GLOBAL_ADMIN, Locale.GERMAN)).isEqualTo("Globaler Administrator");
        assertThat(vocabulary.shown(Role.SALES_AGENT, Locale.JAPANESE)).isEqualTo("Sales agent");
        assertThat(vocabulary.shown(Action.GET_KEYS, Locale.ENGLISH)).isEqualTo("Get Keys");
    }

    @ParameterizedTest
    @MethodSource("constants")
    <E extends Enum<E>> void offers_a_constant_whose_last_letter_was_lost(E constant) {
        String label = Words.label(constant);
        Class<E> type = constant.getDeclaringClass();
        String damaged = label.substring(0, label.length() - 1);

        assertThat(vocabulary.find(type, damaged).isPresent()
                        || vocabulary.nearest(type, damaged).isPresent()
                        || damaged.length() < 3)
                .as("what %s might mean", damaged)
                .isTrue();
    }
}
