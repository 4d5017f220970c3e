package io.almoner.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What an export wrote of changes that are still to be made in a portal.
 *
 * @param runId the export
 * @param kind what it wrote, such as {@code vs-bulk-add}: each kind is carried over by itself
 * @param organisationId the only organisation; null for every one
 * @param revision the ledger's revision that it saw: younger changes were not in its files
 * @param confirmedBy who said that all of it has been made in the portal; null when nobody has
 */
public record HandOver(
        long runId,
        String kind,
        @Nullable Long organisationId,
        long revision,
        @Nullable String confirmedBy) {}
