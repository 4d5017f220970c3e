package io.almoner.book;

import java.util.Optional;

import io.almoner.book.Command.RecordContact;
import io.almoner.rules.ContactRules;

/** Records a marketing contact. */
final class ContactDecision {

    private ContactDecision() {}

    static void record(Case current, RecordContact command, Verdict verdict) {
        Optional<User> user = current.user(command.userEmail(), "UserEmail", verdict);
        if (user.isEmpty()) {
            return;
        }
        verdict.found(ContactRules.complete(command));
        verdict.found(ContactRules.otherThanAccount(command, current.book()));
        verdict.found(ContactRules.form(command));
        if (verdict.refused() || command.email() == null || command.phone() == null || command.language() == null) {
            return;
        }
        Optional<MarketingContact> known = current.book().contact(user.get());
        MarketingContact contact = new MarketingContact(
                known.map(MarketingContact::id)
                        .orElseGet(() -> current.identifiers().next()),
                user.get().id(),
                command.name(),
                command.email(),
                command.phone(),
                command.language());
        known.ifPresentOrElse(
                before -> verdict.change(ChangeKind.CONTACT_CHANGED, before, contact),
                () -> verdict.create(ChangeKind.CONTACT_RECORDED, contact));
    }
}
