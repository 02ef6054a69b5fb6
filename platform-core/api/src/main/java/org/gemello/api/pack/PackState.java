package org.gemello.api.pack;

/** Where an installed pack stands. */
public enum PackState {
    /** Its types serve their twins. */
    ACTIVE,
    /** A new version is being brought in beside it. */
    CHANGING,
    /** A new version serves and is being watched; it is rolled back by itself where it fails. */
    CONFIRMING,
    /** Installed, but it cannot work; the reason says why. Its twins are parked and the log keeps what comes. */
    PARKED
}
