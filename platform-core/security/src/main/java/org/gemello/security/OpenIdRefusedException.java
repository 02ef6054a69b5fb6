package org.gemello.security;

/** A login by OpenID Connect that came to nothing; the message may be shown. */
public class OpenIdRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OpenIdRefusedException(String message) {
        super(message);
    }

    public OpenIdRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
