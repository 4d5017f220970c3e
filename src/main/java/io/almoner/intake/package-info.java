/** Files to rows: what a file is, how it is encoded, which layout it has, and its rows, streamed. The door is {@link io.almoner.intake.Intake}. Knows nothing of the ledger. */
@org.jspecify.annotations.NullMarked
package io.almoner.intake;
