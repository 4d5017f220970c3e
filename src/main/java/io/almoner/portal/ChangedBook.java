package io.almoner.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.OrgBook;
import io.almoner.book.User;

/** A book, and what of it the portals do not have yet. */
public final class ChangedBook {

    private final OrgBook book;
    private final List<NetChange> changes;
    private final Map<Long, User> users;

    /** @param changes of this organisation, those that are nothing left out */
    public ChangedBook(OrgBook book, List<NetChange> changes) {
        this.book = book;
        this.changes = List.copyOf(changes);
        this.users = Stream.concat(book.users().stream(), gone(changes))
                .collect(Collectors.toMap(User::id, Function.identity(), (present, gone) -> present));
    }

    private static Stream<User> gone(List<NetChange> changes) {
        return changes.stream()
                .filter(change -> change.after() == null)
                .map(NetChange::before)
                .flatMap(before -> before instanceof User user ? Stream.of(user) : Stream.empty());
    }

    /** The book as it is. */
    public OrgBook book() {
        return book;
    }

    /** What the portals do not have yet. */
    public List<NetChange> changes() {
        return changes;
    }

    /** The user of a key, be she in the book or gone from it; null for no key. */
    public @Nullable User user(@Nullable Long id) {
        return id == null ? null : Objects.requireNonNull(users.get(id), "no user " + id);
    }
}
