package org.gemello.exchange.internal.history;

import java.io.IOException;
import org.gemello.exchange.internal.table.ReadRow;

/** Takes the rows of one table into the log. */
interface TableImport {

    /** @throws IllegalArgumentException where the row cannot be taken; the message is for people */
    void take(ReadRow row) throws IOException, InterruptedException;

    /** Appends what is still held. */
    void finish() throws IOException, InterruptedException;

    /** Rows that were appended. */
    long added();

    /** Rows that the history had already. */
    long known();
}
