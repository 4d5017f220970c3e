package io.almoner.portal;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Entity;
import io.almoner.ledger.AuditEntry;

/**
 * What became of an entity since a portal last knew it.
 *
 * @param first the oldest change that the portal does not know
 * @param last the youngest one: it says who wanted it last, and where that stands
 */
public record NetChange(AuditEntry first, AuditEntry last) {

    /** The change with another one of the same entity, in whatever order they come. */
    NetChange plus(AuditEntry entry) {
        return new NetChange(entry.id() < first.id() ? entry : first, entry.id() > last.id() ? entry : last);
    }

    /** The entity as the portal knows it; null when the portal does not have it. */
    public @Nullable Entity before() {
        return first.change().before();
    }

    /** The entity as it is to be; null when it is to go. */
    public @Nullable Entity after() {
        return last.change().after();
    }

    /** The entity, as it is to be or as the portal knows it. */
    public Entity entity() {
        Entity after = after();
        return after == null ? Objects.requireNonNull(before()) : after;
    }

    /** True when the portal has all of it already, since what was changed was changed back. */
    boolean isNothing() {
        return Objects.equals(before(), after());
    }
}
