package io.almoner.portal;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Category;
import io.almoner.book.Entity;
import io.almoner.book.Identity;
import io.almoner.book.Seat;
import io.almoner.book.User;

/** What is new in a book, as rows of an upload, in an order that depends on nothing but what stands in them. */
final class UploadRows {

    private static final String PRODUCT = "Visual Studio";

    private final ChangedBook changed;

    UploadRows(ChangedBook changed) {
        this.changed = changed;
    }

    List<List<Cell>> of(Upload upload) {
        return switch (upload) {
            case VS_BULK_ADD -> sorted(newHolders().map(this::subscriber), 1);
            case ENTRA_BULK_CREATE -> sorted(newAccounts().map(UploadRows::account), 1);
            case CUSTOMER_USERS -> sorted(newAccounts().map(UploadRows::customerUser), 3);
        };
    }

    private static List<List<Cell>> sorted(Stream<List<Cell>> rows, int email) {
        Comparator<List<Cell>> byEmail =
                Comparator.comparing(row -> row.get(email).text());
        return rows.sorted(byEmail.thenComparing(UploadRows::joined)).toList();
    }

    private static String joined(List<Cell> row) {
        return row.stream().map(Cell::text).collect(Collectors.joining("\n"));
    }

    private Stream<Seat> newHolders() {
        return changed.changes().stream()
                .filter(change -> change.after() instanceof Seat after
                        && after.isHeld()
                        && !Objects.equals(after.userId(), holder(change.before())))
                .map(change -> (Seat) change.entity())
                .filter(seat -> benefit(seat).category() == Category.VISUAL_STUDIO);
    }

    private static @Nullable Long holder(@Nullable Entity before) {
        return before instanceof Seat seat && seat.isHeld() ? seat.userId() : null;
    }

    private Benefit benefit(Seat seat) {
        return changed.book().benefit(seat.benefitId());
    }

    /** The portal gives the GUID itself, so its column stays empty. */
    private List<Cell> subscriber(Seat seat) {
        User holder = Objects.requireNonNull(changed.user(seat.userId()));
        return List.of(
                Cell.of(Objects.requireNonNullElse(seat.holderName(), holder.displayName())),
                Cell.of(holder.email()),
                Cell.of(seat.notificationEmail()),
                Cell.of(level(seat)),
                Cell.of(seat.reference()),
                Cell.yesNo(seat.downloads() == null || seat.downloads()),
                Cell.of(seat.country()),
                Cell.of(seat.language()),
                Cell.EMPTY,
                Cell.EMPTY);
    }

    /** The portal's levels have the product's name before them, which other sources leave out. */
    private String level(Seat seat) {
        String level = Objects.requireNonNullElse(seat.level(), benefit(seat).name());
        return level.startsWith(PRODUCT) ? level : PRODUCT + " " + level;
    }

    private Stream<User> newAccounts() {
        return changed.changes().stream()
                .filter(change -> change.before() == null)
                .flatMap(change -> change.after() instanceof User user ? Stream.of(user) : Stream.empty())
                .filter(user -> user.identity() == Identity.WORK);
    }

    /** An initial password is for whoever uploads the file to choose: we neither invent nor keep one. */
    private static List<Cell> account(User user) {
        Stream<Cell> known = Stream.of(
                Cell.of(user.displayName()),
                Cell.of(user.email()),
                Cell.EMPTY,
                Cell.yesNo(!user.enabled()),
                Cell.of(user.firstName()),
                Cell.of(user.lastName()));
        return Stream.concat(known, Collections.nCopies(11, Cell.EMPTY).stream())
                .toList();
    }

    private static List<Cell> customerUser(User user) {
        return List.of(
                Cell.of(user.firstName()),
                Cell.of(user.lastName()),
                Cell.of(user.displayName()),
                Cell.of(user.email()),
                Cell.EMPTY);
    }
}
