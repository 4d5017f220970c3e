package io.almoner.book;

import java.util.List;

import io.almoner.rules.Finding;

/**
 * The answer to a command.
 *
 * @param changes what is to change; empty when everything is already so, or when the command is refused
 * @param findings what the rules have to say; the command is refused when one of them refuses
 */
public record Decision(List<Change> changes, List<Finding> findings) {

    public Decision {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /** True when nothing of the command may be applied. */
    public boolean refused() {
        return findings.stream().anyMatch(Finding::refuses);
    }
}
