package org.gemello.security.policy;

/** Somebody else has changed the policy meanwhile; nothing was changed. */
public class StalePolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StalePolicyException(String message) {
        super(message);
    }
}
