/**
 * Files to rows: what a file is, how it is encoded, which layout it has, and its rows, streamed. The door is
 * {@link io.almoner.intake.Intake}; {@link io.almoner.intake.Inspector} shows what it sees. Everything is bounded,
 * because files come from anywhere; XLSX is pulled as XML straight from its archive, since readers that are fast do not
 * defend themselves and readers that do are slow. Knows nothing of the ledger.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.intake;
