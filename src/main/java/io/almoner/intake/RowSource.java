package io.almoner.intake;

import java.io.Closeable;

import org.jspecify.annotations.Nullable;

/** The rows of a table below its header as a format gives them; all of them of kind {@link Row.Kind#DATA}. */
interface RowSource extends Closeable {

    /** The next row, or null at the end. */
    @Nullable
    Row next();

    @Override
    void close();
}
