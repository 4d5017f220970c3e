package io.almoner.ledger;

/**
 * Where a text that only one entity may have went.
 *
 * @param hash of the table and the text
 * @param organisationId the organisation
 * @param id the entity
 */
record Place(long hash, long organisationId, long id) {

    static Place of(Table<?> table, String text, long organisationId, long id) {
        return new Place(hash(table, text), organisationId, id);
    }

    /** 64 bits, stored in ledgers and therefore for ever the same; equal hashes of different texts do no harm. */
    static long hash(Table<?> table, String text) {
        long hash = table.name().hashCode();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
