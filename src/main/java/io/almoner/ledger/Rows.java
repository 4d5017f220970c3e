package io.almoner.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a table.
 *
 * @param table the table's name
 * @param columns its columns' names
 * @param types the columns' types
 * @param values the rows, each with one value a column
 */
record Rows(String table, List<String> columns, List<ColumnType> types, List<@Nullable Object[]> values) {}
