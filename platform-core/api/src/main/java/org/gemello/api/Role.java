package org.gemello.api;

/** Roles in rising order: each includes those before it. */
public enum Role {
    /** Sees everything, changes nothing. */
    VIEWER,
    /** Also sends commands and acknowledges alarms. */
    OPERATOR,
    /** Also changes connections, bindings and twins. */
    ENGINEER,
    /** Also manages users, packs and the platform. */
    ADMINISTRATOR;

    public boolean includes(Role other) {
        return ordinal() >= other.ordinal();
    }
}
