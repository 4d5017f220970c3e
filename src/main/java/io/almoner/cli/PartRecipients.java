package io.almoner.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Role;
import io.almoner.jobfile.MailOrder;
import io.almoner.jobfile.Recipient;
import io.almoner.ledger.Ledger;

/** Looks up who gets the part of each organisation: those whom the job file names, and the holders of its role. */
final class PartRecipients {

    private final Ledger ledger;

    PartRecipients(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The recipients by organisation (OrgId), nobody twice; of one that the ledger does not have, nobody.
     *
     * @param only the only organisation that is asked for; null for every one
     */
    SortedMap<String, List<Recipient>> of(MailOrder.Parts parts, @Nullable String only) {
        SortedMap<String, List<Recipient>> recipients = new TreeMap<>();
        List<String> known = ledger.organisationCodes();
        parts.organisations().forEach((code, named) -> {
            if (only == null || only.equals(code)) {
                recipients.put(code, known.contains(code) ? named : List.of());
            }
        });
        Role role = parts.role();
        if (role != null) {
            new RoleHolders(ledger)
                    .of(role, only)
                    .forEach((code, holders) -> recipients.merge(
                            code,
                            holders.stream()
                                    .map(address -> new Recipient(address, null))
                                    .toList(),
                            PartRecipients::both));
        }
        return recipients;
    }

    private static List<Recipient> both(List<Recipient> named, List<Recipient> holders) {
        Map<String, Recipient> byAddress = new LinkedHashMap<>();
        named.forEach(recipient -> byAddress.put(recipient.address().toLowerCase(Locale.ROOT), recipient));
        holders.forEach(recipient -> byAddress.putIfAbsent(recipient.address().toLowerCase(Locale.ROOT), recipient));
        return new ArrayList<>(byAddress.values());
    }
}
