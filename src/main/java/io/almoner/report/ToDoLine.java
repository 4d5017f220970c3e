package io.almoner.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a person has to do in a portal.
 *
 * @param page where
 * @param task what
 * @param place about what
 * @param person for whom; null when for nobody in particular
 * @param details what else has to be known; product keys masked
 * @param origin who wants it
 */
public record ToDoLine(
        PortalPage page, Task task, Place place, @Nullable Person person, Map<Detail, String> details, Origin origin) {

    public ToDoLine {
        Map<Detail, String> inOrder = new EnumMap<>(Detail.class);
        inOrder.putAll(details);
        details = Collections.unmodifiableMap(inOrder);
    }

    /**
     * What it is about, as far as that goes.
     *
     * @param organisation its name
     * @param code its OrgId
     */
    public record Place(
            String organisation,
            String code,
            @Nullable String mpnId,
            @Nullable String order,
            @Nullable String benefit) {}

    /** The same, under another name of its organisation. */
    ToDoLine named(String organisation) {
        Place named = new Place(organisation, place.code, place.mpnId, place.order, place.benefit);
        return new ToDoLine(page, task, named, person, details, origin);
    }

    /**
     * For whom it is.
     *
     * @param email the account
     * @param secondEmail the alternate e-mail, the contact's or the one for notifications
     */
    public record Person(
            String name, String email, @Nullable String secondEmail) {}

    /**
     * Who wants it.
     *
     * @param since the business date of the run
     * @param askedBy the acting user of the run
     * @param file the source; null when it comes from none
     * @param row the row of the source; 0 when it comes from none
     */
    public record Origin(
            LocalDate since, String askedBy, @Nullable String file, int row) {}
}
