/**
 * Compares the book of an organisation with what portals say: what differs, why, and what would put it right. Pure, as
 * the core is: no database, no clock, no files. What is done about a difference is decided elsewhere and goes through the
 * rules as every other change.
 */
@NullMarked
package io.almoner.reconcile;

import org.jspecify.annotations.NullMarked;
