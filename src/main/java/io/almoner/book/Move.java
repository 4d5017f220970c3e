package io.almoner.book;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What all the tables of a migration, read once before the first row is judged, say of one organisation's move.
 *
 * @param organisationCode the organisation (OrgId)
 * @param invitation the state that its rows give; null when none gives one
 * @param mover what the individuals' table says of the acting user
 * @param locations the locations that the tables name, by MPN ID
 */
public record Move(
        String organisationCode,
        @Nullable MigrationState invitation,
        MoverRight mover,
        Map<String, PlannedLocation> locations) {

    /** Whether the acting user may move the organisation (MIG-002). */
    public enum MoverRight {
        /** She was Global admin in PMC or Primary Program Contact there. */
        ALLOWED,
        /** The tables do not say so; the ledger may. */
        NOT_FOUND
    }

    /**
     * A location as the tables name it.
     *
     * @param mpnId its MPN ID
     * @param parentMpnId the location above it; null when none is given
     * @param kind headquarters or not
     * @param row its row
     */
    public record PlannedLocation(String mpnId, @Nullable String parentMpnId, LocationKind kind, int row) {}

    /** A move that no table says anything of. */
    public static Move unplanned(String organisationCode) {
        return new Move(organisationCode, null, MoverRight.NOT_FOUND, Map.of());
    }
}
