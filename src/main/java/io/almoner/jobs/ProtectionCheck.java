package io.almoner.jobs;

import java.util.List;

import io.almoner.ledger.KnownNames;
import io.almoner.ledger.LedgerView;
import io.almoner.reconcile.Handling;
import io.almoner.reconcile.Protection;
import io.almoner.rules.Finding;
import io.almoner.rules.Rule;

/** Tells of protections that protect nothing: a name that is misspelt would be touched all the same. */
final class ProtectionCheck {

    private final KnownNames names;

    ProtectionCheck(LedgerView view) {
        names = view.knownNames();
    }

    /** A finding for each protection of what the ledger does not know. */
    List<Finding> findings(Handling handling) {
        return handling.protections().stream()
                .filter(protection -> !isKnown(protection))
                .map(protection ->
                        Finding.of(Rule.REC_011, null, null, protection.name()).variant("protection"))
                .toList();
    }

    private boolean isKnown(Protection protection) {
        return switch (protection.what()) {
            case ORGANISATION -> names.hasOrganisation(protection.name());
            case USER -> names.hasUser(protection.name());
            case BENEFIT -> names.hasBenefit(protection.name());
        };
    }
}
