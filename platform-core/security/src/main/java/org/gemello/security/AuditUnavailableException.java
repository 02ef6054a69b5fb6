package org.gemello.security;

/** The audit log cannot be written. What was to be audited must not be done. */
public class AuditUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public AuditUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
