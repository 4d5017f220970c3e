package io.almoner.book;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an order grants at one location.
 *
 * @param id the surrogate key
 * @param orderId the order that grants it
 * @param locationId the location that holds it
 * @param name the product's name; unique within order and location
 * @param category its family
 * @param type core or incremental
 * @param quantity how much is granted, in {@code unit}; 0 for {@link Unit#UNLIMITED}
 * @param unit what the quantity counts
 * @param used how much was used when the source was written, in {@code unit}
 * @param status the portal's Status
 * @param usableUntil the last day of use, inclusive, if known
 * @param activateBy the last day of activation, inclusive, if known
 * @param specialInstructions what whoever gets the keys must read; null when none
 * @param languages offered languages; empty when the source names none
 * @param operatingSystems offered operating systems; empty when the source names none
 * @param downloadLinks where to download; may be empty
 */
public record Benefit(
        long id,
        long orderId,
        long locationId,
        String name,
        Category category,
        BenefitType type,
        long quantity,
        Unit unit,
        long used,
        BenefitStatus status,
        @Nullable LocalDate usableUntil,
        @Nullable LocalDate activateBy,
        @Nullable String specialInstructions,
        List<String> languages,
        List<String> operatingSystems,
        List<String> downloadLinks)
        implements Entity {

    public Benefit {
        languages = List.copyOf(languages);
        operatingSystems = List.copyOf(operatingSystems);
        downloadLinks = List.copyOf(downloadLinks);
    }

    /** The benefit with another status. */
    public Benefit with(BenefitStatus next) {
        return new Benefit(
                id,
                orderId,
                locationId,
                name,
                category,
                type,
                quantity,
                unit,
                used,
                next,
                usableUntil,
                activateBy,
                specialInstructions,
                languages,
                operatingSystems,
                downloadLinks);
    }

    /** True when it is activated by product keys: software, and cloud services that are licensed by the seat. */
    public boolean hasKeys() {
        return category == Category.SOFTWARE || (category == Category.CLOUD && !isUsageBased());
    }

    /** True for a cloud service that is paid by its use. */
    public boolean isUsageBased() {
        return category == Category.CLOUD && (unit == Unit.USD_MONTH || unit == Unit.USD_YEAR);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.benefit(this);
    }
}
