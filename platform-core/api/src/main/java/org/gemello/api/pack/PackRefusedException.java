package org.gemello.api.pack;

/** A file that is refused; the message says which rule it breaks, where, and what helps. */
public class PackRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public PackRefusedException(String message) {
        super(message);
    }

    public PackRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
