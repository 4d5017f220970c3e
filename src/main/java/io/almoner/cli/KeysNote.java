package io.almoner.cli;

import io.almoner.returns.Summary;
import io.almoner.rules.Policy;
import io.almoner.rules.Severity;

/** What people must know who have just been given a file of keys. */
final class KeysNote {

    private final Console console;

    KeysNote(Console console) {
        this.console = console;
    }

    /** Names the file of keys, if the run wrote one, and what having got them means for a refund. */
    void tell(Summary summary, Policy policy) {
        summary.files().stream().filter(file -> file.kind().equals("keys")).forEach(file -> {
            console.result("");
            console.result("%-9s %s".formatted(file.kind(), file.path()));
            console.result(Console.wrapped("          ", consequences(policy)));
        });
    }

    private static String consequences(Policy policy) {
        String refund = policy.revealedKeyInRefund() == Severity.ERROR
                ? "Under policy " + policy.name() + " a key that was shown ends the right to a refund of its order."
                : "A key that is activated ends the right to a refund of its order.";
        return "The keys in it are clear: only you can read it, and the audit trail says who got them. " + refund;
    }
}
