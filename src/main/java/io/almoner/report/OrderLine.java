package io.almoner.report;

import org.jspecify.annotations.Nullable;

/**
 * A purchased package of one organisation.
 *
 * @param offerType code of the offer type, such as {@code GOLD}
 */
record OrderLine(
        String organisation,
        String number,
        String offerType,
        @Nullable String competency) {}
