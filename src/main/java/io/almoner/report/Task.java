package io.almoner.report;

/** What a person has to do in a portal; each has a sentence in the texts. */
public enum Task {
    USER_INVITE,
    USER_CHANGE,
    USER_REMOVE,
    ROLE_REVOKE,
    ROLE_GRANT,
    SEAT_TAKE,
    /** The seat has a new holder, whom the file for the portal brings. */
    SEAT_HAND_OVER,
    SEAT_GIVE,
    SEAT_CHANGE,
    /** A usage-based cloud service, for its one user. */
    SERVICE_ACTIVATE,
    TECHNICAL_GIVE,
    KEY_ACTIVATE,
    TOKEN_REDEEM,
    ACTIVATION_RELEASE,
    CONTACT_REMOVE,
    CONTACT_SET,
    OFFER_ACTIVATE,
    OFFER_WITHDRAW,
    REQUEST_CANCEL,
    REQUEST_HOURS,
    REQUEST_WITHDRAW
}
