package org.gemello.connector.mqtt.internal;

/** A payload cannot be read or a message not be sent. Without a stack trace, because hostile payloads may come at line speed. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param cause place and remedy */
    public Refusal(String cause) {
        super(cause, null, false, false);
    }
}
