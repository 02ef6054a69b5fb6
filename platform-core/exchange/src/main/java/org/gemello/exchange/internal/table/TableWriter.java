package org.gemello.exchange.internal.table;

import java.io.Closeable;
import java.io.IOException;

/** Writes one table to one file. {@link #close} completes the file; it is whole only where that has succeeded. */
public interface TableWriter extends Closeable {

    /** @param row one element for each column of the table, of the type that {@link ColumnType} says */
    void write(Object... row) throws IOException;

    /** About as many bytes as the file has so far. */
    long bytes();
}
