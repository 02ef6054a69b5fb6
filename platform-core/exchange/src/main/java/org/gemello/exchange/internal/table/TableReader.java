package org.gemello.exchange.internal.table;

import java.io.Closeable;
import java.io.IOException;

/** Reads one table from one file that somebody else may have written. */
public interface TableReader extends Closeable {

    /**
     * The next row, null at the end.
     *
     * @throws IOException where the file cannot be read on: damaged, or beyond what is allowed
     */
    ReadRow next() throws IOException;

    /** Share of the file that has been read, 0 to 1. */
    double share();
}
