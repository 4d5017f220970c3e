package io.almoner.portal;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Benefit;
import io.almoner.book.Location;
import io.almoner.book.MarketingContact;
import io.almoner.book.OrgBook;
import io.almoner.book.PurchaseOrder;
import io.almoner.book.Seat;
import io.almoner.book.User;

/** What the ledger knows that can be chosen in a template; of each list no more than {@link #LIMIT}. */
public final class LedgerLists {

    /** More than this nobody finds in a drop-down. */
    public static final int LIMIT = 20_000;

    /** What a drop-down shows of a line. */
    private static final int LONGEST = 255;

    private final Map<Choice, SortedSet<String>> values = new EnumMap<>(Choice.class);
    private boolean cut;

    /** Takes over what can be chosen in one organisation. */
    public void add(OrgBook book) {
        offer(Choice.ORGANISATIONS, book.code());
        for (Location location : book.locations()) {
            offer(Choice.MPN_IDS, location.mpnId());
            offer(Choice.COUNTRIES, location.country());
        }
        book.orders().stream().map(PurchaseOrder::number).forEach(number -> offer(Choice.ORDERS, number));
        book.benefits().forEach(benefit -> add(book, benefit));
        book.users().stream()
                .filter(user -> isConcerned(book, user))
                .sorted(Comparator.comparing(User::email))
                .forEach(user -> add(book, user));
    }

    /** Who is disabled receives nothing more, and is named only to have a seat taken away. */
    private static boolean isConcerned(OrgBook book, User user) {
        return user.enabled() || !book.seatsOf(user).isEmpty();
    }

    private void add(OrgBook book, User user) {
        offer(Choice.USERS, user.email());
        book.contact(user).map(MarketingContact::language).ifPresent(tag -> offer(Choice.LANGUAGE_TAGS, tag));
    }

    private void add(OrgBook book, Benefit benefit) {
        offer(Choice.BENEFITS, benefit.name());
        benefit.languages().forEach(language -> offer(Choice.LANGUAGES, language));
        benefit.operatingSystems().forEach(system -> offer(Choice.OPERATING_SYSTEMS, system));
        book.seats(benefit).stream()
                .map(Seat::level)
                .filter(Objects::nonNull)
                .forEach(level -> offer(Choice.LEVELS, level));
    }

    private void offer(Choice choice, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST || hasControls(value)) {
            return;
        }
        SortedSet<String> list = values.computeIfAbsent(choice, key -> new TreeSet<>());
        if (list.size() < LIMIT) {
            list.add(value);
        } else if (!list.contains(value)) {
            cut = true;
        }
    }

    private static boolean hasControls(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }

    /** Whether something had no room: what follows can be spared. */
    public boolean isCut() {
        return cut;
    }

    boolean isEmpty() {
        return values.values().stream().allMatch(Collection::isEmpty);
    }

    /** The entries of a list, sorted; none when the ledger knows none. */
    List<String> of(Choice choice) {
        return List.copyOf(values.getOrDefault(choice, new TreeSet<>()));
    }
}
