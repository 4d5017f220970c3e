package io.almoner.jobs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.OrgBook;
import io.almoner.book.Organisation;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.User;
import io.almoner.portal.ChangedBook;
import io.almoner.report.Detail;
import io.almoner.report.PortalPage;
import io.almoner.report.Task;
import io.almoner.report.ToDoLine;
import io.almoner.report.ToDoLine.Origin;
import io.almoner.report.ToDoLine.Person;
import io.almoner.report.ToDoLine.Place;

/** The lines that one change leaves to do. */
final class ToDoLines {

    private final ChangedBook changed;
    private final Origin origin;
    private final List<ToDoLine> lines = new ArrayList<>();

    /** What a line says beside where and what. */
    static final class About {

        private final Place place;
        private @Nullable Person person;
        private final Map<Detail, String> details = new EnumMap<>(Detail.class);

        private About(Place place) {
            this.place = place;
        }

        /** For whom, if for anybody. */
        About person(@Nullable User user, @Nullable String secondEmail) {
            person = user == null ? null : new Person(user.displayName(), user.email(), secondEmail);
            return this;
        }

        /** A detail, if there is one. */
        About detail(Detail detail, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                details.put(detail, value.toString());
            }
            return this;
        }

        boolean hasNoDetails() {
            return details.isEmpty();
        }
    }

    ToDoLines(ChangedBook changed, Origin origin) {
        this.changed = changed;
        this.origin = origin;
    }

    void add(PortalPage page, Task task, About about) {
        lines.add(new ToDoLine(page, task, about.place, about.person, about.details, origin));
    }

    About company() {
        return at(null, null, null);
    }

    About location(@Nullable String mpnId) {
        return at(mpnId, null, null);
    }

    About benefit(Benefit benefit) {
        OrgBook book = changed.book();
        return at(
                book.location(benefit.locationId()).mpnId(), book.order(benefit).number(), benefit.name());
    }

    About order(long orderId) {
        OrgBook book = changed.book();
        PurchaseOrder order = book.orders().stream()
                .filter(candidate -> candidate.id() == orderId)
                .findFirst()
                .orElseThrow();
        String mpnId = book.benefits(order).stream()
                .map(benefit -> book.location(benefit.locationId()).mpnId())
                .sorted()
                .findFirst()
                .orElse(null);
        return at(mpnId, order.number(), null);
    }

    private About at(@Nullable String mpnId, @Nullable String order, @Nullable String benefit) {
        Organisation organisation = changed.book().organisation().orElseThrow();
        return new About(new Place(organisation.name(), organisation.code(), mpnId, order, benefit));
    }

    List<ToDoLine> lines() {
        return lines;
    }
}
