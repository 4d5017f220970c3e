package io.almoner.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;
import io.almoner.book.User;

/** Rules about technical benefits: TEC-001 to TEC-004. */
public final class TechnicalRules {

    private TechnicalRules() {}

    /** TEC-001, TEC-002 and TEC-003: the second address is there where the policy asks for it, and is another one. */
    public static List<Finding> addresses(Benefit benefit, Seat seat, User holder, OrgBook book, Policy policy) {
        if (benefit.category() != Category.TECHNICAL) {
            return List.of();
        }
        String alternate = seat.alternateEmail();
        if (alternate == null) {
            return policy.technicalActivation() == Policy.TechnicalActivation.USER_ONLY
                    ? List.of()
                    : List.of(Finding.of(Rule.TEC_001, "AlternateEmail", null, benefit.name()));
        }
        String company = book.organisation().map(Organisation::accountEmail).orElse(null);
        if (alternate.equals(holder.email()) || alternate.equals(company)) {
            return List.of(Finding.of(Rule.TEC_002, "AlternateEmail", alternate, alternate));
        }
        return List.of(Finding.of(Rule.TEC_003, "AlternateEmail", alternate, holder.email(), alternate));
    }

    /** TEC-004: the portal takes several days; after the policy's window someone should ask. */
    public static List<Finding> pending(Benefit benefit, Seat seat, Policy policy, LocalDate on) {
        LocalDate since = seat.assignedOn();
        if (benefit.category() != Category.TECHNICAL || seat.state() != SeatState.PENDING || since == null) {
            return List.of();
        }
        LocalDate latest = plusBusinessDays(since, policy.activationWindowDays());
        return on.isAfter(latest)
                ? List.of(Finding.of(
                        Rule.TEC_004,
                        "AssignedDate",
                        since.toString(),
                        since.toString(),
                        Integer.toString(policy.activationWindowDays())))
                : List.of();
    }

    /** The day that is so many days from Monday to Friday later. */
    static LocalDate plusBusinessDays(LocalDate from, int days) {
        LocalDate day = from;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
