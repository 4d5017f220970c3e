package io.almoner.reconcile;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Change;
import io.almoner.book.Entity;

/**
 * One point on which the ledger and a portal disagree.
 *
 * @param situation how
 * @param subject about what
 * @param here what the ledger has; null when it has nothing
 * @param variant picks one of the situation's texts; null for its usual one
 * @param differences the values that differ; empty unless values do
 * @param candidates what a row could mean, when it could mean several things
 * @param fix the change that would make the ledger agree; null when no change of the ledger can. A new entity has the key 0
 *     until the change is made
 */
public record Drift(
        Situation situation,
        Subject subject,
        @Nullable Entity here,
        @Nullable String variant,
        List<Difference> differences,
        List<String> candidates,
        @Nullable Change fix) {

    public Drift {
        differences = List.copyOf(differences);
        candidates = List.copyOf(candidates);
    }

    static Drift of(Situation situation, Subject subject, @Nullable Entity here) {
        return new Drift(situation, subject, here, null, List.of(), List.of(), null);
    }

    Drift variant(String name) {
        return new Drift(situation, subject, here, name, differences, candidates, fix);
    }

    Drift differing(List<Difference> values) {
        return new Drift(situation, subject, here, variant, values, candidates, fix);
    }

    Drift among(List<String> possible) {
        return new Drift(situation, subject, here, variant, differences, possible, fix);
    }

    Drift fixedBy(@Nullable Change change) {
        return new Drift(situation, subject, here, variant, differences, candidates, change);
    }
}
