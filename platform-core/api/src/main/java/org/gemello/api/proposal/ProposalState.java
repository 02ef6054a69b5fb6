package org.gemello.api.proposal;

/** Where a proposal stands. */
public enum ProposalState {
    /** Waits for a decision. */
    OPEN,
    /** Somebody, or the platform on its own, said yes; its commands are on their way. */
    ACCEPTED,
    /** All its commands are confirmed; at once where it has none. */
    APPLIED,
    /** The twin has told what it brought. */
    MEASURED,
    /** Somebody said no. */
    DECLINED,
    /** The twin does not propose it any more, or proposes something else in its place. */
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED,
    /** One of its commands was rejected, expired or is in doubt. */
    FAILED;

    /** True where nothing can follow any more. */
    public boolean isFinal() {
        return this != OPEN && this != ACCEPTED && this != APPLIED;
    }
}
