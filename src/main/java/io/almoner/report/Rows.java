package io.almoner.report;

import java.util.stream.Stream;

/**
 * A source of rows that is read from the start each time it is opened, so that one report can be written in several
 * formats without keeping its rows in memory.
 */
@FunctionalInterface
interface Rows<T> {

    /** A stream to be closed by the reader. */
    Stream<T> open();
}
