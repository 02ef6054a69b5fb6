package org.gemello.api.proposal;

/** A decision came too late, or cannot be taken now; the message says why. */
public final class ProposalNotOpenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProposalNotOpenException(String message) {
        super(message);
    }
}
