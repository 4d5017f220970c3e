package io.almoner.rules;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import io.almoner.rules.OrderRules.Renewal;

import static org.assertj.core.api.Assertions.assertThat;

class RenewalTest {

    @Test
    void is_possible_on_the_thirty_days_after_the_anniversary() {
        Renewal renewal = Renewal.after(LocalDate.of(2018, 10, 15));

        assertThat(renewal.first()).isEqualTo("2018-10-16");
        assertThat(renewal.last()).isEqualTo("2018-11-14");
    }

    @Test
    void is_reminded_of_before_the_anniversary_and_before_the_window_closes() {
        Renewal renewal = Renewal.after(LocalDate.of(2018, 10, 15));

        assertThat(renewal.firstReminder()).isEqualTo("2018-09-30");
        assertThat(renewal.lastReminder()).isEqualTo("2018-11-07");
    }
}
