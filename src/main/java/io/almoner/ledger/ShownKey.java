package io.almoner.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.ProductKey;

/**
 * A key that a run had shown, and what whoever gets it has to know.
 *
 * @param organisationCode the organisation (OrgId)
 * @param organisationName its name
 * @param mpnId the location of the benefit
 * @param orderNumber the order that grants it
 * @param benefitName the benefit
 * @param key the key, still sealed, as the run left it
 * @param specialInstructions what is to be read before it is used; null when there are none
 * @param downloadLinks where the product is
 * @param sourceName the file that asked for it; null when no file did
 * @param row the row that asked for it; 0 when none did
 */
public record ShownKey(
        String organisationCode,
        String organisationName,
        String mpnId,
        String orderNumber,
        String benefitName,
        ProductKey key,
        @Nullable String specialInstructions,
        List<String> downloadLinks,
        @Nullable String sourceName,
        int row) {}
