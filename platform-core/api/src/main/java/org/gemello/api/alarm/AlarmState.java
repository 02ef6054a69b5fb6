package org.gemello.api.alarm;

/** Where an alarm stands, after the state diagram of ISA-18.2 (ANSI/ISA-18.2-2016, clause 5.4; IEC 62682). */
public enum AlarmState {
    /** Active, and nobody has acknowledged it. */
    UNACKNOWLEDGED,
    /** Active and acknowledged. */
    ACKNOWLEDGED,
    /** Back to normal before anybody acknowledged it. */
    RETURNED,
    /** Neither active nor waiting for anybody. */
    NORMAL,
    /** Put aside by an operator for a time. */
    SHELVED,
    /** Put aside because of the state of the plant, until somebody ends it. */
    SUPPRESSED,
    /** Put aside for maintenance, until somebody ends it. */
    OUT_OF_SERVICE;

    /** True where operators have asked not to be bothered with it. */
    public boolean isAside() {
        return this == SHELVED || this == SUPPRESSED || this == OUT_OF_SERVICE;
    }
}
