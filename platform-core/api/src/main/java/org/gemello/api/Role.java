package org.gemello.api;

/** Roles: from viewer to engineer in rising order, each includes those before it; an administrator includes all of them. */
public enum Role {
    /** Sees everything, changes nothing. */
    VIEWER,
    /** Also sends commands and acknowledges alarms. */
    OPERATOR,
    /** Also changes connections, bindings and twins. */
    ENGINEER,
    /** Also manages users, packs and the platform. */
    ADMINISTRATOR,
    /** Brings packs and looks after them; beside the others: sees no twin that no policy allows. */
    VENDOR;

    public boolean includes(Role other) {
        return this == other || this == ADMINISTRATOR || this != VENDOR && other != VENDOR && ordinal() >= other.ordinal();
    }
}
