package org.gemello.api.command;

/** A command cannot be approved or declined: it does not wait any more, or the policy would refuse it now; the message says which. */
public final class ApprovalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ApprovalException(String message) {
        super(message);
    }
}
