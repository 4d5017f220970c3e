package io.almoner.book;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something that is asked of Microsoft through a request.
 *
 * @param id the surrogate key
 * @param kind what is asked for
 * @param orderId the order that it is about
 * @param benefitId the benefit that it is about; null for the whole order
 * @param userId for whom; null when for nobody in particular
 * @param number of the service request, if known
 * @param requestedOn when it was or is asked
 * @param phase of advisory hours; null for a cancellation
 * @param hours how many; null for a cancellation
 * @param reference the admin's own reference, if any: it tells requests apart that are otherwise equal
 */
public record ServiceRequest(
        long id,
        Kind kind,
        long orderId,
        @Nullable Long benefitId,
        @Nullable Long userId,
        @Nullable String number,
        LocalDate requestedOn,
        @Nullable Phase phase,
        @Nullable Long hours,
        @Nullable String reference)
        implements Entity {

    /** What is asked for. */
    public enum Kind {
        CANCELLATION,
        ADVISORY_HOURS
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.serviceRequest(this);
    }
}
