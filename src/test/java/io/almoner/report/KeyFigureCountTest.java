package io.almoner.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.almoner.book.Unit;

import static org.assertj.core.api.Assertions.assertThat;

class KeyFigureCountTest {

    private static final LocalDate DAY = SampleAllocations.DAY;

    @Test
    void never_adds_hours_or_money_to_seats() {
        KeyFigures figures = count(
                line(Unit.SEAT, 10L, 4),
                line(Unit.LICENCE, 20L, 5),
                line(Unit.HOUR, 50L, 7),
                line(Unit.USD_MONTH, 100L, 30));
        assertThat(figures.seats().granted()).isEqualTo(30);
        assertThat(figures.seats().assigned()).isEqualTo(9);
        assertThat(figures.totals())
                .extracting(CategoryTotal::unit)
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void does_not_hide_too_many_seats_behind_free_ones() {
        Tally seats = count(line(Unit.SEAT, 10L, 14), line(Unit.SEAT, 10L, 3)).seats();
        assertThat(seats.over()).isEqualTo(4);
        assertThat(seats.free()).isEqualTo(7);
        assertThat(seats.overAllocated()).isOne();
        assertThat(seats.granted() + seats.over()).isEqualTo(seats.assigned() + seats.free());
    }

    @Test
    void counts_a_benefit_on_its_last_day_and_not_after_it() {
        Quantity quantity = new Quantity(Unit.SEAT, 5L, 2);
        KeyFigures figures = count(
                SampleAllocations.benefit("today", quantity, DAY),
                SampleAllocations.benefit("yesterday", quantity, DAY.minusDays(1)));
        assertThat(figures.seats().benefits()).isOne();
        assertThat(figures.ended().assigned()).isEqualTo(2);
        assertThat(figures.benefitCount()).isEqualTo(2);
    }

    @Test
    void counts_what_ends_on_the_ninetieth_day_as_at_risk_and_not_the_day_after() {
        Quantity quantity = new Quantity(Unit.SEAT, 5L, 2);
        KeyFigures figures = count(
                SampleAllocations.benefit("in 91", quantity, DAY.plusDays(91)),
                SampleAllocations.benefit("in 90", quantity, DAY.plusDays(90)),
                SampleAllocations.benefit("in 3", quantity, DAY.plusDays(3)));
        assertThat(figures.endingCount()).isEqualTo(2);
        assertThat(figures.atRisk().assigned()).isEqualTo(4);
        assertThat(figures.nextEnd()).isEqualTo(DAY.plusDays(3));
        assertThat(figures.ending()).extracting(BenefitLine::name).containsExactly("in 3", "in 90");
    }

    @Test
    void knows_no_share_of_nothing() {
        assertThat(count().seats().use()).isNull();
        assertThat(new Quantity(Unit.UNLIMITED, null, 3).free()).isNull();
    }

    private static KeyFigures count(BenefitLine... lines) {
        return KeyFigureCount.of(() -> List.of(lines).stream(), DAY, Comparator.naturalOrder());
    }

    private static BenefitLine line(Unit unit, Long granted, long assigned) {
        return SampleAllocations.benefit(unit.name(), new Quantity(unit, granted, assigned), null);
    }
}
