/**
 * Reports for managers: one query, one design and one data book each, in PDF and XLSX with the same figures. The door is
 * {@link io.almoner.report.Reports}. Rows stream from the ledger; nothing here changes it, and no product key is read.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.report;
