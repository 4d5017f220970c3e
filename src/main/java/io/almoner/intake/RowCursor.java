package io.almoner.intake;

import java.io.Closeable;

import org.jspecify.annotations.Nullable;

/** The rows of one table below its header, in file order, streamed: memory does not grow with the file. */
public interface RowCursor extends Closeable {

    /**
     * The next row, or null at the end. Blank rows after the last row with content are not given.
     *
     * @throws UnusableInputException when the rest cannot be read (FIL-010)
     */
    @Nullable
    Row next();

    /** Releases the file. */
    @Override
    void close();
}
