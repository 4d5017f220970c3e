package io.almoner.book;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Wish.AddUser;

/** Adds a user to the user list, or takes over what a directory says of one who is there. */
final class UserDecision {

    private UserDecision() {}

    static void add(Case current, AddUser row, Verdict verdict) {
        AddUser wish = withNames(row);
        Optional<User> known = current.book().user(wish.email());
        if (known.isPresent()) {
            verdict.change(ChangeKind.USER_CHANGED, known.get(), updated(known.get(), wish));
            return;
        }
        verdict.create(
                ChangeKind.USER_RECORDED,
                new User(
                        current.identifiers().next(),
                        wish.email(),
                        null,
                        Objects.requireNonNullElse(wish.firstName(), ""),
                        Objects.requireNonNullElse(wish.lastName(), ""),
                        Objects.requireNonNullElse(name(wish), wish.email()),
                        Objects.requireNonNullElseGet(wish.identity(), () -> Identity.of(wish.email())),
                        wish.enabled() == null || wish.enabled(),
                        null));
    }

    /** A whole name is parted for the tables that know no other: before a comma, or else last, stands the family's name. */
    private static AddUser withNames(AddUser wish) {
        String whole = wish.displayName();
        if (whole == null || wish.firstName() != null || wish.lastName() != null) {
            return wish;
        }
        int comma = whole.indexOf(',');
        int space = whole.lastIndexOf(' ');
        String first = comma > 0 ? whole.substring(comma + 1).strip() : whole.substring(0, Math.max(space, 0));
        String last = comma > 0 ? whole.substring(0, comma).strip() : whole.substring(space + 1);
        return new AddUser(wish.email(), first, last, whole, wish.identity(), wish.enabled());
    }

    private static @Nullable String name(AddUser wish) {
        if (wish.displayName() != null) {
            return wish.displayName();
        }
        String joined = Stream.of(wish.firstName(), wish.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    /** A row that adds who is there names her only where nobody has; whether she is enabled, the directory knows best. */
    private static User updated(User known, AddUser wish) {
        boolean unnamed = known.displayName().equals(known.email());
        return new User(
                known.id(),
                known.email(),
                known.individualId(),
                known.firstName().isEmpty() ? Objects.requireNonNullElse(wish.firstName(), "") : known.firstName(),
                known.lastName().isEmpty() ? Objects.requireNonNullElse(wish.lastName(), "") : known.lastName(),
                unnamed ? Objects.requireNonNullElse(name(wish), known.displayName()) : known.displayName(),
                Objects.requireNonNullElse(wish.identity(), known.identity()),
                Objects.requireNonNullElse(wish.enabled(), known.enabled()),
                known.technicalId());
    }
}
