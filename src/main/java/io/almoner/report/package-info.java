/**
 * Reports for managers. Each is a query, a design of its name and an entry in {@link io.almoner.report.Subject}; what it
 * reads becomes one {@link io.almoner.report.Report}, from which PDF, XLSX, HTML and CSV are written, so that all show the
 * same figures. The door is {@link io.almoner.report.Reports}. Rows stream from the ledger; nothing here changes it, and no
 * product key is read.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.report;
