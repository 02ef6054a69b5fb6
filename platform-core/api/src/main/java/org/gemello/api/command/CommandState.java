package org.gemello.api.command;

/** Where a command stands. */
public enum CommandState {
    /** Let in and kept in the log; the twin has not seen it yet. */
    ACCEPTED,
    /** On its way to the source; from here on the source may have it. */
    WRITING,
    /** The source took it and reports the value wanted. */
    CONFIRMED,
    /** The policy, the twin or the source said no. */
    REJECTED,
    /** Its time ran out before it was sent: the source never saw it. */
    EXPIRED,
    /** It was sent and no answer or no matching read back came in time: the source may have it or not. */
    UNKNOWN,
    /** Somebody else has to approve it first; neither the twin nor the source has seen it. */
    WAITING;

    public boolean isFinal() {
        return this != ACCEPTED && this != WRITING && this != WAITING;
    }
}
