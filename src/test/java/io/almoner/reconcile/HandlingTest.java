package io.almoner.reconcile;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HandlingTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 22);
    private static final Drift ANNS_SEAT = Drift.of(
            Situation.DIFFERENT_VALUE,
            new Subject(Subject.Kind.SEAT, "Visual Studio Enterprise", "A", "ann@contoso.example", null),
            null);

    private static Treatment treatment(Handling handling, LocalDate on) {
        return handling.of(ANNS_SEAT, "C1", on).treatment();
    }

    @Test
    void reports_what_nobody_has_spoken_of() {
        assertThat(treatment(Handling.REPORTING, DAY)).isEqualTo(Treatment.REPORT);
        assertThat(Handling.REPORTING.changesTheLedger()).isFalse();
    }

    @Test
    void puts_right_what_takes_nothing_from_anybody_unless_it_is_told_otherwise() {
        assertThat(Handling.REPORTING.fixing().treatments().keySet())
                .containsExactlyInAnyOrderElementsOf(Handling.SAFE)
                .doesNotContain(Situation.MISSING_THERE, Situation.SEAT_FREED_THERE, Situation.HOLDER_GONE);
        assertThat(treatment(
                        Handling.parse(List.of("different-value=hand-off"), List.of())
                                .fixing(),
                        DAY))
                .isEqualTo(Treatment.HAND_OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org:c1 because it is audited",
                "user:ANN@contoso.example because she is on leave",
                "user:ann@contoso.example until 2020-03-22 because she is on leave",
                "benefit:visual studio enterprise because it is being sold",
                "org:C1 because it is audited",
                "organisation:C1 until 2020-12-31 because it is audited"
            })
    void leaves_alone_what_is_protected_whatever_its_treatment(String protection) {
        Handling handling = Handling.parse(List.of("different-value=fix-ledger"), List.of(protection));

        assertThat(treatment(handling, DAY)).isEqualTo(Treatment.PROTECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user:bob@contoso.example because of x",
                "benefit:Visual Studio because of x",
                "org:C2 because of x",
                "user:ann@contoso.example until 2020-03-21 because of x"
            })
    void does_not_protect_others_nor_after_the_last_day(String protection) {
        Handling handling = Handling.parse(List.of("different-value=fix-ledger"), List.of(protection));

        assertThat(treatment(handling, DAY)).isEqualTo(Treatment.FIX_LEDGER);
    }

    @Test
    void says_why_something_is_protected_and_until_when() {
        Handling handling = Handling.parse(List.of(), List.of("org:C1 until 2020-12-31 because it is audited"));

        assertThat(handling.of(ANNS_SEAT, "C1", DAY).reason()).isEqualTo("it is audited (2020-12-31)");
        assertThat(handling.dependsOnTheDay()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing=ignore", "missing-there", "missing-there=protected", "missing-there=a=b", "=", ""})
    void does_not_understand_other_treatments(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Handling.parse(List.of(text), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "user:ann", "user:ann until tomorrow because x", "seat:1 because x", ": because x"})
    void does_not_understand_other_protections(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Handling.parse(List.of(), List.of(text)));
    }
}
