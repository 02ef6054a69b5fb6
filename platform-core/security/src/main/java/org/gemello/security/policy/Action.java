package org.gemello.security.policy;

import org.gemello.api.Role;

/** What is done with a twin. Each is open to those who hold its role, until a policy says otherwise. */
public enum Action {
    /** See it: its state, its past, its alarms, that it exists at all. */
    READ(Role.VIEWER),
    /** Send it a command. */
    COMMAND(Role.OPERATOR),
    /** Write into its record: annotations, corrections, values. */
    WRITE(Role.OPERATOR),
    /** Acknowledge, shelve and suppress its alarms. */
    ACKNOWLEDGE(Role.OPERATOR),
    /** Accept or decline what it proposes. */
    DECIDE(Role.OPERATOR),
    /** Approve or decline a command that somebody else has asked for. */
    APPROVE(Role.OPERATOR),
    /** Change what it is made of, and what it is bound to. */
    CONFIGURE(Role.ENGINEER);

    private final Role role;

    Action(Role role) {
        this.role = role;
    }

    /** The role that may do it where no policy speaks of it. */
    public Role role() {
        return role;
    }
}
