package io.almoner.jobs;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.Seat;
import io.almoner.book.User;
import io.almoner.portal.ChangedBook;
import io.almoner.report.Detail;
import io.almoner.report.PortalPage;
import io.almoner.report.Task;

/** What a change of a seat leaves to be done by hand: taking it from who had it, giving it to who has it now. */
final class SeatToDos {

    private final ChangedBook changed;
    private final Benefit benefit;
    private final ToDoLines lines;
    private final PortalPage page;

    SeatToDos(ChangedBook changed, Benefit benefit, ToDoLines lines) {
        this.changed = changed;
        this.benefit = benefit;
        this.lines = lines;
        this.page = ToDosOfChange.page(benefit);
    }

    /** Adds it; the answer is whether it is anything. */
    boolean add(@Nullable Seat before, @Nullable Seat after) {
        User previous = holder(before);
        User next = holder(after);
        if (previous != null && previous.equals(next)) {
            return change(Objects.requireNonNull(before), Objects.requireNonNull(after), next);
        }
        if (previous != null && before != null) {
            take(before, previous, next);
        }
        boolean byHand = next != null && benefit.category() != Category.VISUAL_STUDIO;
        if (byHand && after != null) {
            lines.add(page, giving(), every(about(after, next), after));
        }
        return previous != null || byHand;
    }

    private @Nullable User holder(@Nullable Seat seat) {
        return seat != null && seat.isHeld() ? changed.user(seat.userId()) : null;
    }

    private void take(Seat seat, User previous, @Nullable User next) {
        ToDoLines.About about =
                about(seat, previous).detail(Detail.LEVEL, seat.level()).detail(Detail.GUID, seat.subscriptionGuid());
        if (next != null && benefit.category() == Category.VISUAL_STUDIO) {
            about.detail(Detail.NEXT_HOLDER, next.displayName() + " <" + next.email() + ">");
            lines.add(page, Task.SEAT_HAND_OVER, about);
        } else {
            lines.add(page, Task.SEAT_TAKE, about);
        }
    }

    private Task giving() {
        if (benefit.category() == Category.TECHNICAL) {
            return Task.TECHNICAL_GIVE;
        }
        return benefit.isUsageBased() ? Task.SERVICE_ACTIVATE : Task.SEAT_GIVE;
    }

    private ToDoLines.About about(Seat seat, @Nullable User holder) {
        String second = benefit.category() == Category.TECHNICAL ? seat.alternateEmail() : seat.notificationEmail();
        return lines.benefit(benefit).person(holder, second);
    }

    private static ToDoLines.About every(ToDoLines.About about, Seat seat) {
        return about.detail(Detail.LEVEL, seat.level())
                .detail(Detail.DOWNLOADS, word(seat.downloads()))
                .detail(Detail.COUNTRY, seat.country())
                .detail(Detail.LANGUAGE, seat.language())
                .detail(Detail.REFERENCE, seat.reference());
    }

    private static @Nullable String word(@Nullable Boolean yes) {
        return yes == null ? null : yes ? "YES" : "NO";
    }

    /** What is otherwise for the same holder; since when she has it is for the ledger only. */
    private boolean change(Seat before, Seat after, @Nullable User holder) {
        ToDoLines.About about = about(after, holder)
                .detail(Detail.NOTIFICATION, other(before.notificationEmail(), after.notificationEmail()))
                .detail(Detail.LEVEL, other(before.level(), after.level()))
                .detail(Detail.GUID, other(before.subscriptionGuid(), after.subscriptionGuid()))
                .detail(Detail.DOWNLOADS, other(word(before.downloads()), word(after.downloads())))
                .detail(Detail.COUNTRY, before.country() == null ? null : other(before.country(), after.country()))
                .detail(Detail.LANGUAGE, other(before.language(), after.language()))
                .detail(Detail.REFERENCE, other(before.reference(), after.reference()));
        boolean same = about.hasNoDetails() && Objects.equals(before.alternateEmail(), after.alternateEmail());
        if (!same) {
            lines.add(page, Task.SEAT_CHANGE, about);
        }
        return !same;
    }

    private static @Nullable String other(@Nullable String before, @Nullable String after) {
        return Objects.equals(before, after) ? null : after == null ? "-" : after;
    }
}
