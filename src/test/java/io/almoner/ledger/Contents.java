package io.almoner.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.almoner.book.Entity;
import io.almoner.book.OrgBook;

/** Everything that stands in a book, by surrogate key. */
final class Contents {

    private Contents() {}

    static List<Entity> of(OrgBook book) {
        List<Entity> entities = new ArrayList<>();
        book.organisation().ifPresent(entities::add);
        entities.addAll(book.locations());
        entities.addAll(book.orders());
        book.users().forEach(user -> {
            entities.add(user);
            entities.addAll(book.memberships(user));
            entities.addAll(book.grants(user));
            book.contact(user).ifPresent(entities::add);
        });
        book.benefits().forEach(benefit -> {
            entities.add(benefit);
            entities.addAll(book.keys(benefit));
            entities.addAll(book.seats(benefit));
        });
        entities.sort(Comparator.comparingLong(Entity::id));
        return entities;
    }
}
