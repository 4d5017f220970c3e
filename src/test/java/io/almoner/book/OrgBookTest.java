package io.almoner.book;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrgBookTest {

    private final OrgBook book = new OrgBook("C1");

    @Test
    void counts_seats_that_are_held_when_their_benefit_becomes_another_kind() {
        book.put(new Location(1, "1000001", LocationKind.HEADQUARTERS, null, "Berlin", "DE"));
        Benefit cloud = benefit(Category.CLOUD);
        book.put(cloud);
        book.put(new Seat(
                3,
                2,
                4L,
                null,
                null,
                null,
                null,
                null,
                "DE",
                null,
                null,
                null,
                null,
                null,
                null,
                SeatState.ACTIVE,
                null));

        book.apply(Change.changed(ChangeKind.BENEFIT_CHANGED, cloud, benefit(Category.VISUAL_STUDIO)));
        assertThat(book.visualStudioHeld("DE")).isEqualTo(1);

        book.apply(Change.changed(ChangeKind.BENEFIT_CHANGED, benefit(Category.VISUAL_STUDIO), cloud));
        assertThat(book.visualStudioHeld("DE")).isZero();
    }

    private static Benefit benefit(Category category) {
        return new Benefit(
                2,
                5,
                1,
                "Subscription",
                category,
                BenefitType.CORE,
                10,
                Unit.SEAT,
                0,
                BenefitStatus.ACTIVE,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
