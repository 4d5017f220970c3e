package io.almoner.book;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One change of a book: an entity before and after. Applied to the book it is the book's next state; written to the
 * ledger it is a row of the audit trail; turned round it is its own undo.
 *
 * @param kind what happened
 * @param before the entity as it was; null when it is new
 * @param after the entity as it is; null when it is gone
 */
public record Change(
        ChangeKind kind, @Nullable Entity before, @Nullable Entity after) {

    public Change {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change needs a before or an after");
        }
    }

    /** Something new. */
    public static Change created(ChangeKind kind, Entity after) {
        return new Change(kind, null, after);
    }

    /** Something that is now otherwise. */
    public static Change changed(ChangeKind kind, Entity before, Entity after) {
        return new Change(kind, before, after);
    }

    /** The entity that it is about, as it is now or was last. */
    public Entity entity() {
        if (after != null) {
            return after;
        }
        return Objects.requireNonNull(before);
    }
}
