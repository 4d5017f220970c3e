package io.almoner.intake;

/** What a row of {@code bulk_assignments} asks for. */
public enum Action {
    ASSIGN,
    REMOVE,
    REASSIGN,
    ACTIVATE,
    GET_KEYS,
    SET_CONTACT,
    REQUEST_HOURS,
    CANCEL,
    GRANT_ROLE,
    REVOKE_ROLE,
    ADD_USER
}
