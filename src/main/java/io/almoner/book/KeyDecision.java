package io.almoner.book;

import java.util.Optional;

import io.almoner.book.Command.RecordKey;
import io.almoner.rules.KeyRules;

/** Records a product key. */
final class KeyDecision {

    private KeyDecision() {}

    static void record(Case current, RecordKey command, Verdict verdict) {
        Optional<Benefit> benefit = current.benefit(command.benefit(), verdict);
        if (benefit.isEmpty()) {
            return;
        }
        Optional<ProductKey> known = current.book().key(command.key().fingerprint());
        ProductKey key = key(
                command,
                benefit.get(),
                known.map(ProductKey::id).orElseGet(() -> current.identifiers().next()));
        verdict.found(KeyRules.heldElsewhere(current.book(), current.facts(), benefit.get(), key));
        verdict.found(KeyRules.revealedFirst(benefit.get(), key));
        verdict.found(KeyRules.activations(key));
        known.ifPresentOrElse(
                before -> verdict.change(ChangeKind.KEY_CHANGED, before, key),
                () -> verdict.create(ChangeKind.KEY_RECORDED, key));
    }

    private static ProductKey key(RecordKey command, Benefit benefit, long id) {
        return new ProductKey(
                id,
                benefit.id(),
                command.key(),
                command.type(),
                command.seats(),
                command.language(),
                command.operatingSystem(),
                state(command),
                command.revealedOn(),
                command.activationsMax(),
                command.activationsUsed(),
                command.redeemedOn(),
                command.redeemedTenant());
    }

    private static KeyState state(RecordKey command) {
        if (command.redeemedOn() != null) {
            return KeyState.REDEEMED;
        }
        if (command.activationsUsed() == 0) {
            return command.revealedOn() == null ? KeyState.UNREVEALED : KeyState.REVEALED;
        }
        boolean exhausted = command.activationsMax() != null && command.activationsUsed() >= command.activationsMax();
        return exhausted ? KeyState.EXHAUSTED : KeyState.ACTIVATED;
    }
}
