/** The command line: options, progress, JSON and exit codes. Starts Spring only for commands that need the ledger. */
@org.jspecify.annotations.NullMarked
package io.almoner.cli;
