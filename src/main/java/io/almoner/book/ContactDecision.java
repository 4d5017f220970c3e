package io.almoner.book;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command.RecordContact;
import io.almoner.rules.ContactRules;

/** Records or sets a marketing contact. */
final class ContactDecision {

    private ContactDecision() {}

    static void record(Case current, RecordContact command, Verdict verdict) {
        Optional<User> user = current.user(command.userEmail(), "UserEmail", verdict);
        if (user.isEmpty()) {
            return;
        }
        set(current, command.contact(), user.get(), verdict);
    }

    /**
     * Names who receives the mail about offers.
     *
     * @param user null when the row names nobody (MKT-002)
     */
    static void set(Case current, ContactDetails contact, @Nullable User user, Verdict verdict) {
        verdict.found(ContactRules.complete(contact));
        verdict.found(ContactRules.otherThanAccount(contact, current.book()));
        verdict.found(ContactRules.form(contact));
        if (verdict.refused()
                || user == null
                || contact.email() == null
                || contact.phone() == null
                || contact.language() == null) {
            return;
        }
        Optional<MarketingContact> known = current.book().contact(user);
        MarketingContact after = new MarketingContact(
                known.map(MarketingContact::id)
                        .orElseGet(() -> current.identifiers().next()),
                user.id(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.language());
        known.ifPresentOrElse(
                before -> verdict.change(ChangeKind.CONTACT_CHANGED, before, after),
                () -> verdict.create(ChangeKind.CONTACT_RECORDED, after));
    }
}
