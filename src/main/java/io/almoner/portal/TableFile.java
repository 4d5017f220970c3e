package io.almoner.portal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table being written; closing it completes the content. */
interface TableFile extends Closeable {

    /** Writes the next row. */
    void write(List<Cell> row) throws IOException;
}
