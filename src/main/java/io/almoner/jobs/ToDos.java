package io.almoner.jobs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.almoner.book.Entity;
import io.almoner.book.ProductKey;
import io.almoner.book.PurchaseOrder;
import io.almoner.ledger.AuditEntry;
import io.almoner.ledger.Run;
import io.almoner.ledger.SourceKey;
import io.almoner.portal.ChangedBook;
import io.almoner.portal.NetChange;
import io.almoner.report.ToDoLine;
import io.almoner.report.ToDoLine.Origin;

/** Gathers what people have to do by hand, organisation by organisation. */
final class ToDos {

    private final OpenChanges open;
    private final Set<String> organisations = new LinkedHashSet<>();
    private final List<ToDoLine> lines = new ArrayList<>();

    ToDos(OpenChanges open) {
        this.open = open;
    }

    /** Whether a change of that entity can be anything to do: keys and orders have what is done with them beside them. */
    static boolean concern(Entity entity) {
        return !(entity instanceof ProductKey || entity instanceof PurchaseOrder);
    }

    /** Adds what is to be done for one organisation. */
    void add(ChangedBook changed) {
        organisations.add(changed.book().organisation().orElseThrow().name());
        for (NetChange change : changed.changes()) {
            ToDoLines made = new ToDoLines(changed, origin(change.last()));
            change.entity().match(new ToDosOfChange(changed, change, made));
            lines.addAll(made.lines());
        }
    }

    private Origin origin(AuditEntry entry) {
        Run run = open.run(entry);
        String askedBy = run.begun().actingUser();
        return new Origin(
                run.begun().onDate(),
                askedBy == null ? "" : askedBy,
                open.source(entry).map(SourceKey::name).orElse(null),
                entry.row());
    }

    /** The names of the organisations that were added. */
    List<String> organisations() {
        return List.copyOf(organisations);
    }

    List<ToDoLine> lines() {
        return List.copyOf(lines);
    }
}
