package io.almoner.jobs;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * How many refused rows are too many; judged on a full pass before anything is applied.
 *
 * @param limit more refused rows than this refuse the run; null for no limit
 * @param measure what the limit counts
 */
public record Safety(@Nullable BigDecimal limit, Measure measure) {

    /** No number of refused rows stops the run. */
    public static final Safety NONE = new Safety(null, Measure.ROWS);

    /** One refused row stops the run. */
    public static final Safety ALL_OR_NOTHING = new Safety(BigDecimal.ZERO, Measure.ROWS);

    /** What a limit counts. */
    public enum Measure {
        ROWS,
        /** Per cent of the rows that were judged. */
        PERCENT
    }

    /**
     * Reads {@code N} or {@code N%}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Safety maxRejects(String text) {
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1) : text;
        if (!number.matches(percent ? "\\d{1,3}(\\.\\d+)?" : "\\d{1,9}")) {
            throw new IllegalArgumentException(text);
        }
        return new Safety(new BigDecimal(number), percent ? Measure.PERCENT : Measure.ROWS);
    }

    /** True when the run has to try everything first. */
    public boolean isGiven() {
        return limit != null;
    }

    /** True when so many refused rows among so many judged ones are not more than allowed. */
    public boolean allows(long rejected, long judged) {
        if (limit == null) {
            return true;
        }
        return switch (measure) {
            case ROWS -> BigDecimal.valueOf(rejected).compareTo(limit) <= 0;
            case PERCENT ->
                BigDecimal.valueOf(rejected * 100).compareTo(limit.multiply(BigDecimal.valueOf(judged))) <= 0;
        };
    }

    @Override
    public String toString() {
        return limit == null ? "none" : limit.toPlainString() + (measure == Measure.PERCENT ? "%" : "");
    }
}
