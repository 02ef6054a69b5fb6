package org.gemello.ctl;

/** What was waited for did not end in time; it goes on in the platform. */
final class Unfinished extends Exception {
    private static final long serialVersionUID = 1L;

    Unfinished(String message) {
        super(message);
    }
}
