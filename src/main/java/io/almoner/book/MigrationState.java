package io.almoner.book;

/** How far an organisation has moved from PMC to Partner Center; it never goes back. */
public enum MigrationState {
    NOT_INVITED,
    INVITED,
    IN_PROGRESS,
    MIGRATED,
    CONSOLIDATED;

    /** True when the migration gate (MIG-001) lets the organisation's rows through. */
    public boolean isInvited() {
        return this != NOT_INVITED;
    }

    /** True when the organisation is managed in Partner Center. */
    public boolean isMoved() {
        return this == MIGRATED || this == CONSOLIDATED;
    }

    /** The state after a migration: MIGRATED, unless it is already further. */
    public MigrationState migrated() {
        return this == CONSOLIDATED ? this : MIGRATED;
    }
}
