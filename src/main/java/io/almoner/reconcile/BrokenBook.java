package io.almoner.reconcile;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Entity;
import io.almoner.book.EntityName;
import io.almoner.book.OrgBook;

/** What the ledger holds otherwise than its audit trail says. */
public final class BrokenBook {

    private BrokenBook() {}

    /**
     * The difference.
     *
     * @param book the book as it is kept
     * @param kept the entity as it is kept; null when it is not there
     * @param told the entity as the trail tells it; null when the trail says that there is none
     */
    public static Drift of(OrgBook book, @Nullable Entity kept, @Nullable Entity told) {
        Entity entity = kept != null ? kept : told;
        if (entity == null) {
            throw new IllegalArgumentException("neither kept nor told");
        }
        Subject subject = Subject.of(kind(entity), entity.match(new EntityName(book)));
        return Drift.of(Situation.BROKEN_BOOK, subject, kept);
    }

    private static Subject.Kind kind(Entity entity) {
        return entity.match(new Kinds());
    }
}
