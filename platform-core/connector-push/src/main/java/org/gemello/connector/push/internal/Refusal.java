package org.gemello.connector.push.internal;

/** A row that cannot be stored; the message says where it stands, what is wrong and what would be right. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message, null, false, false);
    }
}
