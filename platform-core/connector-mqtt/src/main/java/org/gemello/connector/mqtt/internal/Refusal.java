package org.gemello.connector.mqtt.internal;

/** A payload cannot be read: place and remedy. Without a stack trace, because hostile payloads may come at line speed. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String cause) {
        super(cause, null, false, false);
    }
}
