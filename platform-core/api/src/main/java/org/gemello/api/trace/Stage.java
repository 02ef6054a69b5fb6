package org.gemello.api.trace;

/** The parts of the loop that a trace goes through. */
public enum Stage {
    /** A connector received it. */
    COLLECT,
    /** It is on disk in the log. */
    STORE,
    /** It is in the twin's state. */
    MIRROR,
    /** The behaviour has computed something from it. */
    ANALYSE,
    /** A command moved. */
    COMMAND,
    /** What a command asked for was seen at the source. */
    EFFECT
}
