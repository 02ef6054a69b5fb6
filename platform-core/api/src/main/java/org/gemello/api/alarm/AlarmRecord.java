package org.gemello.api.alarm;

import java.time.Instant;
import org.gemello.api.TwinId;
import org.gemello.api.twin.Severity;

/**
 * Something that happened to an alarm: what an alarm log of ISA-18.2 (ANSI/ISA-18.2-2016, clause 16; IEC 62682) is made of.
 *
 * @param offset   its place in the log, which orders all of them
 * @param source   twin; {@code platform} for the platform itself
 * @param alarm    name within the source
 * @param event    what happened
 * @param severity how bad; null where people or time did something about it
 * @param text     message of the alarm, else the reason that was given; may be empty
 * @param by       user name; empty where the source or time did it
 * @param until    end of a shelf, else null
 * @param time     when: source time where the source did it
 */
public record AlarmRecord(long offset, TwinId source, String alarm, Event event, Severity severity, String text, String by, Instant until,
                          Instant time) {

    /** What happened. */
    public enum Event {
        /** Became active, or was active and changed its severity or its message. */
        RAISED,
        /** Back to normal. */
        RETURNED,
        ACKNOWLEDGED,
        SHELVED,
        SUPPRESSED,
        TAKEN_OUT_OF_SERVICE,
        /** No longer put aside. */
        RESTORED
    }
}
