package org.gemello.api.twin;

/** Whether a twin's behaviour is at work. */
public enum TwinStatus {
    /** Its behaviour follows the log. */
    RUNNING,
    /** Its behaviour reads what the log has gathered meanwhile. */
    CATCHING_UP,
    /** No behaviour: its pack is missing, or it failed. The log keeps what comes; the state is the last one. */
    PARKED
}
