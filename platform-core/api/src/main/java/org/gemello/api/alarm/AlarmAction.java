package org.gemello.api.alarm;

/** What is done to an alarm. */
public enum AlarmAction {
    ACKNOWLEDGE,
    SHELVE,
    SUPPRESS,
    TAKE_OUT_OF_SERVICE,
    /** Ends whichever of the three it is; the platform does it where the time of a shelf is over. */
    RESTORE
}
