package org.gemello.connector.push.internal;

import org.gemello.api.connection.Connection;

/** A running input of samples. */
interface Input extends Connection, AutoCloseable {

    /** Takes no more, and ends when what was taken is stored. */
    @Override
    void close();
}
