package io.almoner.ledger;

/**
 * Who has what only one may have: a product key or a subscription GUID.
 *
 * @param organisationCode the organisation's identifier in the files (OrgId)
 * @param orderNumber the order that grants the benefit
 * @param benefitName the benefit's name
 */
public record Holder(String organisationCode, String orderNumber, String benefitName) {}
