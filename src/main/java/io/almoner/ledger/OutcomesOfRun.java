package io.almoner.ledger;

import java.util.BitSet;
import java.util.Map;

/**
 * What a run has committed of a source.
 *
 * @param lastRow the last row that has an outcome; 0 when none has
 * @param counts how many rows have which outcome; every outcome has an entry
 * @param rejected the refused rows by their number
 */
public record OutcomesOfRun(int lastRow, Map<Outcome, Long> counts, BitSet rejected) {}
