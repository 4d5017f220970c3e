package io.almoner.ledger;

/**
 * Where a benefit stands, in words that tell it from every other.
 *
 * @param organisationCode the organisation (OrgId)
 * @param mpnId the location
 * @param orderNumber the order that grants it
 * @param name its name
 */
public record BenefitPlace(String organisationCode, String mpnId, String orderNumber, String name) {}
