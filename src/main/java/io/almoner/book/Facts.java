package io.almoner.book;

import java.util.Map;

/**
 * What one organisation's book cannot know by itself.
 *
 * @param keys who holds a key, by fingerprint, in the whole ledger
 * @param guids who holds a subscription GUID, in the whole ledger
 * @param mpnIds which organisation (OrgId) an MPN ID belongs to, in the whole ledger
 * @param move what the tables of a migration say of the organisation
 */
public record Facts(Map<String, Holder> keys, Map<String, Holder> guids, Map<String, String> mpnIds, Move move) {}
