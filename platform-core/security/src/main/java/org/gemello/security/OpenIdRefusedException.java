package org.gemello.security;

/** A login by OpenID Connect that is refused; the message says why, and tells nothing that a stranger must not know. */
public class OpenIdRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    /** What whoever wants to log in can do about it. */
    public enum Reason {
        /** Nothing: there is no such login here. */
        OFF,
        /** Try again later: the provider does not answer, or too many log in. */
        UNAVAILABLE,
        /** Begin again: this browser has not begun the login, or too long ago. */
        EXPIRED,
        /** Ask at the provider: it has not let the user in, or what it says of the user is not good. */
        REFUSED,
        /** Ask the administrators: the user has no role here. */
        NO_ROLE
    }

    public OpenIdRefusedException(Reason reason, String message) {
        this(reason, message, null);
    }

    public OpenIdRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
