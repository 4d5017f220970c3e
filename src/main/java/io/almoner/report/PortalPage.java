package io.almoner.report;

/** The pages of the portals on which a person has to do something by hand, in the order in which it is done best. */
public enum PortalPage {
    /** Nothing can be assigned to who is not there. */
    USERS,
    ROLES,
    SOFTWARE,
    CLOUD,
    VISUAL_STUDIO,
    TECHNICAL,
    /** A contact comes before any offer. */
    GO_TO_MARKET,
    REQUESTS
}
