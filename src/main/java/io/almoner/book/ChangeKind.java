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
    ROLE_REVOKED,
    ORDER_RECORDED,
    ORDER_CHANGED,
    BENEFIT_RECORDED,
    BENEFIT_CHANGED,
    KEY_RECORDED,
    KEY_CHANGED,
    /** A key was shown for the first time. */
    KEY_REVEALED,
    /** A key that had been revealed before was shown again. */
    KEY_SHOWN,
    KEY_ACTIVATED,
    KEY_ACTIVATION_RECORDED,
    /** Clear keys left the ledger in a file made for it. */
    KEYS_EXPORTED,
    SEAT_RECORDED,
    SEAT_ASSIGNED,
    SEAT_CHANGED,
    SEAT_REMOVED,
    SEAT_REASSIGNED,
    OFFER_ACTIVATED,
    SERVICE_REQUEST_RECORDED,
    CONTACT_RECORDED,
    CONTACT_CHANGED,
    /** A change of an earlier run was taken back. */
    CHANGE_UNDONE;

    /** The public word, such as {@code seat_assigned}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
