package io.almoner.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.almoner.rules.Finding;

/** A decision while it is being made: what was found and what is to change so far. */
final class Verdict {

    private final Setting setting;
    private final List<Finding> findings = new ArrayList<>(2);
    private final List<Change> changes = new ArrayList<>(2);

    Verdict(Setting setting) {
        this.setting = setting;
    }

    void found(Finding finding) {
        findings.add(setting.weigh(finding));
    }

    void found(List<Finding> more) {
        more.forEach(this::found);
    }

    boolean refused() {
        for (Finding finding : findings) {
            if (finding.refuses()) {
                return true;
            }
        }
        return false;
    }

    void create(ChangeKind kind, Entity entity) {
        changes.add(Change.created(kind, entity));
    }

    void remove(ChangeKind kind, Entity entity) {
        changes.add(new Change(kind, entity, null));
    }

    /** Notes a change unless both are equal. */
    void change(ChangeKind kind, Entity before, Entity after) {
        if (!before.equals(after)) {
            changes.add(Change.changed(kind, before, after));
        }
    }

    /** Notes something that happened to an entity without changing it. */
    void note(ChangeKind kind, Entity entity) {
        changes.add(Change.changed(kind, entity, entity));
    }

    /** The decision; a refused one changes nothing. */
    Decision decision() {
        return new Decision(refused() ? List.of() : changes, findings);
    }

    /** The newer value where there is one. */
    static <T> @Nullable T newer(@Nullable T value, @Nullable T current) {
        return value == null ? current : value;
    }

    static <T> boolean differ(@Nullable T one, @Nullable T other) {
        return !Objects.equals(one, other);
    }
}
