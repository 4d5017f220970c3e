package io.almoner.reconcile;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import io.almoner.book.Category;
import io.almoner.book.Words;

/**
 * What the sources claim to list completely of an organisation: only there can something be missing in them. A list of
 * keys is complete for the products that it names, a list of subscriptions for Visual Studio.
 */
public final class Coverage {

    private final EnumSet<Subject.Kind> kinds = EnumSet.noneOf(Subject.Kind.class);
    private final EnumSet<Category> seats = EnumSet.noneOf(Category.class);
    private final EnumSet<Subject.Kind> unread = EnumSet.noneOf(Subject.Kind.class);
    private final Set<String> products = new HashSet<>();

    /** Adds what a table of that layout lists completely; a table that only adds to another list has nothing. */
    public void add(String layout) {
        switch (layout) {
            case "pmc_locations" -> kinds.add(Subject.Kind.LOCATION);
            case "pmc_individuals" -> kinds.add(Subject.Kind.USER);
            case "pmc_benefits" -> kinds.add(Subject.Kind.BENEFIT);
            case "pmc_keys" -> kinds.add(Subject.Kind.KEY);
            case "pmc_assignments" -> seats.addAll(EnumSet.allOf(Category.class));
            case "pmc_marketing_contacts" -> kinds.add(Subject.Kind.CONTACT);
            case "user_roles" -> kinds.add(Subject.Kind.ROLE);
            case "entra_users" -> kinds.add(Subject.Kind.USER);
            case "vs_export" -> seats.add(Category.VISUAL_STUDIO);
            default -> {}
        }
    }

    /** Adds a product of which a list names keys. */
    public void addProduct(String product) {
        products.add(Words.plain(product));
    }

    /** Notes that rows of a table of that layout could not be read: what seems to be missing may stand in them. */
    public void addUnread(String layout) {
        switch (layout) {
            case "pmc_locations" -> unread.add(Subject.Kind.LOCATION);
            case "pmc_individuals", "entra_users" -> unread.add(Subject.Kind.USER);
            case "pmc_benefits" -> unread.add(Subject.Kind.BENEFIT);
            case "pmc_keys", "keys_export" -> unread.add(Subject.Kind.KEY);
            case "pmc_assignments", "vs_export" -> unread.add(Subject.Kind.SEAT);
            case "pmc_marketing_contacts" -> unread.add(Subject.Kind.CONTACT);
            case "user_roles" -> unread.add(Subject.Kind.ROLE);
            default -> {}
        }
    }

    /** Whether something of that kind may stand in a row that could not be read. */
    boolean leavesOpen(Subject.Kind kind) {
        return unread.contains(kind);
    }

    boolean covers(Subject.Kind kind) {
        return kinds.contains(kind);
    }

    boolean coversSeatsOf(Category category) {
        return seats.contains(category);
    }

    boolean coversKeysOf(String product) {
        return kinds.contains(Subject.Kind.KEY) || products.contains(Words.plain(product));
    }
}
