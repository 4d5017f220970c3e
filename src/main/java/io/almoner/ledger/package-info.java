/** The ledger: its schema, books loaded and changes written in bulk, the audit trail, the vault of product keys and the lock that lets one run at a time work. The door is {@link io.almoner.ledger.Ledger}. */
@org.jspecify.annotations.NullMarked
package io.almoner.ledger;
