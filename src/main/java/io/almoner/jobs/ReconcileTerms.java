package io.almoner.jobs;

import io.almoner.reconcile.ChangeLimit;
import io.almoner.reconcile.Handling;
import io.almoner.reconcile.Tolerance;

/**
 * What a reconciliation is told beside what every run is told.
 *
 * @param handling what is to be done about each difference
 * @param limit how much of one organisation may change
 * @param tolerance up to how much values count as the same
 */
public record ReconcileTerms(Handling handling, ChangeLimit limit, Tolerance tolerance) {}
