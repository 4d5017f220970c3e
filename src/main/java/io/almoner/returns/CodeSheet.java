package io.almoner.returns;

import java.util.List;

/**
 * One of the two sheets about codes, however it is written.
 *
 * @param widths of the columns, in characters
 * @param lines the rows below the header; a cell is a text or a whole number
 */
record CodeSheet(String name, List<String> header, List<Integer> widths, List<List<Object>> lines) {}
