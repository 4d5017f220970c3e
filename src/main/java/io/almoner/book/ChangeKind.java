package io.almoner.book;

import java.util.Locale;

/** What happened, in the words of the audit trail and of the summary's {@code changes}. */
public enum ChangeKind {
    ORGANISATION_MIGRATED,
    ORGANISATION_CHANGED,
    LOCATION_RECORDED,
    LOCATION_CHANGED,
    USER_RECORDED,
    USER_CHANGED,
    MEMBERSHIP_RECORDED,
    MEMBERSHIP_CHANGED,
    ROLE_GRANTED,
    ORDER_RECORDED,
    ORDER_CHANGED,
    BENEFIT_RECORDED,
    BENEFIT_CHANGED,
    KEY_RECORDED,
    KEY_CHANGED,
    /** Clear keys left the ledger in a file made for it. */
    KEYS_EXPORTED,
    SEAT_RECORDED,
    SEAT_ASSIGNED,
    SEAT_CHANGED,
    CONTACT_RECORDED,
    CONTACT_CHANGED;

    /** The public word, such as {@code seat_assigned}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
