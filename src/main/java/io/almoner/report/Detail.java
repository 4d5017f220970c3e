package io.almoner.report;

/** What else has to be known for a task; each has a label in the texts. */
public enum Detail {
    ROLE,
    NAME,
    SIGN_IN,
    LEVEL,
    GUID,
    NEXT_HOLDER,
    NOTIFICATION,
    DOWNLOADS,
    COUNTRY,
    LANGUAGE,
    KEY,
    TENANT,
    PHASE,
    HOURS,
    SERVICE_REQUEST,
    REQUESTED_ON,
    CONTACT,
    PHONE,
    PREFERRED_LANGUAGE,
    ACTIVATE_BY,
    REFERENCE
}
