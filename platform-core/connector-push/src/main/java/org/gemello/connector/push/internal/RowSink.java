package org.gemello.connector.push.internal;

import org.gemello.api.connection.Pushable.Row;

/** Takes what a reader finds, row by row. */
interface RowSink {

    /** @param place such as {@code line 7} */
    void row(Row row, String place);

    /** What stands there cannot be read. */
    void refused(String place, String cause);
}
