package io.almoner.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.Phase;
import io.almoner.book.Seat;
import io.almoner.book.SeatState;
import io.almoner.book.Unit;
import io.almoner.book.User;
import io.almoner.book.Wish;
import io.almoner.book.Words;

/** Rules about technical benefits: TEC-001 to TEC-005. */
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

    /**
     * TEC-005: advisory hours are asked for a phase of the list, and no more than are left.
     *
     * @param left how many are left; null when there is no limit
     */
    public static List<Finding> hours(Benefit benefit, Wish.RequestHours wish, @Nullable Long left) {
        if (benefit.category() != Category.TECHNICAL
                || (benefit.unit() != Unit.HOUR && benefit.unit() != Unit.UNLIMITED)) {
            return List.of(Finding.of(Rule.TEC_005, "BenefitName", benefit.name(), benefit.name())
                    .variant("no-hours"));
        }
        List<Finding> findings = new ArrayList<>(0);
        if (wish.phase() == null) {
            findings.add(Finding.of(Rule.TEC_005, "Phase", wish.phaseText(), phases())
                    .variant("phase"));
        }
        if (left != null && wish.hours() > left) {
            String asked = Long.toString(wish.hours());
            findings.add(Finding.of(Rule.TEC_005, "Hours", asked, asked, Long.toString(left), benefit.name())
                    .variant("left"));
        }
        return findings;
    }

    private static String phases() {
        return Arrays.stream(Phase.values()).map(Words::label).collect(Collectors.joining(", "));
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
