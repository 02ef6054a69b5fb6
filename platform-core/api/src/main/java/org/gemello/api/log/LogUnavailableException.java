package org.gemello.api.log;

/** The log cannot keep what it was given: closed, disk full, or a write or sync has failed. Nothing was acknowledged. */
public class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailableException(String message) {
        super(message);
    }

    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
