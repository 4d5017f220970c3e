package io.almoner.book;

/**
 * Where in the ledger a key or a subscription GUID is held.
 *
 * @param organisationCode the organisation (OrgId)
 * @param orderNumber the order
 * @param benefitName the benefit
 */
public record Holder(String organisationCode, String orderNumber, String benefitName) {}
