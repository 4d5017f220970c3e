package io.almoner.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * One value that is not the same on both sides.
 *
 * @param field the column's name, such as {@code NotificationEmail}
 * @param here what the ledger has; null when it has none
 * @param there what the portal says; never null, since an empty cell says nothing
 */
public record Difference(String field, @Nullable String here, String there) {}
