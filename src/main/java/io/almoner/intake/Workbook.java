package io.almoner.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file of several sheets. */
interface Workbook extends Closeable {

    /** In the order of their tabs; charts are not among them. */
    List<Tab> tabs();

    /** The rows of a sheet from its first, numbered as the user sees them. */
    RowSource rows(String sheet) throws IOException;

    @Override
    void close();

    /** A sheet's name, and whether its author hid it. */
    record Tab(String name, Visibility visibility) {}

    /** Whether the user sees a sheet. */
    enum Visibility {
        VISIBLE,
        HIDDEN
    }
}
