package io.almoner.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.almoner.book.Benefit;
import io.almoner.book.Entity;
import io.almoner.book.Location;
import io.almoner.book.OrgBook;
import io.almoner.book.User;

/** All that stands in a book, and what it counts, in an order of its own: equal for books that say the same. */
record BookContent(List<String> entities, Map<String, Integer> counts) {

    static BookContent of(OrgBook book) {
        List<Entity> entities = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        book.organisation().ifPresent(entities::add);
        entities.addAll(book.locations());
        entities.addAll(book.orders());
        book.orders().forEach(order -> entities.addAll(book.requests(order)));
        for (User user : book.users()) {
            entities.add(user);
            entities.addAll(book.memberships(user));
            entities.addAll(book.grants(user));
            book.contact(user).ifPresent(entities::add);
            counts.put("seats of " + user.email(), book.seatsOf(user).size());
        }
        for (Benefit benefit : book.benefits()) {
            entities.add(benefit);
            entities.addAll(book.keys(benefit));
            entities.addAll(book.seats(benefit));
            counts.put("held of " + benefit.id(), book.held(benefit));
        }
        for (Location location : book.locations()) {
            if (location.country() != null) {
                counts.put("Visual Studio in " + location.country(), book.visualStudioHeld(location.country()));
            }
        }
        counts.put("Visual Studio", book.visualStudioHeld(null));
        return new BookContent(entities.stream().map(String::valueOf).sorted().toList(), counts);
    }
}
