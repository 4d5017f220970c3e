package io.almoner.rules;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Change;
import io.almoner.book.EntityName;
import io.almoner.book.Obstacle;
import io.almoner.book.OrgBook;

/** Rules about taking back what a run did: UND-001 and UND-002. */
public final class UndoRules {

    private UndoRules() {}

    /**
     * Why a change stays.
     *
     * @param blocked the change
     * @param laterRun the other run that changed the same since; null when none did
     */
    public static Finding stays(OrgBook book, Change blocked, Obstacle obstacle, @Nullable String laterRun) {
        EntityName names = new EntityName(book);
        String name = blocked.entity().match(names);
        return switch (obstacle) {
            case CHANGED ->
                laterRun == null
                        ? Finding.of(Rule.UND_001, null, null)
                        : Finding.of(Rule.UND_001, null, name, name, laterRun).variant("changed");
            case NEEDED -> Finding.of(Rule.UND_001, null, name, name).variant("needed");
            case REVEALED -> Finding.of(Rule.UND_002, null, name, name).variant("revealed");
            case EXPORTED -> Finding.of(Rule.UND_002, null, name, name).variant("exported");
            case GIVEN_UP -> {
                String holder =
                        blocked.before() == null ? name : blocked.before().match(names);
                yield Finding.of(Rule.UND_002, null, holder, holder).variant("personal");
            }
        };
    }
}
