package org.gemello.api.connection;

/** State of a connection to a source. */
public enum ConnectionState {
    CONNECTING,
    CONNECTED,
    /** Was connected or tried to; it keeps trying. */
    DISCONNECTED,
    STOPPED
}
