package io.almoner.reconcile;

import java.time.LocalDate;

import io.almoner.rules.Policy;

/**
 * Under what is compared.
 *
 * @param on the business date
 * @param policy for windows and dates
 * @param tolerance how far apart values may be
 */
public record Terms(LocalDate on, Policy policy, Tolerance tolerance) {}
