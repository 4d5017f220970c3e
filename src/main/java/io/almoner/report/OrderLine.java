package io.almoner.report;

import org.jspecify.annotations.Nullable;

/**
 * A purchased package of one organisation, as far as one of its locations holds it.
 *
 * @param mpnId of the location
 * @param offerType code of the offer type, such as {@code GOLD}
 */
record OrderLine(
        String organisation,
        String number,
        String mpnId,
        String offerType,
        @Nullable String competency) {}
