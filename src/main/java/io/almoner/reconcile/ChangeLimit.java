package io.almoner.reconcile;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * How much of one organisation a reconciliation may change: an export that breaks off, or that is another company's, must
 * never empty a ledger.
 *
 * @param changes more than so many stop the run; null for any number
 * @param percent more than so many per cent of what the ledger holds of the organisation stop it; null for any share. A
 *     handful of changes is no share
 */
public record ChangeLimit(@Nullable Long changes, @Nullable BigDecimal percent) {

    /** A fifth of an organisation. */
    public static final ChangeLimit STANDARD = new ChangeLimit(null, BigDecimal.valueOf(20));

    /** So few changes are never too large a share. */
    private static final long HANDFUL = 5;

    private static final BigDecimal EVERYTHING = BigDecimal.valueOf(100);

    /**
     * Reads {@code N}, {@code N%} or both, parted by a comma.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static ChangeLimit parse(String text) {
        Long changes = null;
        BigDecimal percent = null;
        for (String part : text.split(",", -1)) {
            String limit = part.strip();
            if (limit.matches("\\d{1,3}(\\.\\d+)?%") && percent == null) {
                percent = new BigDecimal(limit.substring(0, limit.length() - 1));
            } else if (limit.matches("\\d{1,9}") && changes == null) {
                changes = Long.valueOf(limit);
            } else {
                throw new IllegalArgumentException(text);
            }
        }
        return new ChangeLimit(changes, percent);
    }

    /** Whether so many changes of so many things are allowed. */
    public boolean allows(long wanted, long held) {
        if (changes != null && wanted > changes) {
            return false;
        }
        return percent == null || wanted <= HANDFUL || isWithin(wanted, held, percent);
    }

    /**
     * Whether a list that lacks so much of what it had to name can be believed: it may have broken off, or be another
     * company's. Where the ledger is to follow it, a handful is only let go when at least as much is there.
     *
     * @param following how many of those that it lacks would be taken from the ledger
     */
    public boolean believes(long lacking, long following, long listed) {
        boolean handful = lacking <= HANDFUL && (following == 0 || lacking * 2 <= listed);
        return percent == null || handful || isWithin(lacking, listed, percent);
    }

    private static boolean isWithin(long some, long all, BigDecimal percent) {
        return BigDecimal.valueOf(some * 100).compareTo(percent.multiply(BigDecimal.valueOf(all))) <= 0;
    }

    /**
     * Whether a list of which so many rows fit nothing in the ledger can be that of the organisation. Who allows any share of
     * changes, allows that too.
     */
    public boolean recognises(long strangers, long rows) {
        boolean anyShare = percent == null || percent.compareTo(EVERYTHING) >= 0;
        return anyShare || strangers <= HANDFUL || strangers * 2 <= rows;
    }

    @Override
    public String toString() {
        String share = percent == null ? "" : percent.toPlainString() + "%";
        String number = changes == null ? "" : changes.toString();
        return number.isEmpty() || share.isEmpty() ? number + share : number + "," + share;
    }
}
