package io.almoner.jobs;

import java.util.List;

import io.almoner.intake.Row;

/**
 * Some consecutive rows of one table: what is judged and committed together.
 *
 * @param table the table's position among the run's tables
 * @param rows in file order; never empty
 */
record Block(int table, List<Row> rows) {}
